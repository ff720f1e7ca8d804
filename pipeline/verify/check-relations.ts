/** What holds between tables, and between the fields of a paper. */
import path from 'node:path';
import { columnsOf } from '../../schemas/columns.ts';
import { paperSchema } from '../../schemas/paper.ts';
import { redirectSchema } from '../../schemas/redirect.ts';
import { TABLES, type Table } from '../../schemas/tables.ts';
import type { Paper } from '../../schemas/types.ts';
import { canonicalRows, type Cell, type CellRecord } from '../emit/canonical-row.ts';
import { DataError } from '../shared/errors.ts';
import { RULES } from '../validate/rules.ts';
import { checkRedirects } from '../validate/redirects.ts';
import type { Problems } from './problems.ts';
import { ndjsonRows } from './read-rows.ts';
import { compareRows } from './same-rows.ts';

/** The keys that other tables refer to, gathered while the tables are read. */
export class Keys {
  readonly #known = new Map<string, Set<string>>();

  constructor() {
    const references = TABLES.flatMap((table): readonly string[] => table.foreignKeys.map((key) => `${key.table}.${key.references}`));
    for (const reference of references) this.#known.set(reference, new Set());
  }

  see(table: Table, row: CellRecord): void {
    for (const field of table.primaryKey) this.#known.get(`${table.name}.${field}`)?.add(keyText(row[field]));
  }

  has(table: string, field: string, key: string): boolean {
    return this.#known.get(`${table}.${field}`)?.has(key) ?? false;
  }
}

function keyText(key: Cell | undefined): string {
  return typeof key === 'string' ? key : JSON.stringify(key ?? null);
}

/** Adds a problem for each key of `row` that no row of the other table has. */
export function checkForeignKeys(table: Table, row: CellRecord, number: number, keys: Keys, problems: Problems): void {
  for (const { field, table: other, references } of table.foreignKeys) {
    const key = row[field];
    if (key === null || key === undefined || keys.has(other, references, keyText(key))) continue;
    problems.add({ where: `${table.name}.ndjson, row ${number}, field ${field}`, found: keyText(key), expected: `a value that ${other}.${references} has` });
  }
}

/** Offsets, evidence and the other rules of a paper. */
export function checkPaper(paper: Paper, number: number, problems: Problems): void {
  for (const { field, found, expected } of RULES.flatMap((rule) => rule.check(paper))) {
    problems.add({ where: `papers.ndjson, row ${number} (${paper.id}), field ${field}`, found, expected });
  }
}

/** A row of NDJSON as a paper; null where it is none, which the check of its table told already. */
export function paperOf(row: CellRecord): Paper | null {
  return paperSchema.safeParse(row).data ?? null;
}

/** The tables of links and metrics are what the papers hold nested. */
export async function checkNested(directory: string, table: Table & { readonly name: 'links' | 'metrics' }, problems: Problems): Promise<number> {
  const canonical = canonicalRows(table.name, columnsOf(table.row));
  async function* nested(): AsyncGenerator<string> {
    for await (const row of ndjsonRows(path.join(directory, 'papers.ndjson'))) {
      const paper = paperSchema.safeParse(row).data;
      for (const [index, child] of (paper?.[table.name] ?? []).entries()) yield canonical({ paper_id: paper?.id, position: index + 1, ...child }).json;
    }
  }
  async function* rows(): AsyncGenerator<string> {
    for await (const row of ndjsonRows(path.join(directory, `${table.name}.ndjson`))) yield canonical(typeof row === 'object' && row !== null ? row : {}).json;
  }
  return await compareRows(rows(), nested(), { file: `${table.name}.ndjson`, reference: 'papers.ndjson', problems });
}

/** The laws of redirects. */
export async function checkRedirectLaws(directory: string, keys: Keys, problems: Problems): Promise<number> {
  const redirects = [];
  for await (const row of ndjsonRows(path.join(directory, 'redirects.ndjson'))) redirects.push(redirectSchema.parse(row));
  try {
    checkRedirects(redirects, (id) => keys.has('papers', 'id', id));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    problems.add({ where: `redirects.ndjson: ${error.fault.where}`, found: error.fault.found, expected: error.fault.expected });
  }
  return redirects.length;
}
