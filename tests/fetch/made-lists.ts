/** Made-up lists in the real shape, for a server to answer with. */
import { madeItem, madePage } from '../parse/made-pages.ts';
import { answers, answersPage, refuses, type Behaviour } from './misbehaving-server.ts';

/** The day of every item that `madeItem` makes. */
const MADE_DAY = '2026-01-07';

/** `count` items listed on `day`, as the API gives them; the first is the one at `offset` on its list. */
export function itemsOf(day: string, count: number, offset = 0): readonly unknown[] {
  return Array.from({ length: count }, (_, index): unknown => JSON.parse(JSON.stringify(madeItem(offset + index)).replaceAll(MADE_DAY, day)));
}

/** An API that has `sizes[day]` papers for a day, and keeps to limit and page as the source does. */
export function api(sizes: Readonly<Record<string, number>>): Behaviour {
  return (response, asked) => {
    const { searchParams } = asked.url;
    const day = searchParams.get('date') ?? '';
    const limit = Math.min(Number(searchParams.get('limit') ?? 50), 100);
    const first = Number(searchParams.get('p') ?? 0) * limit;
    const count = Math.max(0, Math.min(limit, (sizes[day] ?? 0) - first));
    answers(JSON.stringify(itemsOf(day, count, first)))(response, asked);
  };
}

/** The site: the trending page, and the answer to a search. */
export const site: Behaviour = (response, asked) => {
  const query = asked.url.searchParams.get('q');
  if (asked.url.pathname === '/papers/trending') answersPage(trendingPage())(response, asked);
  else if (query === null) refuses(404)(response, asked);
  else answersPage(searchPage(query))(response, asked);
};

export function trendingPage(): string {
  return madePage({ dailyPapers: [madeItem(0), madeItem(1)], isTrending: true, query: {} }, [], 'Trending Papers - Hugging Face');
}

export function searchPage(query: string): string {
  return madePage({ dailyPapers: [madeItem(0)], searchResults: [madeItem(1), madeItem(2)], query: { q: query } }, []);
}

export function dayPage(day: string): string {
  return madePage({ dailyPapers: [madeItem(0)], dateString: day, periodType: 'day', query: {} }, []);
}

/** What stands in front of a site that asks for proof of a person. */
export const CHALLENGE_PAGE =
  '<!doctype html><html><head><title>Human Verification</title></head><body><div id="challenge-container"></div><script>AwsWafIntegration.checkForceRefresh()</script></body></html>';
