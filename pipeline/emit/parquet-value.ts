import type { Column, ColumnType } from '../../schemas/columns.ts';
import { DataError } from '../shared/errors.ts';
import type { Cell, CellRecord } from './canonical-row.ts';

/**
 * A value as the Parquet library takes it: dates as days since 1970, moments as `Date`, text as UTF-8. It takes strings
 * too, but is a fifth slower with them.
 */
export type ParquetValue = null | number | boolean | Date | Uint8Array | readonly ParquetValue[] | ParquetRecord;
export interface ParquetRecord {
  readonly [field: string]: ParquetValue;
}

const DAY_MILLISECONDS = 86_400_000;
/** A moment with no more than the milliseconds that the column holds. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;

/**
 * A canonical value in the form that the Parquet library stores as `type`.
 * @throws {DataError} where a moment is finer than milliseconds and would lose by it.
 */
export function parquetValue(type: ColumnType, value: Cell): ParquetValue {
  if (typeof value === 'string') return textValue(type, value);
  if (typeof value !== 'object' || value === null) return value;
  if (type.kind === 'list' && isList(value)) return value.map((item) => parquetValue(type.item, item));
  if (type.kind === 'struct' && !isList(value)) return structValue(type.fields, value);
  throw new TypeError(`found ${JSON.stringify(value)}, expected a canonical ${type.kind}`);
}

function textValue(type: ColumnType, value: string): ParquetValue {
  if (type.kind === 'date') return Date.parse(`${value}T00:00:00Z`) / DAY_MILLISECONDS;
  return type.kind === 'timestamp' ? moment(value) : Buffer.from(value, 'utf8');
}

function structValue(fields: readonly Column[], record: CellRecord): ParquetRecord {
  const values: Record<string, ParquetValue> = {};
  for (const { name, type } of fields) values[name] = parquetValue(type, record[name] ?? null);
  return values;
}

function moment(value: string): Date {
  if (MOMENT.test(value)) return new Date(value);
  throw new DataError({ where: 'Parquet timestamp', found: value, expected: 'a moment in UTC with at most milliseconds' });
}

function isList(value: readonly Cell[] | CellRecord): value is readonly Cell[] {
  return Array.isArray(value);
}
