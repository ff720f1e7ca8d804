/** The readers of parse, asked what is in a document that has just arrived. */
import { sidecarOf } from '../captures/store.ts';
import { readPageFacts } from '../parse/page-facts.ts';
import { parseListing } from '../parse/parse.ts';
import type { Inspected } from './check.ts';
import { nameOf, type ListPage } from './pages.ts';
import { sidecarFacts } from './sidecar.ts';

/** Reads `content` as the page it should be. @throws DataError when it cannot be read, or is no list. */
export function inspectListing(page: ListPage, content: Uint8Array): Inspected {
  const facts = page.kind === 'listing-html' ? readPageFacts(content, nameOf(page)) : null;
  // A page without a list has nothing to parse: its facts tell more than the parser's error.
  if (facts?.isList === false) return { entries: 0, rejected: 0, days: [], facts };
  const { entries, rejects } = parseListing({ sidecar: sidecarOf(sidecarFacts(page, TRIAL), content), content });
  const days = entries.flatMap(({ listed }) => (listed === null ? [] : [listed.slice(0, 'YYYY-MM-DD'.length)]));
  return { entries: entries.length, rejected: rejects.length, days, facts };
}

/** What a trial reading knows of the answer. */
const TRIAL = { url: null, mediaType: null, etag: null, lastModified: null, receivedAt: 0 };
