/** Which entries of all shards are one paper: by their keys, which are held in memory; records stay where they are. */
import { removedIds } from '../curate/redirects.ts';
import { curatedTitles, identify, type Identified } from '../merge/identify.ts';
import type { CuratedIdentity, ExtractedEntry } from '../records.ts';
import { indexEntries, type EntryIndex } from './entry-index.ts';
import type { ReadListings, ReadShard } from './read-listings.ts';
import type { EntryPlace } from './record-reader.ts';
import type { Sources } from './sources.ts';
import { withRecords } from './with-records.ts';

/** What merge could not settle by itself: told to the maintainer, who decides. */
export interface MergeReport {
  readonly unusedRows: readonly CuratedIdentity[];
  readonly unidentified: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
  readonly ambiguous: readonly Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'>[];
}

export interface GroupedPapers {
  /** Ids of all papers, sorted, without those that a redirect removes. */
  readonly ids: readonly string[];
  /** Where the entries of a paper lie; papers are numbered as in `ids`. */
  readonly placesOf: (paper: number) => readonly EntryPlace[];
  readonly report: MergeReport;
}

/** Groups the entries of all shards into papers. Memory: an id and some numbers for each entry. */
export async function groupPapers({ shards }: ReadListings, { identities, redirects }: Sources): Promise<GroupedPapers> {
  const index = indexEntries(shards);
  const identified = identify(index.keys, curatedTitles(identities));
  const removed = removedIds(redirects);
  const ids = [...identified.groups.keys()].filter((id) => !removed.has(id)).toSorted();
  const entriesOf = packedLists(ids.map((id) => identified.groups.get(id) ?? []));
  return { ids, placesOf: placesBy(entriesOf, index), report: await reportOf(identified, index, shards) };
}

/** A function of its own: made within `groupPapers`, it would keep alive all that is known there. */
function placesBy(entriesOf: (paper: number) => Uint32Array, { placeOf }: EntryIndex): GroupedPapers['placesOf'] {
  return (paper) => Array.from(entriesOf(paper), placeOf);
}

/** Lists of numbers behind each other in one array: those of a million papers are mostly of one number. */
function packedLists(lists: readonly (readonly number[])[]): (list: number) => Uint32Array {
  const ends = new Uint32Array(lists.length);
  const numbers = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [index, list] of lists.entries()) {
    numbers.set(list, end);
    end += list.length;
    ends[index] = end;
  }
  return (list) => numbers.subarray(ends[list - 1] ?? 0, ends[list]);
}

async function reportOf({ unusedRows, unidentified, ambiguous }: Identified<number>, { placeOf }: EntryIndex, shards: readonly ReadShard[]): Promise<MergeReport> {
  return await withRecords(shards, (reader) => {
    const tell = (entry: number): Pick<ExtractedEntry, 'capture_id' | 'position' | 'title'> => {
      const { capture_id, position, title } = reader.read(placeOf(entry));
      return { capture_id, position, title };
    };
    return { unusedRows, unidentified: unidentified.map(tell), ambiguous: ambiguous.map(tell) };
  });
}
