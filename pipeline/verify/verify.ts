/** Verify: a release is what its manifest says, its rows fit their schemas and each other, and its formats agree. */
import { rejectSchema } from '../../schemas/reject.ts';
import { TABLES, type Table } from '../../schemas/tables.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Progress } from '../shared/progress.ts';
import { checkFiles, readManifest } from './check-files.ts';
import { checkForeignKeys, checkNested, checkPaper, checkRedirectLaws, Keys, paperOf } from './check-relations.ts';
import { checkCount, checkFormats, checkRows } from './check-table.ts';
import { Problems } from './problems.ts';

export interface Verification {
  readonly manifest: Manifest;
  readonly problems: Problems;
}

/** Referred to by others: read first, so that a key is known when a row names it. */
const REFERRED_TO: ReadonlySet<string> = new Set(['papers', 'captures', 'metric_types']);

/**
 * Checks the release in `directory`, in memory that holds keys and no texts. Files are checked first, then the rows of each
 * table, whatever was found of the others; what holds between tables is looked at where each of them is right.
 * @throws DataError where there is no valid manifest to check by.
 */
export async function verifyRelease(directory: string, progress: Progress): Promise<Verification> {
  const manifest = await readManifest(directory);
  const problems = new Problems();
  const keys = new Keys();
  const tables = TABLES.toSorted((a, b) => Number(REFERRED_TO.has(b.name)) - Number(REFERRED_TO.has(a.name)));
  progress.start('Verifying', tables.length + 1);
  await checkFiles(directory, manifest, problems);
  for (const [index, table] of tables.entries()) {
    progress.advance(index + 1);
    await verifyTable(directory, table, manifest, keys, problems);
  }
  await verifyRejects(directory, manifest, problems);
  if (problems.total === 0) await verifyBetween(directory, keys, problems);
  progress.finish();
  return { manifest, problems };
}

async function verifyTable(directory: string, table: Table, manifest: Manifest, keys: Keys, problems: Problems): Promise<void> {
  const rows = await checkRows(directory, table, problems, (row, number) => {
    keys.see(table, row);
    checkForeignKeys(table, row, number, keys, problems);
    if (table.name === 'papers') {
      const paper = paperOf(row);
      if (paper !== null) checkPaper(paper, number, problems);
    }
  });
  checkCount(manifest, `${table.name}.ndjson`, rows, problems);
  const listed = Object.entries(manifest.counts).find(([name]) => name === table.name)?.[1];
  if (listed !== rows) problems.add({ where: `manifest.json, counts.${table.name}`, found: String(listed), expected: String(rows) });
  await checkFormats(directory, table, manifest, problems);
  problems.endCheck(`${table.name}: rows, keys and formats`, rows);
}

/** Records that were set aside are told in NDJSON alone. */
async function verifyRejects(directory: string, manifest: Manifest, problems: Problems): Promise<void> {
  const table = { name: 'rejects', description: '', row: rejectSchema, primaryKey: [], foreignKeys: [] };
  const rows = await checkRows(directory, table, problems, () => undefined);
  checkCount(manifest, 'rejects.ndjson', rows, problems);
  if (manifest.rejects !== rows) problems.add({ where: 'manifest.json, rejects', found: String(manifest.rejects), expected: String(rows) });
  problems.endCheck('rejects', rows);
}

/** What needs rows that can be read. */
async function verifyBetween(directory: string, keys: Keys, problems: Problems): Promise<void> {
  for (const table of TABLES) {
    if (table.name !== 'links' && table.name !== 'metrics') continue;
    problems.endCheck(`${table.name}: as nested in papers`, await checkNested(directory, table, problems));
  }
  problems.endCheck('redirects: their laws', await checkRedirectLaws(directory, keys, problems));
}
