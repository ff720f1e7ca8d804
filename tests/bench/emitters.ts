/** Each emitter of the table of papers, and DuckDB making the same of the same rows. */
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { MEAN_PAPERS } from '../../pipeline/build/cut-segments.ts';
import type { CanonicalRow } from '../../pipeline/emit/canonical-row.ts';
import { CsvRows } from '../../pipeline/emit/csv-rows.ts';
import { FileSink } from '../../pipeline/emit/file-sink.ts';
import { listedLines } from '../../pipeline/emit/json-lines.ts';
import { ParquetFile } from '../../pipeline/emit/parquet-file.ts';
import { RowGroupEncoder } from '../../pipeline/emit/row-groups.ts';
import { columnsOf } from '../../schemas/columns.ts';
import { TABLES } from '../../schemas/tables.ts';
import type { Ledger } from './ledger.ts';

const PAPERS = TABLES[0];

type Segments = readonly (readonly CanonicalRow[])[];
type Emitter = (sink: FileSink, segments: Segments) => Promise<void>;

const EMITTERS: Readonly<Record<string, Emitter>> = {
  async 'papers.ndjson'(sink, segments) {
    for (const segment of segments) await sink.write(linesOf(segment));
  },
  async 'papers.json'(sink, segments) {
    for (const segment of segments) await sink.write(listedLines(linesOf(segment), segment.length));
  },
  async 'papers.csv'(sink, segments) {
    const csv = new CsvRows(PAPERS);
    for (const segment of segments) {
      for (const { record } of segment) csv.add(record);
      await sink.write(csv.take());
    }
  },
  async 'papers.parquet'(sink, segments) {
    const columns = columnsOf(PAPERS.row);
    const [encoder, file] = [new RowGroupEncoder(columns), new ParquetFile(sink, columns, {})];
    for (const segment of segments) {
      for (const { record } of segment) encoder.add(record);
      await file.append(await encoder.take());
    }
    await file.close();
  },
};

function linesOf(segment: readonly CanonicalRow[]): Uint8Array {
  return Buffer.from(segment.map(({ json }) => `${json}\n`).join(''));
}

/** Writes `rows` with every emitter into `directory`: as a build does it, a segment is encoded and written, then the next. */
export async function benchEmitters(ledger: Ledger, rows: readonly CanonicalRow[], directory: string, size: number): Promise<void> {
  const segments = Array.from({ length: Math.ceil(rows.length / MEAN_PAPERS) }, (_, index) => rows.slice(index * MEAN_PAPERS, (index + 1) * MEAN_PAPERS));
  for (const [file, emit] of Object.entries(EMITTERS)) {
    const write = async (): Promise<void> => {
      const sink = await FileSink.create(directory, file);
      await emit(sink, segments);
      if (file !== 'papers.parquet') await sink.close();
    };
    await ledger.timed(`emit ${file}`, size, write, path.join(directory, file));
  }
}

/** Has DuckDB make CSV and Parquet of the NDJSON in `directory`. */
export async function benchDuckDb(ledger: Ledger, directory: string, size: number): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const source = `read_json('${path.join(directory, 'papers.ndjson')}', format = 'newline_delimited', maximum_object_size = 67108864)`;
  const flat = '* EXCLUDE (links, metrics), len(links) AS links_count, len(metrics) AS metrics_count';
  for (const [work, select, file, format] of [['CSV', flat, 'duckdb.csv', 'FORMAT csv'], ['Parquet (zstd)', '*', 'duckdb.parquet', 'FORMAT parquet, COMPRESSION zstd']] as const) {
    const target = path.join(directory, file);
    await ledger.timed(`DuckDB: NDJSON to ${work}`, size, () => connection.run(`COPY (SELECT ${select} FROM ${source}) TO '${target}' (${format})`), target);
  }
  connection.closeSync();
}
