/** The data dictionary: every table and field in words, generated from the zod schemas. */
import { columnsOf, csvColumnOf, csvOmission, type Column, type ColumnType } from './columns.ts';
import { rejectSchema } from './reject.ts';
import { SCHEMA_VERSION, TABLES, type Table } from './tables.ts';

const INTRODUCTION = [
  '# Data dictionary',
  '',
  '<!-- Generated from schemas/*.ts; do not edit. -->',
  '',
  `Schema version ${SCHEMA_VERSION}. Every table comes as JSON (one document), NDJSON, CSV and Parquet, with the same records.`,
  '',
  '- Absent is `null` in JSON and Parquet, and an empty cell in CSV. Lists are never null.',
  '- Dates are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SSZ` in UTC; Parquet holds them as DATE and TIMESTAMP.',
  '- Parquet types: string is STRING, int32 INT32, double DOUBLE, boolean BOOLEAN, a list LIST, a record STRUCT.',
  '- In CSV a list of strings is JSON, and a list of records is counted: its rows are in a table of their own.',
].join('\n');

/** The dictionary of every table of a release, as Markdown that ends with a line feed. */
export function dataDictionary(): string {
  const rejects = { name: 'rejects', description: 'A row per record that was kept out of the tables; NDJSON only.', row: rejectSchema, primaryKey: [], foreignKeys: [] };
  return `${[INTRODUCTION, ...[...TABLES, rejects].map(sectionOf)].join('\n\n')}\n`;
}

function sectionOf(table: Table): string {
  const columns = columnsOf(table.row);
  return [`## ${table.name}`, '', table.description, '', ...keysOf(table), ...fieldTable(table.name, columns), ...columns.flatMap((column) => nestedTable(table.name, column))].join('\n');
}

function keysOf({ primaryKey, foreignKeys }: Table): readonly string[] {
  if (primaryKey.length === 0) return [];
  const refers = foreignKeys.map(({ field, table, references }) => `\`${field}\` refers to \`${table}.${references}\`.`);
  return [[`Rows are told apart, and sorted, by ${primaryKey.map((field) => `\`${field}\``).join(', ')}.`, ...refers].join(' '), ''];
}

function fieldTable(table: string, columns: readonly Column[]): readonly string[] {
  const rows = columns.map((column) => `| \`${column.name}\` | ${typeName(column.type)} | ${column.nullable ? 'yes' : 'no'} | ${csvForm(table, column)} | ${describe(column)} |`);
  return ['| field | type | may be null | in CSV | meaning |', '| --- | --- | --- | --- | --- |', ...rows];
}

/** The fields of the records that a column nests. */
function nestedTable(table: string, column: Column): readonly string[] {
  if (column.type.kind !== 'list' || column.type.item.kind !== 'struct') return [];
  const rows = column.type.item.fields.map((field) => `| \`${field.name}\` | ${typeName(field.type)} | ${field.nullable ? 'yes' : 'no'} | ${describe(field)} |`);
  return ['', `Each record of \`${table}.${column.name}\`:`, '', '| field | type | may be null | meaning |', '| --- | --- | --- | --- |', ...rows];
}

function typeName(type: ColumnType): string {
  if (type.kind === 'list') return type.item.kind === 'struct' ? 'list of records' : `list of ${typeName(type.item)}`;
  return type.kind === 'struct' ? 'record' : type.kind;
}

function csvForm(table: string, column: Column): string {
  const omission = csvOmission(table, column.name);
  if (table === 'rejects') return '–';
  if (omission !== null) return omission;
  const { name, encoding } = csvColumnOf(column);
  return encoding === 'plain' ? 'as it is' : encoding === 'json' ? 'a JSON list' : `\`${name}\`, counted`;
}

function describe({ description, type }: Column): string {
  const values = type.kind === 'string' && type.values !== undefined ? ` One of ${type.values.map((value) => `\`${value}\``).join(', ')}.` : '';
  return `${description}${values}`.replaceAll('|', '\\|');
}
