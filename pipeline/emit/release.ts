import { columnsOf } from '../../schemas/columns.ts';
import { dataDictionary } from '../../schemas/dictionary.ts';
import { jsonSchemas } from '../../schemas/json-schema.ts';
import type { Manifest, ReleaseFile } from '../../schemas/manifest.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE } from '../../schemas/manifest.ts';
import { rejectSchema } from '../../schemas/reject.ts';
import { SCHEMA_VERSION } from '../../schemas/tables.ts';
import type { TableName } from '../../schemas/tables.ts';
import type { Appearance, Benchmark, Capture, Correction, MetricType, Paper, Redirect, Reject } from '../../schemas/types.ts';
import { canonicalRows } from './canonical-row.ts';
import { writeDocument, writeDocuments } from './document.ts';
import type { Document } from './document.ts';
import { FileSink } from './file-sink.ts';
import { NdjsonWriter } from './json-writers.ts';
import { manifestOf } from './manifest.ts';
import { openTable } from './table-writer.ts';
import type { TableWriter } from './table-writer.ts';

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/**
 * The rows of a release, each table in the order of its primary key; metrics and links come out of the papers. Papers
 * are read first, then the rest in the order given here, each when the one before has ended: rows may be made from what
 * was counted while the papers went by.
 */
export interface ReleaseRows {
  readonly papers: Rows<Paper>;
  readonly appearances: Rows<Appearance>;
  readonly captures: Rows<Capture>;
  readonly redirects: Rows<Redirect>;
  readonly corrections: Rows<Correction>;
  readonly metric_types: Rows<MetricType>;
  readonly benchmarks: Rows<Benchmark>;
  readonly rejects: Rows<Reject>;
}

export interface EmitOptions {
  /** An empty folder. */
  readonly directory: string;
  readonly datasetVersion: string;
  readonly generatedFrom: Manifest['generated_from'];
  readonly licence: string;
  /** Makes further files of the release from what is known of the others; the manifest lists them too. */
  readonly extraFiles?: (manifest: Manifest) => Iterable<Document> | Promise<Iterable<Document>>;
}

type OpenTable = (name: TableName) => Promise<TableWriter>;

const TABLES_AFTER_PAPERS = ['appearances', 'captures', 'redirects', 'corrections', 'metric_types', 'benchmarks'] as const;

/**
 * Writes a release: every table in every format, the rejects, the JSON Schemas, the data dictionary, further files, and
 * last the manifest, with the hashes of all of them once more as sha256sum reads them. One pass over the papers, in memory that does not grow with their number.
 * @throws {DataError} for a row that does not fit its schema or is out of order; the folder is then incomplete.
 */
export async function emitRelease(rows: ReleaseRows, options: EmitOptions): Promise<Manifest> {
  const files = [
    ...(await emitTables(rows, options)),
    await emitRejects(rows.rejects, options.directory),
    ...(await writeDocuments(descriptions(), options.directory)),
  ];
  const furtherFiles = (await options.extraFiles?.(manifestOf(files, options))) ?? [];
  const manifest = manifestOf([...files, ...(await writeDocuments(furtherFiles, options.directory))], options);
  const manifestFile = await writeDocument({ path: MANIFEST_FILE, content: prettyJson(manifest) }, options.directory);
  await writeDocument({ path: CHECKSUMS_FILE, content: checksumsOf([...manifest.files, manifestFile]) }, options.directory);
  return manifest;
}

/** In the form of `sha256sum -c`. */
function checksumsOf(files: readonly ReleaseFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

async function emitTables(rows: ReleaseRows, options: EmitOptions): Promise<readonly ReleaseFile[]> {
  const notes = { schema_version: SCHEMA_VERSION, dataset_version: options.datasetVersion, licence: options.licence };
  const opened: TableWriter[] = [];
  async function open(name: TableName): Promise<TableWriter> {
    const writer = await openTable(options.directory, name, notes);
    opened.push(writer);
    return writer;
  }
  try {
    const files = [...(await emitPapers(rows.papers, open))];
    for (const name of TABLES_AFTER_PAPERS) files.push(...(await emitTable(rows[name], await open(name))));
    return files;
  } catch (error) {
    await Promise.all(opened.map((writer) => writer.abandon()));
    throw error;
  }
}

/** Papers and the tables of what is nested in them, in one pass. */
async function emitPapers(papers: Rows<Paper>, open: OpenTable): Promise<readonly ReleaseFile[]> {
  const paperTable = await open('papers');
  const metricTable = await open('metrics');
  const linkTable = await open('links');
  for await (const paper of papers) {
    await paperTable.write(paper);
    for (const row of childRows(paper.id, paper.metrics)) await metricTable.write(row);
    for (const row of childRows(paper.id, paper.links)) await linkTable.write(row);
  }
  return [...(await paperTable.close()), ...(await metricTable.close()), ...(await linkTable.close())];
}

function childRows(paperId: string, children: readonly object[]): readonly object[] {
  return children.map((child, index) => ({ paper_id: paperId, position: index + 1, ...child }));
}

async function emitTable(rows: Rows<object>, table: TableWriter): Promise<readonly ReleaseFile[]> {
  for await (const row of rows) await table.write(row);
  return await table.close();
}

async function emitRejects(rejects: Rows<Reject>, directory: string): Promise<ReleaseFile> {
  const writer = new NdjsonWriter(await FileSink.create(directory, 'rejects.ndjson'));
  const canonical = canonicalRows('rejects', columnsOf(rejectSchema));
  try {
    for await (const reject of rejects) await writer.write(canonical(reject));
    return { ...(await writer.close()), table: 'rejects', format: 'ndjson' };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

function descriptions(): readonly Document[] {
  const schemas = Array.from(jsonSchemas(), ([name, schema]) => ({ path: `schemas/${name}`, content: prettyJson(schema) }));
  return [...schemas, { path: 'DATA_DICTIONARY.md', content: dataDictionary() }];
}

function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
