/** Walks two files of rows in the order of their keys, side by side, holding one row of each. */

export type Row = Readonly<Record<string, unknown>>;

/** A key with its row in the old release, in the new one, or both. */
export interface Pair<R extends Row> {
  readonly key: string;
  readonly old: R | null;
  readonly current: R | null;
}

type Key = readonly (string | number)[];

/** Every key of either, in order. Rows come sorted by `keyFields`: numbers by value, text by UTF-16 code units. */
export async function* mergeSorted<R extends Row>(oldRows: AsyncIterable<R>, newRows: AsyncIterable<R>, keyFields: readonly string[]): AsyncGenerator<Pair<R>> {
  const [olds, news] = [oldRows[Symbol.asyncIterator](), newRows[Symbol.asyncIterator]()];
  let [old, current] = [await nextRow(olds), await nextRow(news)];
  while (old !== null || current !== null) {
    const order = old === null ? 1 : current === null ? -1 : compare(keyOf(old, keyFields), keyOf(current, keyFields));
    yield { key: keyOf(order > 0 ? (current ?? {}) : (old ?? {}), keyFields).join(' '), old: order > 0 ? null : old, current: order < 0 ? null : current };
    if (order <= 0) old = await nextRow(olds);
    if (order >= 0) current = await nextRow(news);
  }
}

async function nextRow<R extends Row>(rows: AsyncIterator<R>): Promise<R | null> {
  const next = await rows.next();
  return next.done === true ? null : next.value;
}

function keyOf(row: Row, fields: readonly string[]): Key {
  return fields.map((field) => {
    const value = row[field];
    return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value ?? null);
  });
}

function compare(left: Key, right: Key): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
