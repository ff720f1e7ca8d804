/** Counts and dates as cards write them. */

const COUNT = /^(\d{1,9}(?:\.\d{1,3})?)([kKmM]?)$/;
const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^(?:Published on )?([A-Z][a-z]{2})[a-z]{0,6} (\d{1,2}), (\d{4})$/;

/**
 * Reads the count that ends `text`: `94`, `1,204`, `3.29k` as 3290, and `-`, which stands for none.
 * Gives null where it ends with anything else.
 */
export function readCount(text: string): number | null {
  const written = text.trim().split(/\s/).at(-1) ?? '';
  if (written === '-') return 0;
  const match = COUNT.exec(written.replaceAll(',', ''));
  if (match === null) return null;
  const [, digits, scale] = match;
  return Math.round(Number(digits) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1));
}

/** Reads `Published on Jun 2, 2026` or `Jun 2, 2026` as `2026-06-02`; null for any other text. */
export function readDate(text: string): string | null {
  const [, name, day, year] = DATE.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(name ?? '') + 1;
  if (month === 0 || day === undefined) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
