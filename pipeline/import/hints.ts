/** What a file says of itself: by its name, by the address it is said to be from, and by the document. */
import type { Sidecar } from '../../schemas/types.ts';
import { readDate } from '../parse/card-text.ts';
import { decodeUtf8 } from '../parse/decode.ts';
import { readPageFacts, type PageFacts } from '../parse/page-facts.ts';
import { isDateLine, splitBlocks } from '../parse/text-blocks.ts';
import type { ListingEntry } from '../records.ts';
import { listInName, listOfPeriod, periodInName, type List } from './period.ts';

/** What is known of a document's list and period; null where nothing is said. */
export interface Hints {
  readonly list: List | null;
  readonly period: string | null;
}

const NONE: Hints = { list: null, period: null };

/** The hints of a file name: `daily-2025-03-17.json`. */
export function hintsOfName(name: string): Hints {
  return { list: listInName(name), period: periodInName(name) };
}

/** The hints of an address of the pages or the API: `/papers/date/2025-03-17`, `/api/daily_papers?week=2025-W12`. */
export function hintsOfUrl(url: string | null): Hints {
  if (url === null || !URL.canParse(url)) return NONE;
  const { pathname, searchParams } = new URL(url);
  const query = searchParams.get('q')?.trim();
  if (query) return { list: 'search', period: query };
  if (pathname === '/papers/trending') return { list: 'trending', period: null };
  const inPath = /^\/papers\/(?:date|week|month)\/([\dW-]{7,10})$/.exec(pathname)?.[1];
  const period = inPath ?? searchParams.get('date') ?? searchParams.get('week') ?? searchParams.get('month');
  return period === null || listOfPeriod(period) === null ? NONE : { list: listOfPeriod(period), period };
}

/**
 * The hints that the document itself gives. `where` names it in errors.
 * @throws DataError when it cannot be read.
 */
export function hintsOfDocument(kind: Sidecar['kind'], content: Uint8Array, where: string): Hints {
  if (kind === 'listing-html') return hintsOfPage(content, where);
  return kind === 'listing-text' ? { list: null, period: dayOfText(decodeUtf8(content, where)) } : NONE;
}

/** The date line of a text rendering, where it gives the year: `Mar 17, 2025`. */
function dayOfText(text: string): string | null {
  return readDate(splitBlocks(text).find(isDateLine)?.text ?? '');
}

function hintsOfPage(content: Uint8Array, where: string): Hints {
  const facts = readPageFacts(content, where);
  if (facts.query !== null) return { list: 'search', period: facts.query };
  if (facts.isTrending) return { list: 'trending', period: null };
  return { list: listOfPage(facts), period: facts.period };
}

function listOfPage({ periodType, period }: PageFacts): List | null {
  if (periodType === 'week') return 'weekly';
  if (periodType === 'month') return 'monthly';
  if (periodType === 'day') return 'daily';
  return period === null ? null : listOfPeriod(period);
}

/** The days on which entries say that they were listed, each once. */
export function daysListed(entries: readonly Pick<ListingEntry, 'listed'>[]): readonly string[] {
  return [...new Set(entries.flatMap(({ listed }) => (listed === null ? [] : [listed.slice(0, 'YYYY-MM-DD'.length)])))];
}

/** The kind of a document by its first character, its header or its name's ending; null where these say nothing. */
export function kindOf(name: string, content: Uint8Array): Sidecar['kind'] | null {
  const beginning = new TextDecoder().decode(content.subarray(0, 1_000)).trimStart();
  if (beginning.startsWith('[')) return 'listing-json';
  if (beginning.startsWith('<')) return 'listing-html';
  if (beginning.startsWith('title,arxiv_id,')) return 'arxiv-ids';
  if (/\.json$/i.test(name)) return 'listing-json';
  if (/\.html?$/i.test(name)) return 'listing-html';
  return /\.(?:txt|text|md)$/i.test(name) ? 'listing-text' : null;
}
