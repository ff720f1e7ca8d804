import { releasePath } from '../../schemas/manifest.ts';
import type { ReleaseFile } from '../../schemas/manifest.ts';
import { DataError } from '../shared/errors.ts';
import { FileSink } from './file-sink.ts';

/** A file of a release that holds no rows: a schema, a report, metadata. */
export interface Document {
  /** Relative path inside the release. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Formats of documents by the ending of their path; the longest ending counts. */
const FORMATS: readonly (readonly [ending: string, format: string])[] = [
  ['.schema.json', 'json-schema'],
  ['.json', 'json'],
  ['.md', 'markdown'],
  ['.html', 'html'],
  ['.cff', 'yaml'],
  ['.jsonld', 'json-ld'],
];

/**
 * Writes documents into a release folder.
 * @returns what the manifest says of them.
 * @throws {DataError} where a path leaves the folder or is not plain.
 */
export async function writeDocuments(documents: Iterable<Document>, directory: string): Promise<readonly ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  for (const document of documents) files.push(await writeDocument(document, directory));
  return files;
}

/** Writes one document; see {@link writeDocuments}. */
export async function writeDocument({ path, content }: Document, directory: string): Promise<ReleaseFile> {
  if (!releasePath.safeParse(path).success) {
    throw new DataError({ where: 'release', found: `the path ${path}`, expected: 'a relative path of plain names' });
  }
  const sink = await FileSink.create(directory, path);
  try {
    await sink.write(content);
    return { ...(await sink.close()), table: null, format: formatOf(path), rows: null };
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

function formatOf(path: string): string {
  return FORMATS.find(([ending]) => path.endsWith(ending))?.[1] ?? 'text';
}
