import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, rangeOf } from '../../pipeline/fetch/periods.ts';

describe('rangeOf', () => {
  it.each([
    { period: '2025-03-17', expected: { first: '2025-03-17', last: '2025-03-17' } },
    { period: '2025-02-29', expected: null },
    { period: '2025-13-40', expected: null },
    { period: '2025-W12', expected: { first: '2025-03-17', last: '2025-03-23' } },
    { period: '2025-W01', expected: { first: '2024-12-30', last: '2025-01-05' } },
    { period: '2026-W53', expected: { first: '2026-12-28', last: '2027-01-03' } },
    { period: '2025-W53', expected: null },
    { period: '2025-W00', expected: null },
    { period: '2025-W54', expected: null },
    { period: '2024-02', expected: { first: '2024-02-01', last: '2024-02-29' } },
    { period: '2025-12', expected: { first: '2025-12-01', last: '2025-12-31' } },
    { period: '2025-13', expected: null },
    { period: 'diffusion', expected: null },
  ])('$period', ({ period, expected }) => {
    expect(rangeOf(period)).toEqual(expected);
  });
});

describe('days', () => {
  it('go over the ends of months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  it('from one to another hold both, each once', () => {
    expect(daysFrom('2025-03-29', '2025-04-01')).toEqual(['2025-03-29', '2025-03-30', '2025-03-31', '2025-04-01']);
    expect(daysFrom('2025-03-29', '2025-03-29')).toEqual(['2025-03-29']);
    expect(daysFrom('2025-03-29', '2025-03-28')).toEqual([]);
  });
});
