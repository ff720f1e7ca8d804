/** Merge over shards: keys of all entries are held in memory, records are read back one paper at a time. */
import type { StoredCapture } from '../captures/store.ts';
import { aliasesFrom } from '../curate/redirects.ts';
import { curatedTitles, identify, type EntryKey, type Identified } from '../merge/identify.ts';
import { mergePaper, type MergeContext, type MergedPaper } from '../merge/merge-paper.ts';
import type { CuratedIdentity, ExtractedEntry } from '../records.ts';
import type { ReadListings } from './read-listings.ts';
import { readKeys, RecordReader, type EntryPlace } from './shard-reader.ts';
import type { Sources } from './sources.ts';

/** What merge could not settle by itself: told to the maintainer, who decides. */
export interface MergeReport {
  readonly unusedRows: readonly CuratedIdentity[];
  readonly unidentified: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
  readonly ambiguous: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
}

export interface MergedShards {
  readonly paperCount: number;
  readonly isPaper: (id: string) => boolean;
  /** Papers in the order of their ids, merged as they are asked for. */
  readonly papers: () => Generator<MergedPaper>;
  readonly report: MergeReport;
}

/** Groups the entries of all shards into papers. */
export async function mergeShards(listings: ReadListings, sources: Sources): Promise<MergedShards> {
  const keys: EntryKey<EntryPlace>[] = [];
  for (const [shard, file] of listings.files.entries()) for (const key of await readKeys(file, shard)) keys.push(key);
  const identified = identify(keys, curatedTitles(sources.identities));
  const ids = [...identified.groups.keys()].toSorted();
  return {
    paperCount: ids.length,
    isPaper: (id) => identified.groups.has(id),
    papers: () => mergeInOrder(ids, identified, listings.files, contextOf(sources)),
    report: reportOf(identified, listings.files),
  };
}

function* mergeInOrder(
  ids: readonly string[],
  identified: Identified<EntryPlace>,
  files: readonly string[],
  context: MergeContext,
): Generator<MergedPaper> {
  const reader = new RecordReader(files);
  try {
    for (const id of ids) {
      const places = identified.groups.get(id) ?? [];
      yield mergePaper(id, places.map((place) => reader.read(place)), context);
    }
  } finally {
    reader.close();
  }
}

/** What merging looks up beside the entries themselves. */
export function contextOf(sources: Pick<Sources, 'captures' | 'identities' | 'redirects'>): MergeContext {
  const sidecars = new Map(sources.captures.map((stored: StoredCapture) => [stored.sidecar.capture_id, stored.sidecar]));
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

function reportOf(identified: Identified<EntryPlace>, files: readonly string[]): MergeReport {
  const reader = new RecordReader(files);
  const tell = (place: EntryPlace): Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'> => {
    const { capture_id, position, title } = reader.read(place);
    return { capture_id, position, title };
  };
  try {
    return {
      unusedRows: identified.unusedRows,
      unidentified: identified.unidentified.map(tell),
      ambiguous: identified.ambiguous.map(tell),
    };
  } finally {
    reader.close();
  }
}
