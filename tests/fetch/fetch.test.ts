import { describe, expect, it } from 'vitest';
import { listCaptures, loadCapture } from '../../pipeline/captures/store.ts';
import { sidecarOf, writeCapture } from '../../pipeline/captures/write-capture.ts';
import { describeSummary, fetchListings, type FetchSummary } from '../../pipeline/fetch/fetch.ts';
import { parsingInspector } from '../../pipeline/fetch/inspect.ts';
import type { Listing } from '../../pipeline/fetch/plan.ts';
import { openRawStore } from '../../pipeline/fetch/raw-store.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { aSidecar } from '../support/records.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { fakeClock } from './fake-clock.ts';
import { makeClient } from './made-client.ts';
import { api, CHALLENGE_PAGE, dayPage, itemsOf, searchPage, site, trendingPage } from './made-lists.ts';
import { answers, answersPage, firstly, redirects, refuses, startServer, type Behaviour } from './misbehaving-server.ts';

const NOW = '2026-01-10T12:00:00Z';
const DAY: Listing = { list: 'daily', period: '2026-01-07' };
const TRENDING: Listing = { list: 'trending', period: '2026-01-10' };
const SEARCH: Listing = { list: 'search', period: 'sparse & dense' };

async function run(origin: string, raw: string, plan: readonly Listing[], now = NOW): Promise<FetchSummary> {
  const clock = fakeClock(now);
  const client = makeClient(origin, {}, clock);
  return fetchListings(plan, { client, store: await openRawStore(raw), inspector: parsingInspector, progress: quietProgress, clock });
}

async function sidecarsIn(raw: string): Promise<readonly Sidecar[]> {
  return (await listCaptures(raw)).map(({ sidecar }) => sidecar);
}

/** A daily list that is in `raw` already, captured at a moment. */
async function keep(raw: string, captured_at: string, over: Partial<Sidecar> = {}): Promise<void> {
  const content = Buffer.from(JSON.stringify(itemsOf(DAY.period, 1)));
  const { bytes: _bytes, sha256: _sha256, ...facts } = aSidecar({ capture_id: 'kept', ...DAY, captured_at, ...over });
  await writeCapture(raw, sidecarOf(facts, content), content);
}

describe('fetching a list', () => {
  it('keeps it as it came, with a sidecar that says where from and when', async () => {
    const body = JSON.stringify(itemsOf(DAY.period, 3));
    const server = await startServer(answers(body, { etag: '"abc"', 'last-modified': 'Wed, 07 Jan 2026 09:00:00 GMT' }));
    const raw = await temporaryDirectory();
    expect(await run(server.origin, raw, [DAY])).toEqual({ fetched: 1, notModified: 0, skipped: 0, empty: 0, failed: [] });
    const [stored] = await listCaptures(raw);
    expect(stored?.sidecar).toMatchObject({
      capture_id: 'hf-api-daily-2026-01-07-20260110T120000Z',
      kind: 'listing-json',
      url: `${server.origin}/api/daily_papers?date=2026-01-07&limit=100&p=0`,
      list: 'daily',
      period: '2026-01-07',
      first_rank: 1,
      captured_at: '2026-01-10T12:00:00Z',
      captured_precision: 'second',
      media_type: 'application/json; charset=utf-8',
      etag: '"abc"',
      last_modified: 'Wed, 07 Jan 2026 09:00:00 GMT',
    });
    expect(stored && Buffer.from((await loadCapture(stored)).content).toString()).toBe(body);
  });

  it.each([
    { papers: 99, ranks: [1], requests: 1 },
    { papers: 100, ranks: [1, 101], requests: 2 },
    { papers: 250, ranks: [1, 101, 201], requests: 3 },
  ])('of $papers papers asks for $requests pages', async ({ papers, ranks, requests }) => {
    const server = await startServer(api({ [DAY.period]: papers }));
    const raw = await temporaryDirectory();
    await run(server.origin, raw, [DAY]);
    expect((await sidecarsIn(raw)).map(({ first_rank }) => first_rank).toSorted((a, b) => a - b)).toEqual(ranks);
    expect(server.requests).toHaveLength(requests);
  });

  it('takes trending and searches from pages', async () => {
    const server = await startServer(site);
    const raw = await temporaryDirectory();
    expect(await run(server.origin, raw, [TRENDING, SEARCH])).toMatchObject({ fetched: 2, failed: [] });
    expect((await sidecarsIn(raw)).map(({ list, period, kind }) => ({ list, period, kind })).toSorted((a, b) => (String(a.list) < String(b.list) ? -1 : 1))).toEqual([
      { ...SEARCH, kind: 'listing-html' },
      { ...TRENDING, kind: 'listing-html' },
    ]);
  });

  it.each([
    ['weekly', '2026-W02', 'week=2026-W02'],
    ['monthly', '2026-01', 'month=2026-01'],
  ] as const)('asks for a %s list by its period', async (list, period, parameter) => {
    const server = await startServer(answers(JSON.stringify(itemsOf('2026-01-07', 2))));
    expect(await run(server.origin, await temporaryDirectory(), [{ list, period }])).toMatchObject({ fetched: 1, failed: [] });
    expect(server.requests[0]?.url.search).toBe(`?${parameter}&limit=100&p=0`);
  });

  const ILL: readonly (readonly [string, Listing, Behaviour, RegExp])[] = [
    ['a status of refusal', DAY, refuses(404), /status 404/],
    ['a wrong media type', DAY, answersPage(dayPage('2026-01-07')), /the media type "text\/html; charset=utf-8", expected application\/json/],
    ['JSON that is no list', DAY, answers('{"error":"no"}'), /expected an array of entries/],
    ['text that is not JSON', DAY, answers('[{"title":'), /not JSON/],
    ['entries of another shape', DAY, answers('[{"a":1},{"b":2}]'), /2 entries, none of which can be read/],
    ['the list of another day', DAY, answers(JSON.stringify(itemsOf('2026-01-09', 4))), /4 of 4 entries listed on other days, such as 2026-01-09, expected entries of 2026-01-07/],
    ['the newest list for a week', { list: 'weekly', period: '2025-W12' }, answers(JSON.stringify(itemsOf('2026-01-09', 4))), /expected entries of 2025-W12/],
    ['a redirect to another day', DAY, (response, asked) => (asked.url.search.includes('01-08') ? api({}) : redirects('/api/daily_papers?date=2026-01-08&limit=100&p=0'))(response, asked), /a redirect to \/api\/daily_papers\?date=2026-01-08/],
    ['a day page for trending', TRENDING, answersPage(dayPage('2026-01-10')), /a list of 2026-01-10, titled "Daily Papers - Hugging Face", expected the trending list/],
    ['a challenge page', TRENDING, answersPage(CHALLENGE_PAGE), /a challenge page titled "Human Verification"/],
    ['a page without a list', TRENDING, answersPage('<!doctype html><title>Sorry</title><p>Down for now'), /a page without a list, titled "Sorry"/],
    ['a trending page without papers', TRENDING, answersPage(trendingPage().replaceAll(/&quot;dailyPapers&quot;:\[.{1,4000}\],/g, '&quot;dailyPapers&quot;:[],')), /no entry, expected at least 1/],
    ['the list of the day for a search', SEARCH, answersPage(dayPage('2026-01-10')), /a list without a query, expected a search for "sparse & dense"/],
    ['another search', SEARCH, answersPage(searchPage('other')), /a search for "other"/],
  ];
  it.each(ILL)('keeps nothing of %s, and says what arrived', async (_, listing, behaviour, message) => {
    const server = await startServer(behaviour);
    const raw = await temporaryDirectory();
    const { fetched, failed } = await run(server.origin, raw, [listing]);
    expect({ fetched, failed: failed.length, what: failed[0]?.what }).toEqual({ fetched: 0, failed: 1, what: `${listing.list} ${listing.period}` });
    expect(failed[0]?.why).toMatch(message);
    expect(await sidecarsIn(raw)).toEqual([]);
  });

  it('keeps a list on which a few papers were listed again later', async () => {
    const server = await startServer(answers(JSON.stringify([...itemsOf('2026-01-07', 5), ...itemsOf('2026-01-09', 2, 5)])));
    expect(await run(server.origin, await temporaryDirectory(), [DAY])).toMatchObject({ fetched: 1, failed: [] });
  });

  it('keeps what arrived when another list fails', async () => {
    const server = await startServer((response, asked) => (asked.url.search.includes('2026-01-08') ? refuses(404) : api({ '2026-01-07': 2, '2026-01-09': 2 }))(response, asked));
    const raw = await temporaryDirectory();
    const summary = await run(server.origin, raw, ['2026-01-07', '2026-01-08', '2026-01-09'].map((period) => ({ list: 'daily' as const, period })));
    expect(describeSummary(summary)).toBe('pages: 2 fetched, 0 not modified, 0 already there, 0 empty; lists failed: 1');
    expect(summary.failed).toEqual([{ what: 'daily 2026-01-08', why: expect.stringContaining('status 404') }]);
    expect(await sidecarsIn(raw)).toHaveLength(2);
  });

  it('stops trying when the source is out of reach', async () => {
    const server = await startServer(refuses(403));
    const plan = Array.from({ length: 40 }, (_, index): Listing => ({ list: 'search', period: `query ${index}` }));
    const { failed } = await run(server.origin, await temporaryDirectory(), plan);
    expect(failed).toHaveLength(40);
    expect(server.requests.length).toBeLessThan(10);
    expect(failed.at(-1)?.why).toMatch(/not tried/);
  });
});

describe('fetching a list once more', () => {
  it('asks for nothing that was captured after its day', async () => {
    const server = await startServer(api({ '2026-01-07': 150, '2026-01-08': 3 }));
    const raw = await temporaryDirectory();
    const plan: readonly Listing[] = [DAY, { list: 'daily', period: '2026-01-08' }];
    expect(await run(server.origin, raw, plan)).toMatchObject({ fetched: 3 });
    expect(await run(server.origin, raw, plan, '2026-02-01T00:00:00Z')).toMatchObject({ fetched: 0, skipped: 3, failed: [] });
    expect(server.requests).toHaveLength(3);
  });

  it('fetches the page that is missing alone', async () => {
    const server = await startServer((response, asked) => (asked.url.search.endsWith('p=1') && asked.hit === 1 ? refuses(404) : api({ '2026-01-07': 150 }))(response, asked));
    const raw = await temporaryDirectory();
    expect(await run(server.origin, raw, [DAY])).toMatchObject({ fetched: 1, failed: [{}] });
    expect(await run(server.origin, raw, [DAY])).toMatchObject({ fetched: 1, skipped: 1, failed: [] });
    expect(server.requests.map(({ url }) => url.searchParams.get('p'))).toEqual(['0', '1', '1']);
  });

  it('fetches again a list that was captured on its own day, as a capture of its own', async () => {
    const server = await startServer(api({ '2026-01-07': 5 }));
    const raw = await temporaryDirectory();
    await keep(raw, '2026-01-07T06:00:00Z');
    expect(await run(server.origin, raw, [DAY])).toMatchObject({ fetched: 1 });
    expect((await sidecarsIn(raw)).map(({ capture_id }) => capture_id)).toEqual(['hf-api-daily-2026-01-07-20260110T120000Z', 'kept']);
  });

  it('keeps no second capture of what has not changed', async () => {
    const server = await startServer((response, { headers }) => void response.writeHead(headers['if-none-match'] === '"abc"' ? 304 : 500).end());
    const raw = await temporaryDirectory();
    await keep(raw, '2026-01-07T06:00:00Z', { etag: '"abc"' });
    expect(await run(server.origin, raw, [DAY])).toMatchObject({ fetched: 0, notModified: 1, failed: [] });
    expect(await sidecarsIn(raw)).toHaveLength(1);
  });

  it('takes a day without papers for a fact once it is over, and asks again before', async () => {
    const server = await startServer(api({}));
    const raw = await temporaryDirectory();
    const today: Listing = { list: 'daily', period: '2026-01-10' };
    const sunday: Listing = { list: 'daily', period: '2026-01-04' };
    expect(await run(server.origin, raw, [today, sunday])).toMatchObject({ fetched: 0, empty: 2, failed: [] });
    expect((await sidecarsIn(raw)).map(({ period }) => period)).toEqual(['2026-01-04']);
    expect(await run(server.origin, raw, [today, sunday])).toMatchObject({ empty: 1, skipped: 1 });
  });

  it('does not mistake a search for a day that is over', async () => {
    const server = await startServer(site);
    const raw = await temporaryDirectory();
    const plan: readonly Listing[] = [{ list: 'search', period: '2025-03-17' }];
    await run(server.origin, raw, plan);
    expect(await run(server.origin, raw, plan, '2026-01-11T12:00:00Z')).toMatchObject({ fetched: 1, skipped: 0 });
  });

  it('goes on after 429 and 500 without losing a list', async () => {
    const server = await startServer(firstly(refuses(429, { 'retry-after': '3' }), firstly(refuses(500), api({ '2026-01-07': 2 }), 1)));
    expect(await run(server.origin, await temporaryDirectory(), [DAY])).toMatchObject({ fetched: 1, failed: [] });
  });
});

describe('the raw store', () => {
  it('knows the newest day of a daily list', async () => {
    const raw = await temporaryDirectory();
    expect((await openRawStore(`${raw}/missing`)).newestDay()).toBeNull();
    await keep(raw, '2026-01-08T06:00:00Z');
    await keep(raw, '2026-01-09T06:00:00Z', { capture_id: 'earlier', period: '2026-01-05' });
    await keep(raw, '2026-01-09T06:00:00Z', { capture_id: 'week', list: 'weekly', period: '2026-W02' });
    expect((await openRawStore(raw)).newestDay()).toBe('2026-01-07');
  });
});
