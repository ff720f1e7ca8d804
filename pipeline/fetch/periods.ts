/** Days, ISO weeks and months as periods of lists. All days are of UTC, written `2025-03-17`. */
import { isCalendarDay } from '../normalize/dates.ts';

const DAY_MS = 86_400_000;
const THURSDAY = 4;

/** A period by its first and last day. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/** `day` and `count` days more, or fewer where `count` is negative. */
export function addDays(day: string, count: number): string {
  return written(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);
}

/** Every day from `first` to `last`. */
export function daysFrom(first: string, last: string): readonly string[] {
  const count = Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(first, index));
}

/** The days of a period written `2025-03-17`, `2025-W12` or `2025-03`; null where the calendar has no such period. */
export function rangeOf(period: string): DayRange | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return isCalendarDay(period) ? { first: period, last: period } : null;
  if (/^\d{4}-W\d{2}$/.test(period)) return rangeOfWeek(Number(period.slice(0, 4)), Number(period.slice(6)));
  if (/^\d{4}-\d{2}$/.test(period)) return rangeOfMonth(period);
  return null;
}

/** ISO 8601: weeks begin on Monday, and a week is of the year that has its Thursday; 2026 has 53. */
function rangeOfWeek(year: number, week: number): DayRange | null {
  const fourthOfJanuary = `${String(year).padStart(4, '0')}-01-04`;
  const firstMonday = addDays(fourthOfJanuary, 1 - isoWeekday(fourthOfJanuary));
  const monday = addDays(firstMonday, (week - 1) * 7);
  const isOfYear = Number(addDays(monday, THURSDAY - 1).slice(0, 4)) === year;
  return week >= 1 && isOfYear ? { first: monday, last: addDays(monday, 6) } : null;
}

/** 1 for Monday to 7 for Sunday. */
function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function rangeOfMonth(month: string): DayRange | null {
  const first = `${month}-01`;
  if (!isCalendarDay(first)) return null;
  const inNextMonth = addDays(first, 31);
  return { first, last: addDays(`${inNextMonth.slice(0, 7)}-01`, -1) };
}

function written(moment: number): string {
  return new Date(moment).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
