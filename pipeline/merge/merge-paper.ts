/** Merge: the entries of one paper, from many captures, become one record. The newest wins; absence never erases. */
import type { Appearance, Paper, Sidecar } from '../../schemas/types.ts';
import { joinCodeStatus, joinLinks } from '../extract/links/links.ts';
import type { CuratedIdentity, ExtractedEntry } from '../records.ts';

export interface MergedPaper {
  readonly paper: Paper;
  readonly appearances: readonly Appearance[];
  /** The newest entry it was merged from: where to look when the record is wrong. */
  readonly origin: Pick<ExtractedEntry, 'capture_id' | 'position'>;
}

/** What merging one paper may look up. */
export interface MergeContext {
  readonly sidecarOf: (captureId: string) => Sidecar;
  /** The curated row of an arXiv id, where there is one. */
  readonly curatedOf: (arxivId: string) => CuratedIdentity | undefined;
  /** Ids that earlier releases gave the paper that now has this id. */
  readonly aliasesOf: (paperId: string) => readonly string[];
}

/** Merges the entries of the paper `id`; there must be at least one. */
export function mergePaper(id: string, entries: readonly ExtractedEntry[], context: MergeContext): MergedPaper {
  const newestFirst = sortedNewestFirst(entries, context);
  const days = entries.flatMap((entry) => [entry.listed_on, entry.seen_on]).toSorted();
  const arxivId = id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : null;
  const listing = newestFirst.find((entry) => entry.listing_links.length > 0)?.listing_links ?? [];
  const read = newestFirst.find((entry) => entry.abstract !== null);
  const paper: Paper = {
    id,
    aliases: context.aliasesOf(id),
    // A card of a page may lose blanks where a search hit is marked: any other reading of the title goes before it.
    title: (newestFirst.find((entry) => entry.origin !== 'card') ?? newestFirst[0])?.title ?? '',
    abstract: read?.abstract ?? null,
    arxiv_id: arxivId,
    url: arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
    authors: newestList(newestFirst, 'authors'),
    organization: newest(newestFirst, 'organization'),
    ai_summary: newest(newestFirst, 'ai_summary'),
    ai_keywords: newestList(newestFirst, 'ai_keywords'),
    project_page: newest(newestFirst, 'project_page'),
    upvotes: newest(newestFirst, 'upvotes'),
    num_comments: newest(newestFirst, 'num_comments'),
    github_stars: newest(newestFirst, 'github_stars'),
    ...publication(newestFirst, arxivId === null ? undefined : context.curatedOf(arxivId)),
    first_listed_on: days[0] ?? '',
    last_listed_on: days.at(-1) ?? '',
    code_status: joinCodeStatus(read?.code_status ?? 'none', listing),
    links: joinLinks(read?.links ?? [], listing),
    metrics: read?.metrics ?? [],
  };
  const origin = newestFirst[0] ?? { capture_id: '', position: 0 };
  return {
    paper,
    appearances: appearancesOf(id, entries, context),
    origin: { capture_id: origin.capture_id, position: origin.position },
  };
}

function sortedNewestFirst(entries: readonly ExtractedEntry[], context: MergeContext): readonly ExtractedEntry[] {
  const moment = (entry: ExtractedEntry): string => context.sidecarOf(entry.capture_id).captured_at;
  return entries.toSorted(
    (a, b) => order(moment(b), moment(a)) || order(b.capture_id, a.capture_id) || a.position - b.position,
  );
}

/** Orders by code unit, the same in every locale. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type Scalar = 'organization' | 'ai_summary' | 'project_page' | 'upvotes' | 'num_comments' | 'github_stars';

function newest<Field extends Scalar>(newestFirst: readonly ExtractedEntry[], field: Field): ExtractedEntry[Field] | null {
  return newestFirst.find((entry) => entry[field] !== null)?.[field] ?? null;
}

function newestList(newestFirst: readonly ExtractedEntry[], field: 'authors' | 'ai_keywords'): readonly string[] {
  return newestFirst.find((entry) => entry[field].length > 0)?.[field] ?? [];
}

/** The newest listing that knows the day; else the curated row; else the newest that knows the month. */
function publication(
  newestFirst: readonly ExtractedEntry[],
  curated: CuratedIdentity | undefined,
): Pick<Paper, 'published_on' | 'published_precision'> {
  const curatedOn = curated === undefined ? null : publishedOf(curated.published);
  const listed = newestFirst.filter((entry) => entry.published_on !== null);
  const known = [...listed, ...(curatedOn === null ? [] : [curatedOn])];
  const best = known.find((date) => date.published_precision === 'day') ?? curatedOn ?? listed[0];
  return { published_on: best?.published_on ?? null, published_precision: best?.published_precision ?? null };
}

function publishedOf(written: string): Pick<Paper, 'published_on' | 'published_precision'> {
  return written.length === 'YYYY-MM'.length
    ? { published_on: `${written}-01`, published_precision: 'month' }
    : { published_on: written, published_precision: 'day' };
}

function appearancesOf(id: string, entries: readonly ExtractedEntry[], context: MergeContext): readonly Appearance[] {
  const rows = entries.flatMap((entry): Appearance[] => {
    const { list, period, captured_at } = context.sidecarOf(entry.capture_id);
    if (list === null || period === null) return [];
    const { capture_id, rank, upvotes, num_comments } = entry;
    return [{ paper_id: id, capture_id, list, period, rank, upvotes, num_comments, captured_at }];
  });
  return rows.toSorted((a, b) => order(a.capture_id, b.capture_id) || a.rank - b.rank);
}
