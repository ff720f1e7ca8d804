import type { Table } from '../../schemas/tables.ts';
import { DataError } from '../shared/errors.ts';
import type { CellRecord } from './canonical-row.ts';

type Key = readonly (string | number)[];

/**
 * Watches that the rows of a table come in the order of its primary key, each key once: numbers by value, text by
 * UTF-16 code units. One comparison a row, and the promise holds whatever the stages before did.
 * @returns a function to call with every row, that throws {DataError} for the first one out of order.
 */
export function keyOrder({ name, primaryKey }: Table): (record: CellRecord) => void {
  let previous: Key | null = null;
  return (record) => {
    const key = primaryKey.map((field) => keyPart(record[field]));
    if (previous !== null && !isBefore(previous, key)) {
      throw new DataError({
        where: `table ${name}`,
        found: `key ${key.join(', ')} after ${previous.join(', ')}`,
        expected: `rows in the order of ${primaryKey.join(', ')}, each key once`,
      });
    }
    previous = key;
  };
}

function keyPart(value: CellRecord[string] | undefined): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function isBefore(left: Key, right: Key): boolean {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (other === undefined || value > other) return false;
    if (value < other) return true;
  }
  return false;
}
