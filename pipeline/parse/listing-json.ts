/** Reads `listing-json`: what `/api/daily_papers` answers, one array of items. */
import type { Reject } from '../../schemas/types.ts';
import type { EntryOrigin, ListingEntry, LoadedCapture, ParsedListing } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { decodeUtf8 } from './decode.ts';
import { describeValue } from './issue.ts';
import { itemSchema, readItem } from './listing-item.ts';
import { countUnknownFields } from './unknown-fields.ts';

/** The source gives at most 100 entries at a time. */
const MOST_ENTRIES = 10_000;

/**
 * Reads an API answer. An item of another shape is a reject that names the field.
 * @throws DataError when the document is not UTF-8, not JSON, or no array.
 */
export function parseListingJson(capture: LoadedCapture): ParsedListing {
  const where = `capture ${capture.sidecar.capture_id}`;
  const items = parseJson(decodeUtf8(capture.content, where), where);
  if (!Array.isArray(items)) {
    throw new DataError({
      where,
      found: `${describeValue(items)}: ${quote(Buffer.from(capture.content.subarray(0, 200)).toString())}`,
      expected: 'an array of entries, as /api/daily_papers gives it',
      cure: 'Fetch the list again.',
    });
  }
  return readItems(items, capture, 'api');
}

/**
 * Reads the items of a list in order.
 * @throws DataError when there are more than any list has.
 */
export function readItems(items: readonly unknown[], { sidecar }: LoadedCapture, origin: EntryOrigin): ParsedListing {
  const { capture_id, first_rank } = sidecar;
  if (items.length > MOST_ENTRIES) {
    throw new DataError({ where: `capture ${capture_id}`, found: `${items.length} entries`, expected: `at most ${MOST_ENTRIES}` });
  }
  const entries: ListingEntry[] = [];
  const rejects: Reject[] = [];
  const unknownFields = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const read = readItem(item, { capture_id, position: index + 1, rank: first_rank + index, origin });
    if ('entry' in read) entries.push(read.entry);
    else rejects.push(read.reject);
    countUnknownFields(itemSchema, item, unknownFields);
  }
  return { entries, rejects, unknownFields };
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const fault = cause instanceof Error ? quote(cause.message) : 'a document';
    throw new DataError({ where, found: `text that is not JSON (${fault})`, expected: 'one JSON array', cure: 'Fetch the list again.' }, { cause });
  }
}
