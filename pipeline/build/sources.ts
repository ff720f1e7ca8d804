/** The captures of a build, told apart by what they are for: listings give entries, the rest is curated. */
import { listCaptures, loadCapture, type StoredCapture } from '../captures/store.ts';
import { readCorrections, type CorrectionRow } from '../curate/corrections.ts';
import { readRedirects } from '../curate/redirects.ts';
import { parseIdentities } from '../curate/arxiv-ids.ts';
import type { CuratedIdentity } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import type { Redirect, Reject } from '../../schemas/types.ts';

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
  const identities = await Promise.all(ofKind(captures, 'arxiv-ids').map(async (stored) => parseIdentities(await loadCapture(stored))));
  const redirects = await Promise.all(ofKind(captures, 'redirects').map(async (stored) => readRedirects(await loadCapture(stored))));
  const corrections = await Promise.all(ofKind(captures, 'corrections').map(async (stored) => readCorrections(await loadCapture(stored))));
  return {
    captures,
    listings,
    identities: identities.flatMap(({ rows }) => rows),
    rejects: identities.flatMap(({ rejects }) => rejects),
    redirects: redirects.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    corrections: corrections.flat(),
    curatedRows: new Map([
      ...ofKind(captures, 'arxiv-ids').map(({ sidecar }, index) => [sidecar.capture_id, identities[index]?.rows.length ?? 0] as const),
      ...ofKind(captures, 'redirects').map(({ sidecar }, index) => [sidecar.capture_id, redirects[index]?.length ?? 0] as const),
      ...ofKind(captures, 'corrections').map(({ sidecar }, index) => [sidecar.capture_id, corrections[index]?.length ?? 0] as const),
    ]),
  };
}

function ofKind(captures: readonly StoredCapture[], kind: StoredCapture['sidecar']['kind']): readonly StoredCapture[] {
  return captures.filter(({ sidecar }) => sidecar.kind === kind);
}

function nothingToRead(rawDirectory: string): DataError {
  return new DataError({
    where: rawDirectory,
    found: 'no listing',
    expected: 'at least one capture of a listing, with its sidecar',
    cure: 'Bring one in with `trending-papers fetch` or `trending-papers import FILE`.',
  });
}
