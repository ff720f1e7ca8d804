/** Whatever bytes come: entries, rejects or a clear error; no crash and no hang. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdentities } from '../../pipeline/parse/arxiv-ids.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import { DataError } from '../../pipeline/shared/errors.ts';
import { readFileSync } from 'node:fs';
import { captureOf } from './captures.ts';
import { madeCard, madeItem, madePage } from './made-pages.ts';

const seeds = {
  'listing-json': Buffer.from(JSON.stringify([madeItem(0), madeItem(1)])),
  'listing-html': Buffer.from(madePage({ dailyPapers: [madeItem(0)], dateString: '2026-01-07' }, [madeCard(0), madeCard(1)])),
  'listing-text': readFileSync('raw/listing-2025-03-17.txt').subarray(0, 6_000),
  'arxiv-ids': readFileSync('raw/arxiv-ids.csv').subarray(0, 1_500),
} as const;

/** The seed with bytes changed, a piece cut out, or nothing of it left. */
function damaged(seed: Buffer): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
    const bytes = Buffer.from(seed);
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });
  const cuts = fc.tuple(fc.nat(seed.length), fc.nat(seed.length)).map(([from, to]) => Buffer.concat([seed.subarray(0, Math.min(from, to)), seed.subarray(Math.max(from, to))]));
  return fc.oneof(flips, cuts, fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)));
}

describe.each(Object.entries(seeds))('%s', (kind, seed) => {
  it('is read, set aside or refused, whatever its bytes', { timeout: 60_000 }, () => {
    const property = fc.property(damaged(seed), (bytes) => {
      try {
        const capture = captureOf(kind as keyof typeof seeds, bytes);
        const read = kind === 'arxiv-ids' ? parseIdentities(capture).rows : parseListing(capture).entries;
        expect(Array.isArray(read)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
      }
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});
