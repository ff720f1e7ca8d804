/** Holds two sequences of rows against each other, in step. */
import { DataError, quote } from '../shared/errors.ts';
import type { Problems } from './problems.ts';

/** What is held against what. */
export interface Comparison {
  /** The file whose rows are checked. */
  readonly file: string;
  /** The file they must agree with. */
  readonly reference: string;
  readonly problems: Problems;
}

/**
 * Adds a problem for each row that differs, and for rows missing or too many at the end. A row that cannot be read ends
 * the comparison with its problem. Gives the number of rows of `found`.
 */
export async function compareRows(found: AsyncIterable<string>, expected: AsyncIterable<string>, { file, reference, problems }: Comparison): Promise<number> {
  const rows = found[Symbol.asyncIterator]();
  const references = expected[Symbol.asyncIterator]();
  let row = 0;
  for (;;) {
    const [next, wanted] = [await nextOf(rows, file, problems), await nextOf(references, reference, problems)];
    if (next === null || wanted === null || (next.done === true && wanted.done === true)) return row;
    row += 1;
    const where = `${file}, row ${row}`;
    if (next.done === true) return await missing(references, { where, row, reference, problems });
    if (wanted.done === true) problems.add({ where, found: quote(next.value), expected: `no more rows than ${reference} has` });
    else if (next.value !== wanted.value) problems.add({ where, ...difference(next.value, wanted.value, reference) });
  }
}

async function nextOf(rows: AsyncIterator<string>, file: string, problems: Problems): Promise<IteratorResult<string> | null> {
  try {
    return await rows.next();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { where, found, expected } = error.fault;
    problems.add({ where: where.includes(file) ? where : `${file}: ${where}`, found, expected });
    return null;
  }
}

async function missing(references: AsyncIterator<string>, { where, row, reference, problems }: { readonly where: string; readonly row: number; readonly reference: string; readonly problems: Problems }): Promise<number> {
  let count = 1;
  while ((await references.next()).done !== true) count += 1;
  problems.add({ where, found: `the end, ${count} rows early`, expected: `as many rows as ${reference} has` });
  return row - 1;
}

const AROUND = 30;

/** The two rows around the first character in which they differ. */
function difference(found: string, expected: string, reference: string): { readonly found: string; readonly expected: string } {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at += 1;
  const from = Math.max(0, at - AROUND);
  return { found: quote(found.slice(from, at + 2 * AROUND)), expected: `${quote(expected.slice(from, at + 2 * AROUND))}, as in ${reference}` };
}
