/** Normalize: an entry as its listing gives it becomes clean text, checked dates and joined spellings. */
import { ARXIV_ID } from '../../schemas/primitives.ts';
import type { Reject, Sidecar } from '../../schemas/types.ts';
import { listingLinks } from '../extract/links/links.ts';
import type { ListingEntry, NormalizedEntry } from '../records.ts';
import { quote } from '../shared/errors.ts';
import { readPublishedDate, type PublishedDate } from './dates.ts';
import { cleanAbstract, cleanTitle } from './text/clean.ts';
import { titleKey } from './text/title-key.ts';

/** An entry that could be normalized, or the reason why not. */
export type Normalized =
  | { readonly ok: true; readonly entry: NormalizedEntry }
  | { readonly ok: false; readonly reject: Reject };

class Unfit extends Error {
  readonly field: string;
  readonly found: string;
  readonly expected: string;

  constructor(field: string, found: string, expected: string) {
    super(`${field}: found ${found}, expected ${expected}`);
    this.field = field;
    this.found = found;
    this.expected = expected;
  }
}

/** Normalizes one entry of the capture that `sidecar` describes; never throws for what the entry holds. */
export function normalizeEntry(entry: ListingEntry, sidecar: Sidecar): Normalized {
  try {
    return { ok: true, entry: normalized(entry, sidecar) };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const { field, found, expected } = error;
    const place = { capture_id: entry.capture_id, stage: 'normalize', position: entry.position } as const;
    return { ok: false, reject: { ...place, field, found: quote(found), expected } };
  }
}

function normalized(entry: ListingEntry, sidecar: Sidecar): NormalizedEntry {
  const { published, listed, repository, ...kept } = entry;
  const title = cleanTitle(entry.title);
  if (title === '') throw new Unfit('title', entry.title, 'a title that is not empty');
  const firstListed = listedOn(listed, sidecar);
  return {
    ...kept,
    arxiv_id: arxivIdOf(entry.arxiv_id),
    title,
    title_key: titleKey(title),
    abstract: present(cleanAbstract(entry.abstract ?? '')),
    authors: entry.authors.map(cleanName).filter((name) => name !== ''),
    organization: present(cleanName(entry.organization ?? '')),
    ai_summary: present(cleanName(entry.ai_summary ?? '')),
    ai_keywords: distinct(entry.ai_keywords.map(cleanName).filter((word) => word !== '')),
    project_page: listingLinks({ repository: null, project_page: entry.project_page })[0]?.url ?? null,
    listing_links: listingLinks({ repository, project_page: entry.project_page }),
    ...publishedOn(published),
    listed_on: firstListed,
    seen_on: sidecar.list === 'trending' || sidecar.list === 'search' ? dayOf(sidecar.captured_at) : firstListed,
  };
}

function arxivIdOf(written: string | null): string | null {
  if (written === null) return null;
  const id = written.trim().replace(/v\d{1,3}$/, '');
  if (!ARXIV_ID.test(id)) throw new Unfit('arxiv_id', written, 'an arXiv id such as 2501.00663');
  return id;
}

function publishedOn(written: string | null): PublishedDate | { published_on: null; published_precision: null } {
  if (written === null) return { published_on: null, published_precision: null };
  const read = readPublishedDate(written);
  if (read === null) throw new Unfit('published', written, 'a date, YYYY-MM-DD or YYYY-MM');
  return read;
}

function listedOn(listed: string | null, sidecar: Sidecar): string {
  const ofPeriod = sidecar.list === 'daily' || sidecar.list === 'trending' ? sidecar.period : null;
  for (const written of [listed, ofPeriod, sidecar.captured_at]) {
    const day = written === null ? null : readPublishedDate(written);
    if (day?.published_precision === 'day') return day.published_on;
    if (written === listed && written !== null) throw new Unfit('listed', written, 'a day or a moment in UTC');
  }
  return dayOf(sidecar.captured_at);
}

function dayOf(moment: string): string {
  return moment.slice(0, 'YYYY-MM-DD'.length);
}

/** Names and keywords: white space folded and well-formed, nothing else changed. */
function cleanName(written: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return written.toWellFormed().normalize('NFC').replaceAll(/[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]+/g, ' ').trim();
}

function present(value: string): string | null {
  return value === '' ? null : value;
}

/** Keeps the first of words that differ only in case: listings repeat keywords so. */
function distinct(words: readonly string[]): readonly string[] {
  const seen = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]));
  return words.filter((word) => seen.get(word.toLowerCase()) === word);
}
