/** `datapackage.json`: Frictionless Data Package 2.0, each CSV table with its schema, each other file with its hash. */
import { columnsOf, csvColumnsOf, type ColumnType, type CsvColumn } from '../../schemas/columns.ts';
import type { Manifest, ReleaseFile } from '../../schemas/manifest.ts';
import { TABLES, type Table } from '../../schemas/tables.ts';
import { DATA_LICENCE, PROJECT } from './project.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson', parquet: 'application/vnd.apache.parquet',
};
const TYPES = { string: 'string', boolean: 'boolean', int32: 'integer', double: 'number', date: 'date', timestamp: 'datetime' } as const;

/** The data package of a release. */
export function dataPackage(manifest: Manifest): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: PROJECT.name,
    title: PROJECT.title,
    description: `${PROJECT.summary} ${PROJECT.caveat}`,
    homepage: PROJECT.repository,
    version: manifest.dataset_version,
    ...(manifest.generated_from.newest_captured_at === null ? {} : { created: manifest.generated_from.newest_captured_at }),
    keywords: PROJECT.keywords,
    licenses: [{ name: DATA_LICENCE.spdx, path: DATA_LICENCE.url, title: DATA_LICENCE.title }],
    contributors: [{ title: PROJECT.author, roles: ['creator'] }],
    resources: manifest.files.filter(({ format }) => format in MEDIA_TYPES).map(resourceOf),
  };
}

function resourceOf(file: ReleaseFile): object {
  const table = TABLES.find(({ name }) => name === file.table);
  return {
    name: nameOf(file),
    path: file.path,
    ...(table === undefined ? {} : { description: table.description }),
    format: file.format,
    mediatype: MEDIA_TYPES[file.format],
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(table !== undefined && file.format === 'csv' ? { type: 'table', dialect: { lineTerminator: '\r\n' }, schema: tableSchema(table) } : {}),
  };
}

/** The CSV files bear the names of their tables, as foreign keys refer to them. */
function nameOf({ path, table, format }: ReleaseFile): string {
  if (table !== null) return format === 'csv' ? table : `${table}-${format}`;
  return path.toLowerCase().replace(/[^a-z0-9]/g, '-');
}

function tableSchema(table: Table): object {
  const types = new Map(columnsOf(table.row).map(({ name, type }) => [name, type]));
  return {
    fields: csvColumnsOf(table).map((column) => fieldOf(column, types.get(column.field))),
    missingValues: [''],
    primaryKey: table.primaryKey,
    ...(table.foreignKeys.length === 0 ? {} : { foreignKeys: table.foreignKeys.map(({ field, table: resource, references }) => ({ fields: [field], reference: { resource, fields: [references] } })) }),
  };
}

function fieldOf({ name, description, nullable, encoding }: CsvColumn, type: ColumnType | undefined): object {
  const constraints = { ...(nullable ? {} : { required: true }), ...(type?.kind === 'string' && type.values !== undefined ? { enum: type.values } : {}) };
  return { name, description, type: typeName(encoding, type), ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
}

function typeName(encoding: CsvColumn['encoding'], type: ColumnType | undefined): string {
  if (encoding === 'json') return 'array';
  if (encoding === 'count' || type === undefined || type.kind === 'list' || type.kind === 'struct') return 'integer';
  return TYPES[type.kind];
}
