/** Plan: the lists to fetch, from what was asked for on the command line. */
import { UsageError } from '../shared/errors.ts';
import { listOfPeriod, type List } from '../import/period.ts';
import { addDays, daysFrom, rangeOf } from './periods.ts';

/** A list to fetch. */
export interface Listing {
  readonly list: List;
  /** Day, ISO week or month; the query of a search; the day on which a list of the moment is fetched. */
  readonly period: string;
}

/** The options of `fetch`; null or false where an option was not given. */
export interface PlanOptions {
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly week: string | null;
  readonly month: string | null;
  readonly trending: boolean;
  readonly search: string | null;
  readonly sinceLast: boolean;
}

const MOST_DAYS = 3_660;
const LONGEST_QUERY = 200;
/** The first days of a list that is still growing: `--since-last` looks at them again. */
const DAYS_LOOKED_AT_AGAIN = 2;

/**
 * The lists that `options` ask for, each once. `today` is the day in UTC, `newestDaily` the newest day in `raw/`, or null.
 * @throws UsageError where nothing is asked for, or a period is not in the calendar or not in the past.
 */
export function planFrom(options: PlanOptions, today: string, newestDaily: string | null): readonly Listing[] {
  const days = [
    ...(options.date === null ? [] : [periodOf('date', options.date, 'daily', today)]),
    ...range(options, today),
    ...(options.sinceLast ? sinceLast(newestDaily, today) : []),
  ];
  const listings: readonly Listing[] = [
    ...[...new Set(days)].map((period): Listing => ({ list: 'daily', period })),
    ...(options.week === null ? [] : [{ list: 'weekly' as const, period: periodOf('week', options.week, 'weekly', today) }]),
    ...(options.month === null ? [] : [{ list: 'monthly' as const, period: periodOf('month', options.month, 'monthly', today) }]),
    ...(options.trending ? [{ list: 'trending' as const, period: today }] : []),
    ...(options.search === null ? [] : [{ list: 'search' as const, period: queryOf(options.search) }]),
  ];
  if (listings.length > 0) return listings;
  throw new UsageError('fetch: found nothing to fetch, expected --date, --from, --week, --month, --trending, --search or --since-last. See fetch --help.');
}

const EXAMPLES = { daily: '2025-03-17', weekly: '2025-W12', monthly: '2025-03' };

function periodOf(option: string, written: string, list: keyof typeof EXAMPLES, today: string): string {
  const days = listOfPeriod(written) === list ? rangeOf(written) : null;
  if (days === null) throw new UsageError(`--${option}: found ${JSON.stringify(written)}, expected one of the calendar, such as ${EXAMPLES[list]}.`);
  if (days.first > today) throw new UsageError(`--${option}: found ${written}, which begins after today (${today} in UTC); expected one that has begun.`);
  return written;
}

/** The days of `--from` and `--to`; without `--to`, up to yesterday: the list of today is still growing. */
function range({ from, to }: PlanOptions, today: string): readonly string[] {
  if (from === null && to === null) return [];
  if (from === null) throw new UsageError('--to: found no --from beside it, expected both.');
  const first = periodOf('from', from, 'daily', today);
  const last = to === null ? addDays(today, -1) : periodOf('to', to, 'daily', today);
  const days = daysFrom(first, last);
  if (days.length > 0 && days.length <= MOST_DAYS) return days;
  throw new UsageError(`--from: found ${first} to ${last}, ${days.length} days; expected from 1 to ${MOST_DAYS} days in order.`);
}

/**
 * From the newest day in `raw/` to yesterday, and the last days in any case. Of these, only what is not yet captured
 * whole is fetched: a list captured on its own day was partial (at 06:00 UTC it may hold a single entry).
 */
function sinceLast(newestDaily: string | null, today: string): readonly string[] {
  if (newestDaily === null) throw new UsageError('--since-last: found no daily list in raw/ to go on from; give --from D once.');
  const recent = addDays(today, -DAYS_LOOKED_AT_AGAIN);
  const first = newestDaily < recent ? newestDaily : recent;
  const days = daysFrom(first, addDays(today, -1));
  if (days.length <= MOST_DAYS) return days;
  throw new UsageError(`--since-last: found ${newestDaily} as the newest day, ${days.length} days ago; expected at most ${MOST_DAYS}. Give --from D.`);
}

function queryOf(written: string): string {
  const query = written.trim();
  if (query !== '' && query.length <= LONGEST_QUERY && query.isWellFormed() && !/\p{Cc}/u.test(query)) return query;
  throw new UsageError(`--search: found ${query.length} characters, expected from 1 to ${LONGEST_QUERY} on one line.`);
}
