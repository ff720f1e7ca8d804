/** Check: what arrives is held against what was asked for, before it is kept. */
import type { PageFacts } from '../parse/page-facts.ts';
import type { LoadedCapture } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import type { Answer } from './client.ts';
import { daysOf, mediaTypeOf, type ListPage } from './pages.ts';

/** What a list holds. */
export interface Contents {
  readonly entries: number;
  readonly rejected: number;
  /** Days on which its entries say that they were listed, one for each entry that says so. */
  readonly days: readonly string[];
}

/** The readers of parse, asked what is in a document. Both throw DataError where it is none of its kind. */
export interface Inspector {
  /** What a page of the site says of itself; null for an API answer. */
  facts(capture: LoadedCapture): PageFacts | null;
  contents(capture: LoadedCapture): Contents;
}

/**
 * Checks what an answer says of itself: status, media type, final address.
 * @throws DataError that says what arrived in place of the page.
 */
export function checkAnswer(page: ListPage, answer: Answer): void {
  const where = answer.url;
  if (answer.status !== 200) throw new DataError({ where, found: `status ${answer.status}`, expected: 'status 200' });
  const mediaType = answer.mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== mediaTypeOf(page)) {
    throw new DataError({ where, found: `the media type "${quote(answer.mediaType ?? '')}"`, expected: mediaTypeOf(page), cure: 'Look at what the address gives: a challenge or an error page.' });
  }
  checkAddress(page, answer);
}

/**
 * Checks that a document is the list that was asked for; gives what it holds.
 * @throws DataError that says what it is instead.
 */
export function checkDocument(page: ListPage, capture: LoadedCapture, inspector: Inspector): Contents {
  const where = capture.sidecar.url ?? page.path;
  const facts = inspector.facts(capture);
  if (facts !== null) checkFacts(page, facts, where);
  const contents = inspector.contents(capture);
  if (facts === null) checkDays(page, contents.days, where);
  checkEntries(page, contents, where);
  return contents;
}

/** A day without papers redirects to another: the final address must still be that of the page. */
function checkAddress(page: ListPage, { url }: Answer): void {
  const final = new URL(url);
  const asked = new URL(page.path, final.origin);
  const isKept = [...asked.searchParams].every(([name, value]) => final.searchParams.get(name) === value);
  if (final.pathname === asked.pathname && isKept) return;
  throw new DataError({ where: asked.href, found: `a redirect to ${final.pathname}${final.search}`, expected: 'the list that was asked for', cure: 'The source may have no such list.' });
}

function checkFacts({ list, period }: ListPage, facts: PageFacts, where: string): void {
  if (facts.isChallenge) {
    throw new DataError({ where, found: `a challenge page titled "${quote(facts.title)}"`, expected: 'a list', cure: 'Wait, and run the same command later.' });
  }
  if (!facts.isList) throw new DataError({ where, found: `a page without a list, titled "${quote(facts.title)}"`, expected: `the ${list} list` });
  if (list === 'trending' && !facts.isTrending) {
    throw new DataError({ where, found: `a list of ${facts.period ?? 'an unknown period'}, titled "${quote(facts.title)}"`, expected: 'the trending list' });
  }
  if (list === 'search' && facts.query !== period) {
    const found = facts.query === null ? 'a list without a query' : `a search for "${quote(facts.query)}"`;
    throw new DataError({ where, found, expected: `a search for "${quote(period)}"` });
  }
}

/**
 * An API that does not know a parameter gives its newest list instead. Entries that were listed again carry a later
 * day, so that the most of them, not all, must lie in the period.
 */
function checkDays(page: ListPage, days: readonly string[], where: string): void {
  const range = daysOf(page);
  if (range === null || days.length === 0) return;
  const outside = days.filter((day) => day < range.first || day > range.last);
  if (outside.length * 2 <= days.length) return;
  throw new DataError({
    where,
    found: `${outside.length} of ${days.length} entries listed on other days, such as ${outside[0]}`,
    expected: `entries of ${page.period}`,
    cure: 'The source may have ignored the period.',
  });
}

/** An empty list is an answer, but not of the trending page, which is never empty; nor is a list that nothing can be read of. */
function checkEntries({ list }: ListPage, { entries, rejected }: Contents, where: string): void {
  if (entries > 0) return;
  if (rejected > 0) throw new DataError({ where, found: `${rejected} entries, none of which can be read`, expected: 'entries in a known shape', cure: 'The source may have changed.' });
  if (list === 'trending') throw new DataError({ where, found: 'no entry', expected: 'at least 1' });
}
