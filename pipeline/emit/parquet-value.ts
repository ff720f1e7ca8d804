import type { Column, ColumnType } from '../../schemas/columns.ts';
import { DataError } from '../shared/errors.ts';
import type { Cell, CellRecord } from './canonical-row.ts';

/** A value as the Parquet library takes it: dates as days since 1970, moments as `Date`. */
export type ParquetValue = null | string | number | boolean | Date | readonly ParquetValue[] | ParquetRecord;
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
  if (value === null) return null;
  switch (type.kind) {
    case 'list':
      return Array.isArray(value) ? value.map((item: Cell) => parquetValue(type.item, item)) : null;
    case 'struct':
      return isRecord(value) ? structValue(type.fields, value) : null;
    case 'date':
      return Date.parse(`${String(value)}T00:00:00Z`) / DAY_MILLISECONDS;
    case 'timestamp':
      return moment(String(value));
    default:
      return typeof value === 'object' ? null : value;
  }
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

function isRecord(value: Cell): value is CellRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
