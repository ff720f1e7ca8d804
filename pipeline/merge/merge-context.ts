/** What merging one paper looks up beside its entries. */
import { aliasesFrom } from '../curate/redirects.ts';
import type { CuratedIdentity } from '../records.ts';
import type { Redirect, Sidecar } from '../../schemas/types.ts';
import type { MergeContext } from './merge-paper.ts';

export interface MergeSources {
  readonly sidecars: readonly Sidecar[];
  readonly identities: readonly CuratedIdentity[];
  readonly redirects: readonly Redirect[];
}

/** The context that `sources` give. */
export function contextOf(sources: MergeSources): MergeContext {
  const sidecars = new Map(sources.sidecars.map((sidecar) => [sidecar.capture_id, sidecar]));
  const curated = new Map(sources.identities.map((row) => [row.arxiv_id, row]));
  const aliases = aliasesFrom(sources.redirects);
  return {
    sidecarOf(captureId) {
      const sidecar = sidecars.get(captureId);
      if (sidecar === undefined) throw new Error(`entry of a capture that is not in raw/: ${captureId}`);
      return sidecar;
    },
    curatedOf: (arxivId) => curated.get(arxivId),
    aliasesOf: (paperId) => aliases.get(paperId) ?? [],
  };
}
