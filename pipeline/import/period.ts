/** Periods of lists as they are written: a day, an ISO week or a month. */
import { date } from '../../schemas/primitives.ts';
import type { Sidecar } from '../../schemas/types.ts';

export type List = NonNullable<Sidecar['list']>;

const PERIOD_IN_NAME = /(?<!\d)\d{4}-(?:W\d{2}|\d{2}(?:-\d{2})?)(?!\d)/g;
const LIST_IN_NAME = /(?<![a-z])(?:daily|trending|weekly|monthly|search)(?![a-z])/;

/** The list whose periods are written like `period`: `2025-03-17` daily, `2025-W12` weekly, `2025-03` monthly; else null. */
export function listOfPeriod(period: string): 'daily' | 'weekly' | 'monthly' | null {
  if (date.safeParse(period).success) return 'daily';
  if (/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(period)) return 'weekly';
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return 'monthly';
  return null;
}

/** The one period that `name` holds; null where it holds none, or several that differ. */
export function periodInName(name: string): string | null {
  const periods = new Set((name.match(PERIOD_IN_NAME) ?? []).filter((written) => listOfPeriod(written) !== null));
  const [only] = periods;
  return periods.size === 1 && only !== undefined ? only : null;
}

/** The list that `name` names, or null. */
export function listInName(name: string): List | null {
  switch (LIST_IN_NAME.exec(name.toLowerCase())?.[0]) {
    case 'daily':
      return 'daily';
    case 'trending':
      return 'trending';
    case 'weekly':
      return 'weekly';
    case 'monthly':
      return 'monthly';
    case 'search':
      return 'search';
    default:
      return null;
  }
}
