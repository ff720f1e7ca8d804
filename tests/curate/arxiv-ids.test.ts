/** The curated table of ids: rows read, rows set aside with their reason, tables refused. */
import { describe, expect, it } from 'vitest';
import { parseIdentities } from '../../pipeline/curate/arxiv-ids.ts';
import { captureOf } from '../parse/captures.ts';

const HEADER = 'title,arxiv_id,published,evidence';

function read(...rows: readonly string[]): ReturnType<typeof parseIdentities> {
  return parseIdentities(captureOf('arxiv-ids', [HEADER, ...rows, ''].join('\r\n')));
}

describe('parseIdentities', () => {
  it('reads titles with commas, days and months', () => {
    const { rows, rejects } = read('"A title, with a comma",2306.17525,2023-06-30,seen', 'Another,2502.07490,2025-02,seen');
    expect(rows.map(({ title, arxiv_id }) => [title, arxiv_id])).toEqual([['A title, with a comma', '2306.17525'], ['Another', '2502.07490']]);
    expect(rejects).toEqual([]);
  });

  it.each([
    ['an id that is none', 'A,123,2023-06-30,seen', 'arxiv_id'],
    ['a day that is none', 'A,2306.17525,2023-02-30,seen', 'published'],
    ['no evidence', 'A,2306.17525,2023-06-30,', 'evidence'],
  ])('sets aside a row with %s', (_, row, field) => {
    const { rows, rejects } = read(row, 'Another,2502.07490,2025-02,seen');
    expect(rows).toHaveLength(1);
    expect(rejects.map((reject) => [reject.position, reject.field])).toEqual([[1, field]]);
  });

  it('sets aside a title that is there before, and takes two titles of one paper', () => {
    expect(read('A,2306.17525,2023-06,x', 'A,2306.17526,2023-06,x').rejects).toHaveLength(1);
    expect(read('A,2306.17525,2023-06,x', 'B,2306.17525,2023-06,x').rejects).toEqual([]);
  });

  it('sets aside a title that differs by case alone, also one of a table before', () => {
    expect(read('A Title,2306.17525,2023-06,x', 'a title,2306.17526,2023-06,x').rejects).toHaveLength(1);
    const seen = new Map<string, string>();
    const table = captureOf('arxiv-ids', `${HEADER}\r\nA Title,2306.17525,2023-06,x\r\n`);
    expect([parseIdentities(table, seen), parseIdentities(table, seen)].map(({ rows, rejects }) => [rows.length, rejects.length])).toEqual([[1, 0], [0, 1]]);
  });

  it('refuses another header, and what is no CSV', () => {
    expect(() => parseIdentities(captureOf('arxiv-ids', 'a,b\r\n1,2\r\n'))).toThrow(/title/);
    expect(() => parseIdentities(captureOf('arxiv-ids', `${HEADER}\r\n"open,1,2,3`))).toThrow(/found/);
  });
});
