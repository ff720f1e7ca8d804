/** The rows of a table: as their schema has them, in order, and the same in every format. */
import path from 'node:path';
import { columnsOf, csvColumnsOf, type Column } from '../../schemas/columns.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Table } from '../../schemas/tables.ts';
import { canonicalRows, type CellRecord } from '../emit/canonical-row.ts';
import { csvCells } from '../emit/csv-rows.ts';
import { keyOrder } from '../emit/key-order.ts';
import { parquetValue } from '../emit/parquet-value.ts';
import { DataError } from '../shared/errors.ts';
import type { Problems } from './problems.ts';
import { csvRows, jsonRows, ndjsonRows, parquetRows } from './read-rows.ts';
import { compareRows } from './same-rows.ts';

/** Called with every row of the reference, NDJSON, that fits its schema. */
export type SeeRow = (row: CellRecord, number: number) => void;

/** Checks the rows of `table` by its NDJSON file. */
export async function checkRows(directory: string, table: Table, problems: Problems, see: SeeRow): Promise<number> {
  const file = `${table.name}.ndjson`;
  const inOrder = table.primaryKey.length === 0 ? (): void => undefined : keyOrder(table);
  const canonical = canonicalRows(file, columnsOf(table.row));
  let number = 0;
  try {
    for await (const row of ndjsonRows(path.join(directory, file))) {
      number += 1;
      const parsed = table.row.safeParse(row);
      const issue = parsed.error?.issues[0];
      if (issue !== undefined) problems.add({ where: `${file}, row ${number}, field ${issue.path.join('.')}`, found: issue.message, expected: `a row of ${table.name}` });
      if (!parsed.success || typeof row !== 'object' || row === null) continue;
      const { record } = canonical(row);
      inOrder(record);
      see(record, number);
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    problems.add({ where: `${file}: ${error.fault.where}`, found: error.fault.found, expected: error.fault.expected });
  }
  return number;
}

/** Checks that JSON, CSV and Parquet hold the rows of NDJSON, and that the manifest counts them right. */
export async function checkFormats(directory: string, table: Table, manifest: Manifest, problems: Problems): Promise<void> {
  const columns = columnsOf(table.row);
  const reference = `${table.name}.ndjson`;
  const records = (): AsyncGenerator<CellRecord> => recordsOf(ndjsonRows(path.join(directory, reference)), table.name, columns);
  const formats = {
    json: [mapped(recordsOf(jsonRows(path.join(directory, `${table.name}.json`)), table.name, columns), JSON.stringify), mapped(records(), JSON.stringify)],
    csv: [mapped(csvRows(path.join(directory, `${table.name}.csv`)), JSON.stringify), csvOf(table, records())],
    parquet: [mapped(parquetRows(path.join(directory, `${table.name}.parquet`)), (row) => comparable(columns, row)), mapped(records(), (row) => comparable(columns, parquetRecord(columns, row)))],
  } as const;
  for (const [format, [found, expected]] of Object.entries(formats)) {
    const file = `${table.name}.${format}`;
    const rows = await compareRows(found, expected, { file, reference, problems });
    checkCount(manifest, file, format === 'csv' ? rows - 1 : rows, problems);
  }
}

/** The manifest says how many rows a file holds. */
export function checkCount(manifest: Manifest, file: string, rows: number, problems: Problems): void {
  const listed = manifest.files.find((one) => one.path === file)?.rows;
  if (listed !== rows) problems.add({ where: `manifest.json, rows of ${file}`, found: String(listed), expected: String(rows) });
}

async function* recordsOf(rows: AsyncIterable<unknown>, table: string, columns: readonly Column[]): AsyncGenerator<CellRecord> {
  const canonical = canonicalRows(table, columns);
  for await (const row of rows) yield canonical(typeof row === 'object' && row !== null ? row : { row }).record;
}

async function* mapped<From>(rows: AsyncIterable<From>, map: (row: From) => string): AsyncGenerator<string> {
  for await (const row of rows) yield map(row);
}

async function* csvOf(table: Table, records: AsyncIterable<CellRecord>): AsyncGenerator<string> {
  const columns = csvColumnsOf(table);
  yield JSON.stringify(columns.map(({ name }) => name));
  for await (const record of records) yield JSON.stringify(csvCells(columns, record).map((cell) => cell ?? ''));
}

function parquetRecord(columns: readonly Column[], record: CellRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map(({ name, type }) => [name, parquetValue(type, record[name] ?? null, (text) => text)]));
}

const DAY_MILLISECONDS = 86_400_000;

/** A Parquet row as one text: fields in the order of the schema, days as numbers, moments as ISO text. */
function comparable(columns: readonly Column[], row: Readonly<Record<string, unknown>>): string {
  const values = columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    return type.kind === 'date' && value instanceof Date ? value.getTime() / DAY_MILLISECONDS : value;
  });
  const others = Object.keys(row).filter((name) => !columns.some((column) => column.name === name));
  return JSON.stringify(others.length === 0 ? values : [...values, { 'other columns': others }]);
}
