/** Which entries of all shards are one paper: by their keys, which are held in memory; records stay where they are. */
import { curatedTitles, identify, type EntryKey, type Identified } from '../merge/identify.ts';
import type { CuratedIdentity, ExtractedEntry } from '../records.ts';
import type { ReadListings, ReadShard } from './read-listings.ts';
import { RecordReader, type EntryPlace } from './record-reader.ts';
import { recordsOf } from './shard.ts';
import type { Sources } from './sources.ts';

/** What merge could not settle by itself: told to the maintainer, who decides. */
export interface MergeReport {
  readonly unusedRows: readonly CuratedIdentity[];
  readonly unidentified: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
  readonly ambiguous: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
}

export interface GroupedPapers {
  /** Ids of all papers, sorted, without those that a redirect removes. */
  readonly ids: readonly string[];
  readonly placesOf: (id: string) => readonly EntryPlace[];
  readonly report: MergeReport;
}

/** Groups the entries of all shards into papers. */
export function groupPapers({ shards }: ReadListings, { identities, redirects }: Sources): GroupedPapers {
  const keys = shards.flatMap(({ facts }, shard) => keysOf(facts, shard));
  const identified = identify(keys, curatedTitles(identities));
  const removed = new Set(redirects.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
  return {
    ids: [...identified.groups.keys()].filter((id) => !removed.has(id)).toSorted(),
    placesOf: (id) => identified.groups.get(id) ?? [],
    report: reportOf(identified, shards),
  };
}

function keysOf({ keys }: ReadShard['facts'], shard: number): readonly EntryKey<EntryPlace>[] {
  let offset = 0;
  return keys.map(({ arxiv_id, title_key, bytes }) => {
    const place = { shard, offset, length: bytes };
    offset += bytes;
    return { arxiv_id, title_key, place };
  });
}

function reportOf(identified: Identified<EntryPlace>, shards: readonly ReadShard[]): MergeReport {
  const reader = new RecordReader(shards.map(({ file }) => recordsOf(file)));
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
