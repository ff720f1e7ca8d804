/** Makes tables whose rows are read late. */
import { lazy } from '../pipeline/shared/lazy.ts';
import type { Table } from './table.ts';

/** A table whose rows `read` gives when first asked for. */
export function tableOf<Row>(read: () => readonly Row[]): Table<Row> {
  const rows = lazy(read);
  return {
    get size() {
      return rows().length;
    },
    all: rows,
    [Symbol.iterator]: () => rows()[Symbol.iterator](),
  };
}
