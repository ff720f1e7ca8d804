import { DATASET_NAME, manifestSchema } from '../../schemas/manifest.ts';
import type { Manifest, ReleaseFile } from '../../schemas/manifest.ts';
import { SCHEMA_VERSION, TABLES } from '../../schemas/tables.ts';
import { DataError } from '../shared/errors.ts';

/** What of a manifest the files do not tell. */
export interface ManifestFacts {
  readonly datasetVersion: string;
  readonly generatedFrom: Manifest['generated_from'];
  readonly licence: string;
}

/**
 * The manifest of a release that holds `files`.
 * @throws {DataError} where it would not be a valid one, such as for a dataset version that is no version number.
 */
export function manifestOf(files: readonly ReleaseFile[], facts: ManifestFacts): Manifest {
  const manifest = {
    name: DATASET_NAME,
    dataset_version: facts.datasetVersion,
    schema_version: SCHEMA_VERSION,
    generated_from: facts.generatedFrom,
    licence: facts.licence,
    counts: Object.fromEntries(TABLES.map(({ name }) => [name, rowsOf(files, name)])),
    rejects: rowsOf(files, 'rejects'),
    files: files.map(inSchemaOrder).sort((left, right) => (left.path < right.path ? -1 : 1)),
  };
  const parsed = manifestSchema.safeParse(manifest);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DataError({ where: `manifest, ${issue?.path.join('.') ?? ''}`, found: issue?.message ?? 'an error', expected: 'a valid manifest' });
}

function rowsOf(files: readonly ReleaseFile[], table: ReleaseFile['table']): number {
  return files.find((file) => file.table === table)?.rows ?? 0;
}

function inSchemaOrder({ path, table, format, bytes, sha256, rows }: ReleaseFile): ReleaseFile {
  return { path, table, format, bytes, sha256, rows };
}
