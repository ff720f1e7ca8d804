/** Diff: what changed from one release to the next, record by record, why, and which version that makes. */
import path from 'node:path';
import { z } from 'zod';
import { linkSchema } from '../../schemas/link.ts';
import { metricSchema } from '../../schemas/metric.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import { redirectSchema } from '../../schemas/redirect.ts';
import { TABLES, type Table } from '../../schemas/tables.ts';
import type { Redirect } from '../../schemas/types.ts';
import { DataError, quote } from '../shared/errors.ts';
import { readManifest } from '../verify/check-files.ts';
import { ndjsonRows } from '../verify/read-rows.ts';
import { diffPapers, type Redirects } from './diff-papers.ts';
import { mergeSorted, type Row } from './merge-sorted.ts';
import { diffSchemas, type SchemaDiff } from './schema-diff.ts';
import { changedFields, TableDiffer, type TableDiff } from './table-diff.ts';
import { bumpFor, nextVersion, type Bump } from './version-policy.ts';

export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly schema: SchemaDiff;
  readonly tables: readonly TableDiff[];
  readonly redirected: readonly string[];
  readonly removed: readonly string[];
  /** Ids gone without a redirect or a tombstone: such a release must not go out. */
  readonly lost: readonly string[];
  /** Redirects to ids that papers does not have. */
  readonly broken: readonly string[];
  readonly bump: Bump;
  /** The least version that the policy allows for the new release. */
  readonly nextVersion: string;
}

const OF_PAPERS: ReadonlySet<string> = new Set(['papers', 'metrics', 'links']);
const rowSchema = z.looseObject({});
const paperRowSchema = z.looseObject({ id: z.string(), metrics: z.array(metricSchema.loose()), links: z.array(linkSchema.loose()) });

/**
 * Compares the releases in two folders.
 * @throws DataError where a manifest or a row cannot be read; verify tells more.
 */
export async function diffReleases(oldDirectory: string, newDirectory: string): Promise<ReleaseDiff> {
  const [from, to] = [await readManifest(oldDirectory), await readManifest(newDirectory)];
  const others: TableDiff[] = [];
  const ofCapture = new Set<string>();
  for (const table of TABLES.filter(({ name }) => !OF_PAPERS.has(name))) {
    others.push(await diffTable(table, oldDirectory, newDirectory, table.name === 'appearances' ? ofCapture : null));
  }
  const papers = await diffPapers(paperRows(oldDirectory), paperRows(newDirectory), { old: await readRedirects(oldDirectory), current: await readRedirects(newDirectory) }, (id) => ofCapture.has(id));
  const tables = [...papers.tables, ...others];
  const schema = await diffSchemas(oldDirectory, newDirectory);
  return { from: from.dataset_version, to: to.dataset_version, schema, ...papers, tables, ...versionOf(from, schema, tables) };
}

function versionOf(from: Manifest, schema: SchemaDiff, tables: readonly TableDiff[]): Pick<ReleaseDiff, 'bump' | 'nextVersion'> {
  const bump = bumpFor({
    breaking: schema.breaking.length,
    fieldsAdded: schema.added.length,
    papersAdded: tables.find(({ table }) => table === 'papers')?.added ?? 0,
    rowsTouched: tables.reduce((sum, { added, removed, changed }) => sum + added + removed + changed, 0),
  });
  return { bump, nextVersion: nextVersion(from.dataset_version, bump) };
}

/** A row of appearances that changed tells that a capture changed what is known of its paper. */
async function diffTable(table: Table, oldDirectory: string, newDirectory: string, papers: Set<string> | null): Promise<TableDiff> {
  const differ = new TableDiffer(table.name);
  const reason = table.name === 'appearances' || table.name === 'captures' ? 'capture' : 'reading';
  for await (const { key, old, current } of mergeSorted(rowsOf(oldDirectory, table.name), rowsOf(newDirectory, table.name), table.primaryKey)) {
    const fields = old === null || current === null ? [] : changedFields(old, current);
    if (old !== null && current !== null && fields.length === 0) continue;
    differ.add({ key, what: old === null ? 'added' : current === null ? 'removed' : 'changed', reason, fields });
    papers?.add(String((current ?? old)?.['paper_id']));
  }
  return differ.result();
}

async function* rowsOf(directory: string, table: string): AsyncGenerator<Row> {
  for await (const row of ndjsonRows(path.join(directory, `${table}.ndjson`))) yield fit(rowSchema, row, table);
}

async function* paperRows(directory: string): AsyncGenerator<z.infer<typeof paperRowSchema>> {
  for await (const row of ndjsonRows(path.join(directory, 'papers.ndjson'))) yield fit(paperRowSchema, row, 'papers.ndjson');
}

async function readRedirects(directory: string): Promise<Redirects> {
  const redirects = new Map<string, Redirect>();
  for await (const row of ndjsonRows(path.join(directory, 'redirects.ndjson'))) {
    const redirect = fit(redirectSchema, row, path.join(directory, 'redirects.ndjson'));
    redirects.set(redirect.id, redirect);
  }
  return redirects;
}

function fit<Shape>(schema: z.ZodType<Shape>, row: unknown, where: string): Shape {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new DataError({ where, found: quote(JSON.stringify(row) ?? ''), expected: 'rows of a release', cure: 'Run verify on it: it tells what is wrong.' });
}
