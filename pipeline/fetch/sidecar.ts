/** The sidecar of a page that was fetched. */
import type { CaptureFacts } from '../captures/write-capture.ts';
import { captureIdOf } from '../import/capture-id.ts';
import { LISTING_LICENCE, SOURCES } from '../import/import.ts';
import type { Answer } from './client.ts';
import { timestampOf } from './clock.ts';
import { mediaTypeOf, type ListPage } from './pages.ts';

/** Headers are untrusted: a longer one is not kept. */
const LONGEST_HEADER = 500;

/** The facts of a page and the answer it came in. */
export function sidecarFacts(page: ListPage, answer: Answer): CaptureFacts {
  const { kind, list, period, first_rank } = page;
  const captured = { captured_at: timestampOf(answer.receivedAt), captured_precision: 'second' as const };
  return {
    capture_id: captureIdOf({ kind, list, period, first_rank, ...captured }),
    kind,
    source: SOURCES[kind],
    url: answer.url,
    list,
    period,
    first_rank,
    ...captured,
    media_type: headerOf(answer.mediaType) ?? mediaTypeOf(page),
    etag: headerOf(answer.etag),
    last_modified: headerOf(answer.lastModified),
    licence: LISTING_LICENCE,
  };
}

function headerOf(value: string | null): string | null {
  const written = value?.trim() ?? '';
  return written !== '' && written.length <= LONGEST_HEADER && written.isWellFormed() ? written : null;
}
