/** Whatever bytes come: entries, rejects or a clear error; no crash and no hang. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../pipeline/curate/corrections.ts';
import { readRedirects } from '../../pipeline/curate/redirects.ts';
import { filterLine } from '../../pipeline/extract/filter.ts';
import { parseIdentities } from '../../pipeline/curate/arxiv-ids.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import type { LoadedCapture } from '../../pipeline/records.ts';
import { DataError } from '../../pipeline/shared/errors.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { captureOf } from './captures.ts';
import { madeCard, madeItem, madePage } from './made-pages.ts';

const REAL_DAY = '../shared/captures/daily/2024-06-11.json';
const REAL_PAGE = '../shared/captures/listing-2024-08-01.html';

function realOr(file: string, made: string): Buffer {
  return existsSync(file) ? readFileSync(file) : Buffer.from(made);
}

const seeds: readonly (readonly [Sidecar['kind'], string, Buffer, runs: number])[] = [
  ['listing-json', 'made up', Buffer.from(JSON.stringify([madeItem(0), madeItem(1)])), 2_000],
  ['listing-json', 'real where it is at hand', realOr(REAL_DAY, JSON.stringify([madeItem(2)])), 500],
  ['listing-html', 'made up', Buffer.from(madePage({ dailyPapers: [madeItem(0)], dateString: '2026-01-07' }, [madeCard(0), madeCard(1)])), 2_000],
  ['listing-html', 'real where it is at hand', realOr(REAL_PAGE, madePage({ dailyPapers: [madeItem(1)], dateString: '2026-01-08' }, [])), 200],
  ['listing-text', 'real', readFileSync('raw/listing-2025-03-17.txt').subarray(0, 6_000), 2_500],
  ['arxiv-ids', 'real', readFileSync('raw/arxiv-ids.csv').subarray(0, 1_500), 2_000],
  ['redirects', 'made up', Buffer.from('id,kind,targets,date,reason\ntitle:0123456789ab,moved,arxiv:2501.00001,2025-04-01,its id became known\n'), 500],
  ['corrections', 'made up', Buffer.from('paper_id,field,new,reason,date\narxiv:2501.00001,title,"""A""",misread,2025-04-01\n'), 500],
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

type Reader = (capture: LoadedCapture) => readonly unknown[];

const listing: Reader = (capture) => parseListing(capture).entries;
const READERS: Readonly<Record<Sidecar['kind'], Reader>> = {
  'listing-json': listing,
  'listing-html': listing,
  'listing-text': listing,
  'arxiv-ids': (capture) => parseIdentities(capture).rows,
  redirects: readRedirects,
  corrections: readCorrections,
};

function outcomeOf(kind: Sidecar['kind'], bytes: Uint8Array): string {
  try {
    return Array.isArray(READERS[kind](captureOf(kind, bytes))) ? 'as it should be' : 'no list';
  } catch (error) {
    return error instanceof DataError ? 'as it should be' : String(error);
  }
}

describe.each(seeds)('%s, %s', (kind, _, seed, numRuns) => {
  it('is read, set aside or refused, whatever its bytes', { timeout: 60_000 }, () => {
    const property = fc.property(damaged(seed), (bytes) => {
      expect(outcomeOf(kind, bytes)).toBe('as it should be');
    });
    fc.assert(property, { numRuns });
  });
});

describe('a line of NDJSON', () => {
  it('gives a line, whatever its bytes', { timeout: 60_000 }, () => {
    const seed = Buffer.from(JSON.stringify({ id: '../\u202e\u0000', title: '=cmd|x', abstract: 'Ours (see __proto__) reaches an FID of 1.24 on ImageNet 256x256, 2.4x faster.' }));
    const property = fc.property(damaged(seed), (bytes) => {
      const { line, failed } = filterLine({ bytes, number: 7 });
      expect(Object.keys(JSON.parse(line))).toEqual(failed ? ['error', 'line'] : ['id', 'title', 'abstract', 'code_status', 'links', 'metrics']);
      expect(line).not.toContain('\n');
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});
