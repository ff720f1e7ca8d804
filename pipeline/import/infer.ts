/**
 * Infers what a sidecar must know of a file that someone saved: from the options first, then from the document, the
 * address and the file's name. Never from the file's own time, which says when it was copied.
 */
import { date, timestamp } from '../../schemas/primitives.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { DataError, UsageError, quote } from '../shared/errors.ts';
import { hintsOfName, hintsOfUrl, type Hints } from './hints.ts';
import { listOfPeriod } from './period.ts';

/** What was said on the command line; null where nothing was. */
export interface Given {
  readonly kind: Sidecar['kind'] | null;
  readonly list: Sidecar['list'];
  readonly period: string | null;
  /** `YYYY-MM-DD`, or a moment in UTC. */
  readonly capturedAt: string | null;
  readonly url: string | null;
}

/** What the document itself says. */
export interface Told {
  readonly kind: Sidecar['kind'];
  readonly hints: Hints;
  /** Days on which its entries say that they were listed. */
  readonly days: readonly string[];
}

/** What was inferred. */
export type Inferred = Pick<Sidecar, 'list' | 'period' | 'captured_at' | 'captured_precision'>;

/**
 * Infers list, period and time of capture of the file `name`.
 * @throws UsageError when one of them is not to be had and must be given; DataError when the document is of another period.
 */
export function infer(name: string, given: Given, told: Told): Inferred {
  if (!told.kind.startsWith('listing-')) return { list: null, period: null, ...capturedOn(name, given, null) };
  const hints = [given, told.hints, hintsOfUrl(given.url), hintsOfName(name)];
  const named = first(hints.map(({ period }) => period)) ?? (told.days.length === 1 ? (told.days[0] ?? null) : null);
  const list = first(hints.map((hint) => hint.list)) ?? (named === null ? null : listOfPeriod(named));
  if (list === null) throw missing(name, 'which list it shows', '--list daily, weekly, monthly, trending or search, or --period');
  const captured = capturedOn(name, given, list === 'daily' ? named : null);
  const period = list === 'trending' ? (given.period ?? captured.captured_at.slice(0, 'YYYY-MM-DD'.length)) : named;
  if (period === null) throw missing(name, 'its period', '--period, such as 2025-03-17, 2025-W12, 2025-03 or the query of a search');
  checkPeriod(name, list, period, told);
  return { list, period, ...captured };
}

function capturedOn(name: string, given: Given, dayListed: string | null): Pick<Inferred, 'captured_at' | 'captured_precision'> {
  const written = given.capturedAt ?? dayInName(name) ?? dayListed;
  if (written === null) throw missing(name, 'when it was captured', '--captured-at, such as 2025-03-17 or 2025-03-17T08:00:00Z');
  if (date.safeParse(written).success) return { captured_at: `${written}T00:00:00Z`, captured_precision: 'day' };
  if (timestamp.safeParse(written).success) return { captured_at: written, captured_precision: 'second' };
  throw new UsageError(`--captured-at: found "${quote(written)}", expected a day (2025-03-17) or a moment in UTC (2025-03-17T08:00:00Z).`);
}

function dayInName(name: string): string | null {
  const { period } = hintsOfName(name);
  return period !== null && listOfPeriod(period) === 'daily' ? period : null;
}

/** Holds the period against its list, and against what the document says of its own. */
function checkPeriod(name: string, list: NonNullable<Inferred['list']>, period: string, { hints, days }: Told): void {
  if (list === 'trending' || list === 'search') return;
  if (listOfPeriod(period) !== list) {
    throw new UsageError(`${name}: found the period "${quote(period)}" for the ${list} list, expected one such as ${EXAMPLES[list]}. Give --period and --list that belong together.`);
  }
  const told = hints.period === null ? days : [hints.period];
  const alike = told.filter((other) => listOfPeriod(other) === list);
  if (alike.length === 0 || alike.includes(period)) return;
  throw new DataError({ where: name, found: `a list of ${alike.slice(0, 3).join(', ')}`, expected: `one of ${period}`, cure: 'Correct --period or the name of the file.' });
}

const EXAMPLES = { daily: '2025-03-17', weekly: '2025-W12', monthly: '2025-03' };

function missing(name: string, what: string, option: string): UsageError {
  return new UsageError(`${name}: neither the file nor its name says ${what}. Give ${option}.`);
}

function first<Value>(values: readonly (Value | null)[]): Value | null {
  return values.find((value) => value !== null) ?? null;
}
