import { columnsOf } from '../../schemas/columns.ts';
import { dataDictionary } from '../../schemas/dictionary.ts';
import { jsonSchemas } from '../../schemas/json-schema.ts';
import type { Manifest, ReleaseFile } from '../../schemas/manifest.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE } from '../../schemas/manifest.ts';
import { rejectSchema } from '../../schemas/reject.ts';
import { SCHEMA_VERSION } from '../../schemas/tables.ts';
import type { Benchmark, Capture, Correction, MetricType, Redirect, Reject } from '../../schemas/types.ts';
import { canonicalRows } from './canonical-row.ts';
import { writeDocument, writeDocuments } from './document.ts';
import type { Document } from './document.ts';
import { manifestOf } from './manifest.ts';
import type { ParquetNotes } from './row-groups.ts';
import { SEGMENT_TABLES, type SegmentParts, type SegmentTable } from './segment-parts.ts';
import { TableFiles } from './table-files.ts';
import { tableNamed } from './table-part.ts';
import { writeTable } from './table-writer.ts';

/**
 * What a release is made of, each table in the order of its primary key. Segments are read first, then the rest in the
 * order given here, each when the one before has ended: rows may be made from what was counted while segments went by.
 */
export interface ReleaseRows {
  /** Papers, with their links, results and appearances. */
  readonly segments: AsyncIterable<SegmentParts> | Iterable<SegmentParts>;
  readonly captures: Iterable<Capture>;
  readonly redirects: Iterable<Redirect>;
  readonly corrections: Iterable<Correction>;
  readonly metric_types: Iterable<MetricType>;
  readonly benchmarks: Iterable<Benchmark>;
  readonly rejects: Iterable<Reject>;
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

const TABLES_AFTER_SEGMENTS = ['captures', 'redirects', 'corrections', 'metric_types', 'benchmarks'] as const;

/**
 * Writes a release: every table in every format, the rejects, the JSON Schemas, the data dictionary, further files, and
 * last the manifest, with the hashes of all of them once more as sha256sum reads them. One segment is held in memory.
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
  const files = [...(await emitSegmentTables(rows.segments, options.directory, notes))];
  for (const name of TABLES_AFTER_SEGMENTS) files.push(...(await writeTable(options.directory, name, rows[name], notes)));
  return files;
}

async function emitSegmentTables(segments: ReleaseRows['segments'], directory: string, notes: ParquetNotes): Promise<readonly ReleaseFile[]> {
  const tables = new Map<SegmentTable, TableFiles>();
  try {
    for (const name of SEGMENT_TABLES) tables.set(name, await TableFiles.create(directory, tableNamed(name), notes));
    for await (const parts of segments) for (const [name, table] of tables) await table.append(parts[name]);
    const files: ReleaseFile[] = [];
    for (const table of tables.values()) files.push(...(await table.close()));
    return files;
  } catch (error) {
    await Promise.all(Array.from(tables.values(), (table) => table.abandon()));
    throw error;
  }
}

async function emitRejects(rejects: Iterable<Reject>, directory: string): Promise<ReleaseFile> {
  const canonical = canonicalRows('rejects', columnsOf(rejectSchema));
  const lines = Array.from(rejects, (reject) => `${canonical(reject).json}\n`);
  const file = await writeDocument({ path: 'rejects.ndjson', content: lines.join('') }, directory);
  return { ...file, rows: lines.length, table: 'rejects', format: 'ndjson' };
}

function descriptions(): readonly Document[] {
  const schemas = Array.from(jsonSchemas(), ([name, schema]) => ({ path: `schemas/${name}`, content: prettyJson(schema) }));
  return [...schemas, { path: 'DATA_DICTIONARY.md', content: dataDictionary() }];
}

function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
