import type { Column, ColumnType } from '../../schemas/columns.ts';
import { DataError, quote } from '../shared/errors.ts';

/** A value as every format can hold it. */
export type Cell = null | string | number | boolean | readonly Cell[] | CellRecord;
export interface CellRecord {
  readonly [field: string]: Cell;
}

/** A row ready for every format: its fields in the order of the schema, and the same as one line of JSON. */
export interface CanonicalRow {
  readonly record: CellRecord;
  readonly json: string;
}

/**
 * Brings rows of a table into the one form that all formats are written from, so that no format can hold more, less or
 * anything else than another.
 * @param key the fields by which errors name a row; without them it is named by its number.
 * @returns a function to call with every row of the table, in order.
 * @throws {DataError} from that function, where a field is missing, unknown or of the wrong type.
 */
export function canonicalRows(table: string, columns: readonly Column[], key: readonly string[] = []): (row: object) => CanonicalRow {
  let position = 0;
  return (row) => {
    position += 1;
    const name = key.length === 0 ? `row ${position}` : rowName(row, key);
    const record = canonicalRecord(columns, row, `${table}, ${name}`);
    return { record, json: JSON.stringify(record) };
  };
}

/** A row by its key: `arxiv:2501.00663, 2`. */
export function rowName(row: object, key: readonly string[]): string {
  return key.map((field) => String(Reflect.get(row, field))).join(', ');
}

function canonicalRecord(columns: readonly Column[], value: unknown, where: string): CellRecord {
  if (typeof value !== 'object' || value === null) throw mismatch(where, value, 'a record');
  const given = new Map<string, unknown>(Object.entries(value));
  const cells: Record<string, Cell> = {};
  for (const column of columns) {
    cells[column.name] = canonicalField(column, given.get(column.name), where);
    given.delete(column.name);
  }
  for (const name of given.keys()) throw mismatch(where, name, `one of the fields ${columns.map((column) => column.name).join(', ')}`);
  return cells;
}

function canonicalField({ name, nullable, type }: Column, value: unknown, where: string): Cell {
  if (value === null && nullable) return null;
  return canonicalValue(type, value, `${where}, field ${name}`);
}

function canonicalValue(type: ColumnType, value: unknown, where: string): Cell {
  switch (type.kind) {
    case 'list':
      if (!Array.isArray(value)) throw mismatch(where, value, 'a list');
      return value.map((item, index) => canonicalValue(type.item, item, `${where}[${index}]`));
    case 'struct':
      return canonicalRecord(type.fields, value, where);
    case 'boolean':
      if (typeof value !== 'boolean') throw mismatch(where, value, 'true or false');
      return value;
    case 'int32':
    case 'double':
      // Adding zero makes -0 the 0 that JSON would make of it.
      if (typeof value !== 'number' || !Number.isFinite(value)) throw mismatch(where, value, 'a finite number');
      return value + 0;
    default:
      if (typeof value !== 'string') throw mismatch(where, value, 'text');
      return value;
  }
}

function mismatch(where: string, found: unknown, expected: string): DataError {
  const text = typeof found === 'string' ? `"${quote(found)}"` : quote(JSON.stringify(found) ?? 'nothing');
  return new DataError({ where, found: text, expected, cure: 'The stages before emit must hand over rows that their schema accepts.' });
}
