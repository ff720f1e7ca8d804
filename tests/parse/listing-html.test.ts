import { describe, expect, it } from 'vitest';
import { readPageFacts } from '../../pipeline/parse/page-facts.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import type { ListingEntry } from '../../pipeline/records.ts';
import { captureOf } from './captures.ts';
import { madeCard, madeItem, madePage } from './made-pages.ts';

const items = [madeItem(0), madeItem(1), madeItem(2)];
const cards = [0, 1, 2].map((index) => madeCard(index));
const props = { canSubmit: false, dailyPapers: items, dateString: '2026-01-07', periodType: 'day', query: {} };

function entriesOf(page: string, list: 'daily' | 'search' = 'daily'): readonly ListingEntry[] {
  return parseListing(captureOf('listing-html', page, { list, period: list === 'daily' ? '2026-01-07' : 'attention' })).entries;
}

describe('a list page', () => {
  it('is read from its hydration data, decoded once', () => {
    const entries = entriesOf(madePage({ ...props, dailyPapers: [{ ...madeItem(0), paper: { ...Object(madeItem(0)['paper']), title: 'Q&amp;A "quoted" & more' } }] }, cards));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ origin: 'props', arxiv_id: '2601.00001', title: 'Q&amp;A "quoted" & more', rank: 1 });
  });

  it('of a search gives what was found, not the list of the day', () => {
    const page = madePage({ ...props, query: { q: 'attention' }, searchResults: [madeItem(7)] }, cards);
    expect(entriesOf(page, 'search').map((entry) => entry.arxiv_id)).toEqual(['2601.00008']);
  });

  it.each([
    { title: 'missing', page: madePage(undefined, cards) },
    { title: 'cut short', page: madePage(props, cards).replace('&quot;query&quot;:{}}', '') },
  ])('whose hydration data is $title is read from its cards, each once', ({ page }) => {
    const entries = entriesOf(page);
    expect(entries.map(({ origin, arxiv_id, title, upvotes, num_comments }) => ({ origin, arxiv_id, title, upvotes, num_comments }))).toEqual([
      { origin: 'card', arxiv_id: '2601.00001', title: 'Made Paper 0', upvotes: 0, num_comments: 2 },
      { origin: 'card', arxiv_id: '2601.00002', title: 'Made Paper 1', upvotes: 1, num_comments: 2 },
      { origin: 'card', arxiv_id: '2601.00003', title: 'Made Paper 2', upvotes: 2, num_comments: 2 },
    ]);
    expect(entries.every((entry) => entry.abstract === null || entry.abstract !== '')).toBe(true);
  });

  it('reads abbreviated counts', () => {
    const [entry] = entriesOf(madePage(undefined, [madeCard(1).replaceAll('font-semibold">1<', 'font-semibold">3.29k<')]));
    expect(entry?.upvotes).toBe(3_290);
  });

  it('that fits neither is an error which names what was looked for', () => {
    expect(() => entriesOf(madePage(undefined, [], 'Just a moment...'))).toThrow(/DailyPapers.*article|article.*DailyPapers|hydration.*article/s);
  });

  it('of 1 MB takes under 300 ms of processor time once warm', () => {
    const big = madePage({ ...props, dailyPapers: Array.from({ length: 60 }, (_, index) => madeItem(index, 900)) }, Array.from({ length: 60 }, (_, index) => madeCard(index, '<span>filler</span>'.repeat(150))));
    expect(big.length).toBeGreaterThan(800_000);
    for (let warm = 0; warm < 3; warm += 1) entriesOf(big);
    const before = process.cpuUsage();
    expect(entriesOf(big)).toHaveLength(60);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(300);
  });
});

describe('the facts of a page', () => {
  it('tell the period and the query', () => {
    expect(readPageFacts(Buffer.from(madePage(props, cards)), 'page')).toMatchObject({ period: '2026-01-07', periodType: 'day', query: null, isList: true, isChallenge: false });
    expect(readPageFacts(Buffer.from(madePage({ ...props, query: { q: 'attention' } }, cards)), 'page').query).toBe('attention');
  });

  it('tell a challenge from a list', () => {
    const challenge = '<html><head><title>Just a moment...</title></head><body><div id="challenge-container"></div></body></html>';
    expect(readPageFacts(Buffer.from(challenge), 'page')).toMatchObject({ isList: false, isChallenge: true });
  });
});
