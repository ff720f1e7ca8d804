/** `npm run bench`: every stage and every emitter at growing sizes, in one run with DuckDB doing what it also does. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { listCaptures, loadCapture } from '../../pipeline/captures/store.ts';
import { canonicalRows, type CanonicalRow } from '../../pipeline/emit/canonical-row.ts';
import { CsvRows } from '../../pipeline/emit/csv-rows.ts';
import { FileSink } from '../../pipeline/emit/file-sink.ts';
import { listedLines } from '../../pipeline/emit/json-lines.ts';
import { ParquetFile } from '../../pipeline/emit/parquet-file.ts';
import { RowGroupEncoder } from '../../pipeline/emit/row-groups.ts';
import { extractEntry } from '../../pipeline/extract/extract-entry.ts';
import { contextOf } from '../../pipeline/merge/merge-context.ts';
import { mergePaper } from '../../pipeline/merge/merge-paper.ts';
import { normalizeEntry } from '../../pipeline/normalize/normalize.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import { validatePaper } from '../../pipeline/validate/validate.ts';
import { columnsOf } from '../../schemas/columns.ts';
import { TABLES } from '../../schemas/tables.ts';
import { growRaw } from './corpus.ts';

const SIZES = process.argv.slice(2).map(Number).filter((size) => size > 0);
const PAPERS = TABLES[0];
/** Papers of a segment. */
const SEGMENT = 2_048;

interface Measured {
  readonly work: string;
  readonly size: number;
  readonly seconds: number;
  readonly bytes: number | null;
}

const measured: Measured[] = [];
const results = new Map<string, unknown>();

/** Measures processor time of all threads, as DuckDB uses several. */
async function timed<Result>(work: string, size: number, run: () => Result | Promise<Result>, file: string | null = null): Promise<Result> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  measured.push({ work, size, seconds: (user + system) / 1e6, bytes: file === null ? null : statSync(file).size });
  results.set(work, result);
  return result;
}

async function benchStages(raw: string, size: number): Promise<readonly CanonicalRow[]> {
  const captures = await listCaptures(raw);
  const loaded = await Promise.all(captures.map((stored) => loadCapture(stored)));
  const parsed = await timed('parse JSON', size, () => loaded.flatMap((capture) => parseListing(capture).entries.map((entry) => ({ entry, sidecar: capture.sidecar }))));
  const normalized = await timed('normalize', size, () => parsed.flatMap(({ entry, sidecar }) => {
    const result = normalizeEntry(entry, sidecar);
    return result.ok ? [result.entry] : [];
  }));
  const extracted = await timed('extract', size, () => normalized.map((entry) => extractEntry(entry)));
  const context = contextOf({ sidecars: captures.map(({ sidecar }) => sidecar), identities: [], redirects: [] });
  const merged = await timed('merge', size, () => extracted.map((entry) => mergePaper(`arxiv:${entry.arxiv_id}`, [entry], context)));
  await timed('validate', size, () => merged.filter(({ paper, origin }) => validatePaper(paper, origin).length > 0).length);
  const canonical = canonicalRows('papers', columnsOf(PAPERS.row));
  return await timed('bring rows into one form', size, () => merged.map(({ paper }) => canonical(paper)));
}

/** As a build does it: a segment of rows is encoded and written, then the next. */
async function benchEmitters(rows: readonly CanonicalRow[], directory: string, size: number): Promise<void> {
  const segments = Array.from({ length: Math.ceil(rows.length / SEGMENT) }, (_, index) => rows.slice(index * SEGMENT, (index + 1) * SEGMENT));
  const linesOf = (segment: readonly CanonicalRow[]): Uint8Array => Buffer.from(segment.map(({ json }) => `${json}\n`).join(''));
  await emitWith('papers.ndjson', size, directory, async (sink) => {
    for (const segment of segments) await sink.write(linesOf(segment));
    await sink.close();
  });
  await emitWith('papers.json', size, directory, async (sink) => {
    for (const segment of segments) await sink.write(listedLines(linesOf(segment), segment.length));
    await sink.close();
  });
  await emitWith('papers.csv', size, directory, async (sink) => {
    const csv = new CsvRows(PAPERS);
    for (const segment of segments) {
      for (const { record } of segment) csv.add(record);
      await sink.write(csv.take());
    }
    await sink.close();
  });
  await emitWith('papers.parquet', size, directory, async (sink) => {
    const columns = columnsOf(PAPERS.row);
    const [encoder, file] = [new RowGroupEncoder(columns), new ParquetFile(sink, columns, {})];
    for (const segment of segments) {
      for (const { record } of segment) encoder.add(record);
      await file.append(await encoder.take());
    }
    await file.close();
  });
}

async function emitWith(file: string, size: number, directory: string, write: (sink: FileSink) => Promise<void>): Promise<void> {
  await timed(`emit ${file}`, size, async () => write(await FileSink.create(directory, file)), path.join(directory, file));
}

async function benchDuckDb(directory: string, size: number): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const source = `read_json('${path.join(directory, 'papers.ndjson')}', format = 'newline_delimited', maximum_object_size = 67108864)`;
  const flat = '* EXCLUDE (links, metrics), len(links) AS links_count, len(metrics) AS metrics_count';
  for (const [work, select, file, format] of [['CSV', flat, 'duckdb.csv', 'FORMAT csv'], ['Parquet (zstd)', '*', 'duckdb.parquet', 'FORMAT parquet, COMPRESSION zstd']] as const) {
    const target = path.join(directory, file);
    await timed(`DuckDB: NDJSON to ${work}`, size, () => connection.run(`COPY (SELECT ${select} FROM ${source}) TO '${target}' (${format})`), target);
  }
  connection.closeSync();
}

/** In a process of its own; its processor time is that of the children of this one. */
function benchBuild(raw: string, directory: string, size: number): void {
  const started = performance.now();
  execFileSync(process.execPath, ['pipeline/bin.js', 'build', '--raw', raw, '--out', path.join(directory, 'dist'), '--no-cache', '--quiet']);
  measured.push({ work: 'the whole build (wall, two cores)', size, seconds: (performance.now() - started) / 1000, bytes: null });
}

function tableOf(sizes: readonly number[]): string {
  const works = [...new Set(measured.map(({ work }) => work))];
  const largest = sizes.at(-1);
  const rows = works.map((work) => {
    const cells = sizes.map((size) => measured.find((one) => one.work === work && one.size === size)).map((one) => one?.seconds.toFixed(2) ?? '');
    const last = measured.find((one) => one.work === work && one.size === largest);
    const rate = last === undefined ? '' : String(Math.round(last.size / last.seconds));
    return `| ${work} | ${cells.join(' | ')} | ${rate} | ${last?.bytes == null ? '' : (last.bytes / 1e6).toFixed(1)} |`;
  });
  return [`| CPU seconds | ${sizes.map((size) => `${size} papers`).join(' | ')} | papers/s | MB |`, `|---|${sizes.map(() => '--:|').join('')}--:|--:|`, ...rows].join('\n');
}

const sizes = SIZES.length > 0 ? SIZES : [1_000, 10_000];
for (const size of sizes) {
  const directory = mkdtempSync(path.join(tmpdir(), 'trending-papers-bench-'));
  const raw = path.join(directory, 'raw');
  mkdirSync(path.join(directory, 'emit'));
  await growRaw(raw, size);
  await benchEmitters(await benchStages(raw, size), path.join(directory, 'emit'), size);
  await benchDuckDb(path.join(directory, 'emit'), size);
  benchBuild(raw, directory, size);
  results.clear();
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write(`${tableOf(sizes)}\n`);
