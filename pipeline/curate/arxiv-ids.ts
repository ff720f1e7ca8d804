/** Reads `arxiv-ids`: the curated table that gives a title its arXiv id and date, with the evidence for it. */
import { z } from 'zod';
import { arxivId, date, text } from '../../schemas/primitives.ts';
import type { Reject } from '../../schemas/types.ts';
import type { CuratedIdentity, LoadedCapture } from '../records.ts';
import { titleKey } from '../normalize/text/title-key.ts';
import { issueOf } from '../parse/issue.ts';
import { quote } from '../shared/errors.ts';
import { readRows } from './rows.ts';

const COLUMNS = ['title', 'arxiv_id', 'published', 'evidence'] as const;

const rowSchema = z.strictObject({
  title: text,
  arxiv_id: arxivId,
  published: z.string().refine(isDayOrMonth, 'must be a day, YYYY-MM-DD, or a month, YYYY-MM'),
  evidence: text,
});

function isDayOrMonth(written: string): boolean {
  return date.safeParse(written.length === 'YYYY-MM'.length ? `${written}-01` : written).success;
}

/** What reading the curated table gave. */
export interface ParsedIdentities {
  readonly rows: readonly CuratedIdentity[];
  readonly rejects: readonly Reject[];
}

/** Where each title, as titles are compared, stood first. */
export type TitlesSeen = Map<string, string>;

/**
 * Reads the curated table; positions count its rows from 1, below the header. A row with a malformed field, or with a
 * title that is there before, is a reject.
 * @param seen titles of the tables before; those of this one are added.
 * @throws DataError when it is not UTF-8, not CSV (RFC 4180), or its header is another.
 */
export function parseIdentities(capture: LoadedCapture, seen: TitlesSeen = new Map()): ParsedIdentities {
  const { capture_id } = capture.sidecar;
  const rows: CuratedIdentity[] = [];
  const rejects: Reject[] = [];
  for (const [index, record] of readRows(capture, COLUMNS).entries()) {
    const position = index + 1;
    const read = rowSchema.safeParse(record);
    const title = titleKey(record['title'] ?? '');
    const first = seen.get(title);
    const place = { capture_id, stage: 'parse', position } as const;
    if (!read.success) rejects.push({ ...place, ...issueOf(read.error, record) });
    else if (first !== undefined) rejects.push({ ...place, ...repeatedTitle(read.data.title, first) });
    else rows.push({ capture_id, position, ...read.data });
    if (first === undefined) seen.set(title, `row ${position} of ${capture_id}`);
  }
  return { rows, rejects };
}

function repeatedTitle(title: string, first: string): Pick<Reject, 'field' | 'found' | 'expected'> {
  return { field: 'title', found: `the title of ${first} again: "${quote(title)}"`, expected: 'every title once' };
}
