import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sidecarOf } from '../../pipeline/captures/write-capture.ts';
import { checkAnswer, checkDocument, type Contents } from '../../pipeline/fetch/check.ts';
import type { Answer } from '../../pipeline/fetch/client.ts';
import { parsingInspector } from '../../pipeline/fetch/inspect.ts';
import { pageOf } from '../../pipeline/fetch/pages.ts';
import type { Listing } from '../../pipeline/fetch/plan.ts';
import { sidecarFacts } from '../../pipeline/fetch/sidecar.ts';

const ORIGIN = 'https://source.example';

/** An answer that holds `body`, as it should be for the first page of a list. */
function answerTo(listing: Listing, body: Uint8Array, over: Partial<Answer> = {}): Answer {
  const { path: asked, kind } = pageOf(listing, 0);
  const mediaType = kind === 'listing-json' ? 'application/json' : 'text/html';
  return { status: 200, url: ORIGIN + asked, notModified: false, mediaType, etag: null, lastModified: null, receivedAt: 0, body, ...over };
}

function check(listing: Listing, body: Uint8Array, over: Partial<Answer> = {}): Contents {
  const page = pageOf(listing, 0);
  const answer = answerTo(listing, body, over);
  checkAnswer(page, answer);
  return checkDocument(page, { sidecar: sidecarOf(sidecarFacts(page, answer), body), content: body }, parsingInspector);
}

const DAY: Listing = { list: 'daily', period: '2026-01-07' };
const EMPTY = Buffer.from('[]');

describe('the check of an answer', () => {
  it.each([
    ['a parameter more', { url: `${ORIGIN}/api/daily_papers?limit=100&p=0&date=2026-01-07&locale=en` }],
    ['a media type in capitals, with parameters', { mediaType: 'Application/JSON ; charset=utf-8' }],
  ])('passes %s', (_, over) => {
    expect(check(DAY, EMPTY, over)).toEqual({ entries: 0, rejected: 0, days: [] });
  });

  it.each([
    ['a status of success without a document', { status: 204 }, /status 204/],
    ['a status of a challenge', { status: 202 }, /status 202/],
    ['no media type', { mediaType: null }, /the media type ""/],
    ['another path', { url: `${ORIGIN}/papers` }, /a redirect to \/papers,/],
    ['another day', { url: `${ORIGIN}/api/daily_papers?date=2026-01-06&limit=100&p=0` }, /a redirect to .*date=2026-01-06/],
    ['a parameter lost', { url: `${ORIGIN}/api/daily_papers?date=2026-01-07&limit=100` }, /a redirect to/],
  ])('refuses %s', (_, over, message) => {
    expect(() => check(DAY, EMPTY, over)).toThrow(message);
  });

  it('does not keep an overlong header', () => {
    const { etag, media_type } = sidecarFacts(pageOf(DAY, 0), answerTo(DAY, EMPTY, { etag: `"${'x'.repeat(9_000)}"`, mediaType: '' }));
    expect({ etag, media_type }).toEqual({ etag: null, media_type: 'application/json' });
  });
});

const REAL = path.resolve('../shared/captures/daily');
const realDays = existsSync(REAL) ? readdirSync(REAL).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort() : [];

describe.skipIf(realDays.length === 0)('the check of real answers', () => {
  it('passes every one as the list of its own day', async () => {
    for (const name of realDays) {
      const { entries, rejected } = check({ list: 'daily', period: name.slice(0, 10) }, await readFile(path.join(REAL, name)));
      expect({ name, rejected, hasEntries: entries > 0 }).toEqual({ name, rejected: 0, hasEntries: true });
    }
  });

  it('refuses every one as the list of a year earlier', async () => {
    const passed: string[] = [];
    for (const name of realDays) {
      const body = await readFile(path.join(REAL, name));
      const period = `${Number(name.slice(0, 4)) - 1}-01-01`;
      try {
        if (check({ list: 'daily', period }, body).days.length > 0) passed.push(name);
      } catch {
        continue;
      }
    }
    expect(passed).toEqual([]);
  });
});
