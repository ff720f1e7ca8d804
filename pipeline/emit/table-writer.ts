import { columnsOf } from '../../schemas/columns.ts';
import type { ReleaseFile } from '../../schemas/manifest.ts';
import { TABLES } from '../../schemas/tables.ts';
import type { TableName } from '../../schemas/tables.ts';
import { canonicalRows } from './canonical-row.ts';
import { CsvWriter } from './csv-writer.ts';
import { FileSink } from './file-sink.ts';
import { JsonWriter, NdjsonWriter } from './json-writers.ts';
import { keyOrder } from './key-order.ts';
import { ParquetWriter } from './parquet-writer.ts';
import type { ParquetNotes } from './parquet-writer.ts';
import type { RowWriter } from './row-writer.ts';

type ReleaseTable = (typeof TABLES)[number];
type Format = 'json' | 'ndjson' | 'csv' | 'parquet';

/** Writes one table of a release in every format, row by row. */
export interface TableWriter {
  /** Takes the next row; rows come in the order of the primary key. */
  write(row: object): Promise<void>;
  /** Ends the files and tells what they hold. */
  close(): Promise<readonly ReleaseFile[]>;
  /** Lets go of the files after a failure; never throws. */
  abandon(): Promise<void>;
}

/**
 * Opens the files of a table in `directory`.
 * @param notes what Parquet files carry in their footer.
 * @returns a writer that throws {DataError} for a row that does not fit the schema, or is out of order.
 */
export async function openTable(directory: string, name: TableName, notes: ParquetNotes): Promise<TableWriter> {
  const table = tableNamed(name);
  const sink = (format: Format) => FileSink.create(directory, `${name}.${format}`);
  const columns = columnsOf(table.row);
  const writers = new Map<Format, RowWriter>([
    ['json', new JsonWriter(await sink('json'))],
    ['ndjson', new NdjsonWriter(await sink('ndjson'))],
    ['csv', new CsvWriter(await sink('csv'), table)],
    ['parquet', new ParquetWriter(await sink('parquet'), columns, notes)],
  ]);
  const canonical = canonicalRows(name, columns);
  const checkOrder = keyOrder(table);
  return {
    async write(row) {
      const canonicalRow = canonical(row);
      checkOrder(canonicalRow.record);
      for (const writer of writers.values()) await writer.write(canonicalRow);
    },
    async close() {
      const files: ReleaseFile[] = [];
      for (const [format, writer] of writers) files.push({ ...(await writer.close()), table: name, format });
      return files;
    },
    async abandon() {
      await Promise.all(Array.from(writers.values(), (writer) => writer.abandon()));
    },
  };
}

function tableNamed(name: TableName): ReleaseTable {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new TypeError(`${name}: found no such table, expected one of TABLES.`);
  return table;
}
