import { z } from 'zod';
import { LARGEST_INT32 } from './primitives.ts';
import type { Table } from './tables.ts';

/** The type of a value, as every format of a release can hold it. */
export type ColumnType =
  | { readonly kind: 'string'; /** The values allowed, where they are few and fixed. */ readonly values?: readonly string[] }
  | { readonly kind: 'boolean' | 'int32' | 'double' | 'date' | 'timestamp' }
  | { readonly kind: 'list'; readonly item: ColumnType }
  | { readonly kind: 'struct'; readonly fields: readonly Column[] };

/** A field of a table, read off its zod schema. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly nullable: boolean;
  readonly type: ColumnType;
}

/** How a CSV cell holds its field: as it is, as JSON, or as the number of records that a table of its own holds. */
export type CsvEncoding = 'plain' | 'json' | 'count';

/** A column of a CSV file, and the field of the row that it is made from. */
export interface CsvColumn {
  readonly name: string;
  readonly field: string;
  readonly encoding: CsvEncoding;
  readonly nullable: boolean;
  readonly description: string;
}

/** Fields that a CSV file leaves out, by table, with the reason that the data dictionary gives. */
const LEFT_OUT_OF_CSV: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  papers: { arxiv_id: 'left out: spreadsheets read 2503.02130 as a number; use id or url' },
};

/**
 * The columns of a record, in the order of its schema.
 * @throws {TypeError} where the schema uses a type that no Parquet column is made for: a fault of the schema, not of data.
 */
export function columnsOf(record: z.ZodObject): readonly Column[] {
  return Object.entries(record.shape).map(([name, schema]) => columnOf(name, schema));
}

function columnOf(name: string, schema: z.core.$ZodType): Column {
  const described = known(name, schema);
  const nullable = described instanceof z.ZodNullable;
  const inner = nullable ? known(name, described.unwrap()) : described;
  return { name, description: described.description ?? '', nullable, type: typeOf(name, inner) };
}

function known(name: string, schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new TypeError(`${name}: found a schema that is not of zod's classic API, expected one that is.`);
}

function typeOf(name: string, schema: z.ZodType): ColumnType {
  if (schema instanceof z.ZodArray) return { kind: 'list', item: typeOf(name, known(name, schema.element)) };
  if (schema instanceof z.ZodObject) return { kind: 'struct', fields: columnsOf(schema) };
  if (schema instanceof z.ZodEnum) return { kind: 'string', values: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodNumber) return numberType(name, schema);
  if (schema instanceof z.ZodISODate) return { kind: 'date' };
  if (schema instanceof z.ZodISODateTime) return { kind: 'timestamp' };
  if (schema.def.type === 'string') return { kind: 'string' };
  throw new TypeError(`${name}: found a zod ${schema.def.type}, expected a type that a column can hold.`);
}

function numberType(name: string, schema: z.ZodNumber): ColumnType {
  if (schema.format !== 'safeint') return { kind: 'double' };
  if ((schema.maxValue ?? Infinity) <= LARGEST_INT32 && (schema.minValue ?? -Infinity) >= -LARGEST_INT32) return { kind: 'int32' };
  throw new TypeError(`${name}: found an integer without bounds, expected one that 32 bits hold.`);
}

/** The columns of a table's CSV file: flat, so that a spreadsheet can hold them. */
export function csvColumnsOf(table: Table): readonly CsvColumn[] {
  return columnsOf(table.row)
    .filter((column) => csvOmission(table.name, column.name) === null)
    .map(csvColumnOf);
}

/** Why a field is left out of a table's CSV file; null where it is not. */
export function csvOmission(table: string, field: string): string | null {
  return LEFT_OUT_OF_CSV[table]?.[field] ?? null;
}

/** The CSV column that a field becomes. */
export function csvColumnOf({ name, description, nullable, type }: Column): CsvColumn {
  if (type.kind !== 'list') return { name, field: name, encoding: 'plain', nullable, description };
  if (type.item.kind === 'struct') {
    return { name: `${name}_count`, field: name, encoding: 'count', nullable, description: `How many rows table ${name} has of it.` };
  }
  return { name, field: name, encoding: 'json', nullable, description: `${description} A JSON list.` };
}
