import type { ListingEntry } from '../records.ts';

/** Where an entry stands. */
export type EntryPlace = Pick<ListingEntry, 'capture_id' | 'position' | 'rank' | 'origin'>;

/** An entry of which only the title is known: readers add what their document gives. */
export function bareEntry(place: EntryPlace, title: string): ListingEntry {
  return {
    ...place,
    arxiv_id: null,
    title,
    abstract: null,
    authors: [],
    organization: null,
    ai_summary: null,
    ai_keywords: [],
    project_page: null,
    repository: null,
    github_stars: null,
    upvotes: null,
    num_comments: null,
    published: null,
    listed: null,
  };
}
