import { z } from 'zod';
import { LARGEST_INT32, count, text, timestamp } from './primitives.ts';
import { TABLES } from './tables.ts';
import type { DeepReadonly } from './types.ts';

export const DATASET_NAME = 'trending-papers';
export const MANIFEST_FILE = 'manifest.json';
/** The hashes of all files, the manifest among them: the one file that the manifest cannot list. */
export const CHECKSUMS_FILE = 'SHA256SUMS';

/** Version numbers as Semantic Versioning 2.0.0 has them, without build metadata. */
const SEMVER = /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?:-[0-9A-Za-z.-]{1,64})?$/;
/** Relative POSIX paths of plain names: nothing that a shell, a URL or Windows reads differently. */
const PATH = /^[A-Za-z0-9._-]{1,100}(?:\/[A-Za-z0-9._-]{1,100}){0,4}$/;

/** The path of a file inside a release: relative, no `.` or `..`. */
export const releasePath = z
  .string()
  .regex(PATH)
  .refine((path) => path.split('/').every((name) => name.replaceAll('.', '') !== ''), 'must not contain `.` or `..`');

/** A file of a release: where it is, what it holds, and what it must hash to. */
export const releaseFileSchema = z.strictObject({
  path: releasePath.describe('Path inside the release, with `/`.'),
  table: z.enum([...TABLES.map((table) => table.name), 'rejects']).nullable().describe('Table whose rows it holds; null for a file that holds none.'),
  format: z.string().regex(/^[a-z][a-z-]{0,30}$/).describe('Format: json, ndjson, csv, parquet, json-schema, markdown, ...'),
  bytes: z.int().min(0).describe('Size in bytes.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the file, in hex.'),
  rows: count.nullable().describe('Rows it holds; null for a file that holds no table.'),
});

/** What a release holds. Written last: a folder with a manifest is complete. */
export const manifestSchema = z
  .strictObject({
    name: z.literal(DATASET_NAME).describe('Name of the dataset.'),
    dataset_version: z.string().regex(SEMVER).describe('Version of the data.'),
    schema_version: z.string().regex(SEMVER).describe("Version of the data's shape."),
    generated_from: z
      .strictObject({
        captures: count.describe('Captures the release was made from.'),
        newest_captured_at: timestamp.nullable().describe('When the newest of them was captured; null where there is none.'),
      })
      .describe('What the release was made from.'),
    licence: text.describe('Terms under which the data may be used.'),
    counts: z.record(z.enum(TABLES.map((table) => table.name)), count).describe('Rows of each table.'),
    rejects: z.int().min(0).max(LARGEST_INT32).describe('Records kept out of the tables: rejects.ndjson.'),
    files: z.array(releaseFileSchema).describe('Every file but this one, sorted by path.'),
  })
  .describe('What a release of the dataset holds, with the size and hash of every file.');

export type ReleaseFile = DeepReadonly<z.infer<typeof releaseFileSchema>>;
export type Manifest = DeepReadonly<z.infer<typeof manifestSchema>>;
