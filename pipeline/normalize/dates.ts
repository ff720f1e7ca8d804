/** Dates as listings write them, brought to a day and how precisely it is known. */

export interface PublishedDate {
  readonly published_on: string;
  readonly published_precision: 'day' | 'month';
}

const WRITTEN = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T[\d:.]{5,12}(?:Z|\+00:00))?)?$/;

/** Whether `day` (`YYYY-MM-DD`) stands in the calendar. */
export function isCalendarDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/**
 * Reads `YYYY-MM-DD`, a moment in UTC, or `YYYY-MM` (its first day, precision month).
 * Gives null where `written` is none of these or no day of the calendar.
 */
export function readPublishedDate(written: string): PublishedDate | null {
  const match = WRITTEN.exec(written.trim());
  if (match === null) return null;
  const [, year, month, day] = match;
  const published_on = `${year}-${month}-${day ?? '01'}`;
  if (!isCalendarDay(published_on)) return null;
  return { published_on, published_precision: day === undefined ? 'month' : 'day' };
}
