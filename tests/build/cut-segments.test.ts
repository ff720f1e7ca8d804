import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSegments } from '../../pipeline/build/cut-segments.ts';

function idsOf(numbers: readonly number[]): readonly string[] {
  return [...new Set(numbers)].map((number) => `arxiv:${String(2001 + (number % 12))}.${String(number).padStart(5, '0')}`).toSorted();
}

const ids = idsOf(Array.from({ length: 20_000 }, (_, index) => index * 4 + 1));

function contentOf(of: readonly string[]): ReadonlySet<string> {
  return new Set(cutSegments(of).map(({ start, end }) => of.slice(start, end).join()));
}

describe('segments', () => {
  it('hold every paper once, in order, and none too many', () => {
    fc.assert(fc.property(fc.array(fc.nat(99_999), { maxLength: 6_000 }), (numbers) => {
      const some = idsOf(numbers);
      const runs = cutSegments(some);
      expect(runs.flatMap(({ start, end }) => some.slice(start, end))).toEqual(some);
      for (const { start, end } of runs) expect(end - start).toBeLessThanOrEqual(768);
    }));
  });

  it('stay as they were around a paper that comes in', () => {
    const before = contentOf(ids);
    for (const number of [2, 40_002, 79_998]) {
      const after = contentOf([...ids, ...idsOf([number])].toSorted());
      expect([...after].filter((content) => !before.has(content)).length).toBeLessThanOrEqual(2);
    }
  });
});
