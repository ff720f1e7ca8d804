/** Parse: a capture becomes the entries of its listing, as the document gives them. */
import type { LoadedCapture, ParsedListing } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import { parseListingHtml } from './listing-html.ts';
import { parseListingJson } from './listing-json.ts';
import { parseListingText } from './listing-text.ts';

/**
 * Reads a listing of any kind.
 * @throws DataError when the document as a whole cannot be read, or is no listing.
 */
export function parseListing(capture: LoadedCapture): ParsedListing {
  const { capture_id, kind } = capture.sidecar;
  switch (kind) {
    case 'listing-text':
      return parseListingText(capture);
    case 'listing-html':
      return parseListingHtml(capture);
    case 'listing-json':
      return parseListingJson(capture);
    case 'arxiv-ids':
    case 'redirects':
    case 'corrections':
      throw new DataError({ where: `capture ${capture_id}`, found: `kind ${kind}`, expected: 'a listing: listing-html, listing-json or listing-text' });
    default:
      return kind satisfies never;
  }
}
