/** The pages of a list: where each is asked for, and how many entries a full one has. */
import type { Sidecar } from '../../schemas/types.ts';
import { rangeOf, type DayRange } from './periods.ts';
import type { Listing } from './plan.ts';

/** The source gives 50 entries where no limit is asked for, and at most 100. */
export const ENTRIES_PER_PAGE = 100;
/** No list is longer: a source that never gives a short page must not keep a run going. */
export const MOST_PAGES = 50;

/** One page of a list, counted from 0. */
export interface ListPage extends Listing {
  readonly kind: Extract<Sidecar['kind'], 'listing-html' | 'listing-json'>;
  /** Rank of its first entry. */
  readonly first_rank: number;
  /** Where it is asked for: path and query. */
  readonly path: string;
}

/** A page of a list: from the API, which is cheaper for the source, where it has the list; else from the site. */
export function pageOf({ list, period }: Listing, page: number): ListPage {
  const first_rank = page * ENTRIES_PER_PAGE + 1;
  const json = (parameter: string): ListPage => ({ list, period, kind: 'listing-json', first_rank, path: apiPath(parameter, period, page) });
  const html = (path: string): ListPage => ({ list, period, kind: 'listing-html', first_rank, path });
  switch (list) {
    case 'daily':
      return json('date');
    case 'weekly':
      return json('week');
    case 'monthly':
      return json('month');
    case 'trending':
      return html('/papers/trending');
    case 'search':
      return html(`/papers?${new URLSearchParams({ q: period }).toString()}`);
    default:
      return list satisfies never;
  }
}

function apiPath(parameter: string, period: string, page: number): string {
  return `/api/daily_papers?${new URLSearchParams({ [parameter]: period, limit: String(ENTRIES_PER_PAGE), p: String(page) }).toString()}`;
}

const MEDIA_TYPES = { 'listing-json': 'application/json', 'listing-html': 'text/html' };

/** The media type that a page is asked for as. */
export function mediaTypeOf({ kind }: ListPage): string {
  return MEDIA_TYPES[kind];
}

/** Whether a further page may follow one of `entries` entries: a short page is the last. Pages of the site have no next. */
export function hasNext({ kind }: ListPage, entries: number): boolean {
  return kind === 'listing-json' && entries >= ENTRIES_PER_PAGE;
}

/** The days of which a list is; null for a list of the moment, such as what a search finds. */
export function daysOf({ list, period }: Listing): DayRange | null {
  return list === 'trending' || list === 'search' ? null : rangeOf(period);
}

/** How a page is called in messages: `daily 2025-03-17`, `weekly 2025-W12 from rank 101`. */
export function nameOf({ list, period, first_rank }: ListPage): string {
  return first_rank === 1 ? `${list} ${period}` : `${list} ${period} from rank ${first_rank}`;
}
