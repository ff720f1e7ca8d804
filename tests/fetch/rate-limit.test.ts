import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllowance, readQuota, readRetryAfter } from '../../pipeline/fetch/rate-limit.ts';

const NOW = Date.parse('2026-01-10T12:00:00Z');

describe('headers on limits', () => {
  it.each([
    { header: '"api";r=489;t=137', expected: { left: 489, resetMs: 137_000 } },
    { header: '"pages"; r=0; t=1', expected: { left: 0, resetMs: 1_000 } },
    { header: '"api";r=1;t=2, "other";r=3;t=4', expected: { left: 1, resetMs: 2_000 } },
    { header: '"api";r=489', expected: null },
    { header: 'r=-1;t=2', expected: null },
    { header: '', expected: null },
    { header: null, expected: null },
  ])('RateLimit $header', ({ header, expected }) => {
    expect(readAllowance(header)).toEqual(expected);
  });

  it.each([
    { header: '"fixed window";"api";q=500;w=300', expected: { requests: 500, windowMs: 300_000 } },
    { header: '"api";q=0;w=300', expected: null },
    { header: '"api";q=500', expected: null },
    { header: null, expected: null },
  ])('RateLimit-Policy $header', ({ header, expected }) => {
    expect(readQuota(header)).toEqual(expected);
  });

  it.each([
    { header: '120', expected: 120_000 },
    { header: ' 0 ', expected: 0 },
    { header: 'Sat, 10 Jan 2026 12:01:00 GMT', expected: 60_000 },
    { header: 'Sat, 10 Jan 2026 11:00:00 GMT', expected: 0 },
    { header: '2026-01-10', expected: null },
    { header: '-5', expected: null },
    { header: '1e9', expected: null },
    { header: 'soon', expected: null },
    { header: null, expected: null },
  ])('Retry-After $header', ({ header, expected }) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });

  it('never gives a negative or endless pause, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (header) => {
        const pause = readRetryAfter(header, NOW);
        expect(pause === null || (Number.isFinite(pause) && pause >= 0)).toBe(true);
        readAllowance(header);
        readQuota(header);
      }),
    );
  });
});
