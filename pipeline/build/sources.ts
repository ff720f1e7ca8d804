/** The captures of a build, told apart by what they are for: listings give entries, the rest is curated. */
import { listCaptures, loadCapture, type StoredCapture } from '../captures/store.ts';
import { eachOnce, readCorrections, type CorrectionRow } from '../curate/corrections.ts';
import { readRedirects } from '../curate/redirects.ts';
import { parseIdentities, type TitlesSeen } from '../curate/arxiv-ids.ts';
import type { CuratedIdentity, LoadedCapture } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import type { Redirect, Reject, Sidecar } from '../../schemas/types.ts';

export interface Sources {
  /** Every capture, sorted by capture_id. */
  readonly captures: readonly StoredCapture[];
  readonly listings: readonly StoredCapture[];
  readonly identities: readonly CuratedIdentity[];
  readonly redirects: readonly Redirect[];
  readonly corrections: readonly CorrectionRow[];
  /** Rows of curated tables that could not be read. */
  readonly rejects: readonly Reject[];
  /** Rows read of each curated capture, by capture_id. */
  readonly curatedRows: ReadonlyMap<string, number>;
}

/**
 * Finds the captures in `rawDirectory` and reads the curated ones, which are small; listings are read one by one later.
 * @throws DataError when there is no listing, or a sidecar or a curated table is malformed.
 */
export async function openSources(rawDirectory: string): Promise<Sources> {
  const captures = await listCaptures(rawDirectory);
  const listings = captures.filter(({ sidecar }) => sidecar.kind.startsWith('listing-'));
  if (listings.length === 0) throw nothingToRead(rawDirectory);
  const titles: TitlesSeen = new Map();
  const identities = await curated(captures, 'arxiv-ids', (capture) => parseIdentities(capture, titles));
  const redirects = await curated(captures, 'redirects', readRedirects);
  const corrections = await curated(captures, 'corrections', readCorrections);
  const rows = [...identities.map(([id, read]) => [id, read.rows] as const), ...redirects, ...corrections];
  return {
    captures,
    listings,
    identities: identities.flatMap(([, read]) => read.rows),
    rejects: identities.flatMap(([, read]) => read.rejects),
    redirects: redirects.flatMap(([, read]) => read).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    corrections: eachOnce(corrections.flatMap(([, read]) => read)),
    curatedRows: new Map(rows.map(([id, read]) => [id, read.length])),
  };
}

/** What `read` gives for every capture of a kind, by capture_id; one after the other, in the order of captures. */
async function curated<Result>(captures: readonly StoredCapture[], kind: Sidecar['kind'], read: (capture: LoadedCapture) => Result): Promise<readonly (readonly [string, Result])[]> {
  const results: [string, Result][] = [];
  for (const stored of captures) if (stored.sidecar.kind === kind) results.push([stored.sidecar.capture_id, read(await loadCapture(stored))]);
  return results;
}

function nothingToRead(rawDirectory: string): DataError {
  return new DataError({
    where: rawDirectory,
    found: 'no listing',
    expected: 'at least one capture of a listing, with its sidecar',
    cure: 'Bring one in with `trending-papers fetch` or `trending-papers import FILE`.',
  });
}
