/**
 * Identify: which entries are one paper. An entry with an arXiv id is that paper; one without takes the id that the
 * curated table, else another listing, gives its exact normalised title. A title with two arXiv ids is ambiguous: it is
 * reported and keeps a title id, never guessed.
 */
import type { CuratedIdentity } from '../records.ts';
import { titleKey } from '../normalize/text/title-key.ts';

/** What identify needs to know of an entry; `place` is whatever finds the entry again. */
export interface EntryKey<Place> {
  readonly arxiv_id: string | null;
  readonly title_key: string;
  readonly place: Place;
}

/** The curated rows, joined by title. */
export type CuratedTitles = ReadonlyMap<string, CuratedIdentity>;

export interface Identified<Place> {
  /** Entries by paper id, in the order in which they came. */
  readonly groups: ReadonlyMap<string, readonly Place[]>;
  /** Curated rows whose title and whose arXiv id no entry has. */
  readonly unusedRows: readonly CuratedIdentity[];
  /** Entries that neither their listing, nor the curated table, nor another listing gives an arXiv id. */
  readonly unidentified: readonly Place[];
  /** Entries without an id whose title two or more arXiv papers share. */
  readonly ambiguous: readonly Place[];
}

/** Joins curated rows by their normalised title. */
export function curatedTitles(rows: readonly CuratedIdentity[]): CuratedTitles {
  return new Map(rows.map((row) => [titleKey(row.title), row]));
}

const NONE: ReadonlySet<string> = new Set();

/** Groups entries, which are gone through more than once, into papers. Memory: an id and a place for each entry. */
export function identify<Place>(entries: Iterable<EntryKey<Place>>, curated: CuratedTitles): Identified<Place> {
  const listed = arxivIdsOfTitles(entries);
  const groups = new Map<string, Place[]>();
  const unidentified: Place[] = [];
  const ambiguous: Place[] = [];
  const unmet = new Map(curated);
  for (const entry of entries) {
    unmet.delete(entry.title_key);
    const candidates = listed.get(entry.title_key) ?? NONE;
    const arxivId = entry.arxiv_id ?? curated.get(entry.title_key)?.arxiv_id ?? only(candidates);
    if (arxivId === null) (candidates.size > 1 ? ambiguous : unidentified).push(entry.place);
    append(groups, arxivId === null ? `title:${entry.title_key}` : `arxiv:${arxivId}`, entry.place);
  }
  const unusedRows = [...unmet.values()].filter((row) => !groups.has(`arxiv:${row.arxiv_id}`));
  return { groups, unusedRows, unidentified, ambiguous };
}

/** The arXiv ids that listings give to the titles of entries without one; other titles need no memory. */
function arxivIdsOfTitles<Place>(entries: Iterable<EntryKey<Place>>): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const entry of entries) if (entry.arxiv_id === null) ids.set(entry.title_key, new Set());
  for (const entry of entries) if (entry.arxiv_id !== null) ids.get(entry.title_key)?.add(entry.arxiv_id);
  return ids;
}

function only(ids: ReadonlySet<string>): string | null {
  const [first] = ids;
  return ids.size === 1 && first !== undefined ? first : null;
}

function append<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
