/** What merging one paper looks up beside its entries. */
import { aliasesFrom } from '../curate/redirects.ts';
import type { CuratedIdentity } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import type { Redirect, Sidecar } from '../../schemas/types.ts';
import type { MergeContext } from './merge-paper.ts';

export interface MergeSources {
  readonly sidecars: readonly Sidecar[];
  readonly identities: readonly CuratedIdentity[];
  readonly redirects: readonly Redirect[];
}

/** The context that `sources` give. What it looks up throws a DataError for an entry of a capture that is not among them. */
export function contextOf(sources: MergeSources): MergeContext {
  const sidecars = new Map(sources.sidecars.map((sidecar) => [sidecar.capture_id, sidecar]));
  const curated = new Map(sources.identities.map((row) => [row.arxiv_id, row]));
  const aliases = aliasesFrom(sources.redirects);
  return {
    sidecarOf(captureId) {
      const sidecar = sidecars.get(captureId);
      if (sidecar === undefined) throw unknownCapture(captureId);
      return sidecar;
    },
    curatedOf: (arxivId) => curated.get(arxivId),
    aliasesOf: (paperId) => aliases.get(paperId) ?? [],
  };
}

function unknownCapture(captureId: string): DataError {
  return new DataError({ where: `capture ${quote(JSON.stringify(captureId))}`, found: 'an entry of it, but no such capture', expected: 'entries of captures in raw/', cure: 'Name the folder that they were read from with --raw.' });
}
