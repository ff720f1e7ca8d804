/** Whatever bytes come: entries, rejects or a clear error; no crash and no hang. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdentities } from '../../pipeline/parse/arxiv-ids.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import { DataError } from '../../pipeline/shared/errors.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { captureOf } from './captures.ts';
import { madeCard, madeItem, madePage } from './made-pages.ts';

const seeds: readonly (readonly [Sidecar['kind'], Buffer])[] = [
  ['listing-json', Buffer.from(JSON.stringify([madeItem(0), madeItem(1)]))],
  ['listing-html', Buffer.from(madePage({ dailyPapers: [madeItem(0)], dateString: '2026-01-07' }, [madeCard(0), madeCard(1)]))],
  ['listing-text', readFileSync('raw/listing-2025-03-17.txt').subarray(0, 6_000)],
  ['arxiv-ids', readFileSync('raw/arxiv-ids.csv').subarray(0, 1_500)],
];

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

function outcomeOf(kind: Sidecar['kind'], bytes: Uint8Array): string {
  try {
    const capture = captureOf(kind, bytes);
    const read = kind === 'arxiv-ids' ? parseIdentities(capture).rows : parseListing(capture).entries;
    return Array.isArray(read) ? 'as it should be' : 'no list';
  } catch (error) {
    return error instanceof DataError ? 'as it should be' : String(error);
  }
}

describe.each(seeds)('%s', (kind, seed) => {
  it('is read, set aside or refused, whatever its bytes', { timeout: 60_000 }, () => {
    const property = fc.property(damaged(seed), (bytes) => {
      expect(outcomeOf(kind, bytes)).toBe('as it should be');
    });
    fc.assert(property, { numRuns: 2_500 });
  });
});
