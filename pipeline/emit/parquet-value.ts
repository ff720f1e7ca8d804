import type { Column, ColumnType } from '../../schemas/columns.ts';
import { DataError } from '../shared/errors.ts';
import type { Cell, CellRecord } from './canonical-row.ts';

/** A value as the Parquet library takes it: dates as days since 1970, moments as `Date`. */
export type ParquetValue = null | number | boolean | Date | ParquetText | readonly ParquetValue[] | ParquetRecord;
/** UTF-8, or a string, with which the library is a fifth slower. */
export type ParquetText = Uint8Array | string;
export interface ParquetRecord {
  readonly [field: string]: ParquetValue;
}

const DAY_MILLISECONDS = 86_400_000;
/** A moment with no more than the milliseconds that the column holds. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;

/**
 * A canonical value in the form that the Parquet library stores as `type`.
 * @param textOf gives text in the form it is wanted in.
 * @throws {DataError} where a moment is finer than milliseconds and would lose by it.
 */
export function parquetValue(type: ColumnType, value: Cell, textOf: (text: string) => ParquetText = utf8Of): ParquetValue {
  if (typeof value === 'string') return textValue(type, value, textOf);
  if (typeof value !== 'object' || value === null) return value;
  if (type.kind === 'list' && isList(value)) return value.map((item) => parquetValue(type.item, item, textOf));
  if (type.kind === 'struct' && !isList(value)) return structValue(type.fields, value, textOf);
  throw new TypeError(`found ${JSON.stringify(value)}, expected a canonical ${type.kind}`);
}

function utf8Of(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function textValue(type: ColumnType, value: string, textOf: (text: string) => ParquetText): ParquetValue {
  if (type.kind === 'date') return Date.parse(`${value}T00:00:00Z`) / DAY_MILLISECONDS;
  return type.kind === 'timestamp' ? moment(value) : textOf(value);
}

function structValue(fields: readonly Column[], record: CellRecord, textOf: (text: string) => ParquetText): ParquetRecord {
  const values: Record<string, ParquetValue> = {};
  for (const { name, type } of fields) values[name] = parquetValue(type, record[name] ?? null, textOf);
  return values;
}

function moment(value: string): Date {
  if (MOMENT.test(value)) return new Date(value);
  throw new DataError({ where: 'Parquet timestamp', found: value, expected: 'a moment in UTC with at most milliseconds' });
}

function isList(value: readonly Cell[] | CellRecord): value is readonly Cell[] {
  return Array.isArray(value);
}
