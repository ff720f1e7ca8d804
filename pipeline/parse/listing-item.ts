/**
 * Reads one item of a list, as `/api/daily_papers` gives it and a page's hydration data repeats it. Fields came and
 * went from 2024 to 2026, so all but id and title may be absent, and absent and null are one; fields that nothing here
 * reads may hold anything.
 */
import { z } from 'zod';
import { count } from '../../schemas/primitives.ts';
import type { Reject } from '../../schemas/types.ts';
import type { ListingEntry } from '../records.ts';
import { bareEntry, type EntryPlace } from './entry.ts';
import { issueOf } from './issue.ts';

const LONGEST_TEXT = 100_000;
/** The largest collaborations on arXiv name some 5,000 authors. */
const MOST_AUTHORS = 20_000;

const written = z.string().max(LONGEST_TEXT);
const unread = z.unknown().optional();

const organizationSchema = z.object({
  name: written.nullish(),
  fullname: written.nullish(),
  _id: unread,
  avatar: unread,
});

const authorSchema = z.object({
  /** Hidden means that a person took the paper off their profile; they wrote it all the same. */
  hidden: unread,
  name: written,
  _id: unread,
  user: unread,
  status: unread,
  statusLastChangedAt: unread,
});

const paperSchema = z.object({
  id: written.min(1),
  title: written.min(1),
  summary: written.nullish(),
  authors: z.array(authorSchema).max(MOST_AUTHORS).nullish(),
  organization: organizationSchema.nullish(),
  ai_summary: written.nullish(),
  ai_keywords: z.array(written).nullish(),
  projectPage: written.nullish(),
  githubRepo: written.nullish(),
  githubStars: count.nullish(),
  upvotes: count.nullish(),
  publishedAt: written.nullish(),
  submittedOnDailyAt: written.nullish(),
  ai_summary_model: unread,
  discussionId: unread,
  githubRepoAddedBy: unread,
  mediaUrls: unread,
  submittedOnDailyBy: unread,
  withdrawnAt: unread,
});

/** The shape of an item: what is read of it, and the names of the fields that are known but not read. */
export const itemSchema = z.object({
  paper: paperSchema,
  summary: written.nullish(),
  numComments: count.nullish(),
  organization: organizationSchema.nullish(),
  /** What `organization` was called for four days of autumn 2025. */
  submitterOrganization: organizationSchema.nullish(),
  /** Two meanings over the years, neither of them the paper's publication: `paper.publishedAt` is that. */
  publishedAt: unread,
  /** `paper.title` with other white space, or with LaTeX that `paper.title` has resolved. */
  title: unread,
  isAuthorParticipating: unread,
  mediaUrl: unread,
  mediaUrls: unread,
  submittedBy: unread,
  thumbnail: unread,
  upvoted: unread,
});

type Item = z.infer<typeof itemSchema>;

/** An entry, or the reason why there is none. */
export type ReadItem = { readonly entry: ListingEntry } | { readonly reject: Reject };

/** Reads the item that stands at `place`; whatever it holds, it is an entry or a reject. */
export function readItem(item: unknown, place: EntryPlace): ReadItem {
  const read = itemSchema.safeParse(item);
  if (read.success) return { entry: entryOf(read.data, place) };
  const { capture_id, position } = place;
  return { reject: { capture_id, stage: 'parse', position, ...issueOf(read.error, item) } };
}

function entryOf(item: Item, place: EntryPlace): ListingEntry {
  const { paper } = item;
  const organization = paper.organization ?? item.organization ?? item.submitterOrganization;
  return {
    ...bareEntry(place, paper.title),
    arxiv_id: paper.id,
    abstract: present(paper.summary) ?? present(item.summary),
    authors: (paper.authors ?? []).map((author) => author.name),
    organization: present(organization?.fullname) ?? present(organization?.name),
    ai_summary: present(paper.ai_summary),
    ai_keywords: paper.ai_keywords ?? [],
    project_page: present(paper.projectPage),
    repository: present(paper.githubRepo),
    github_stars: paper.githubStars ?? null,
    upvotes: paper.upvotes ?? null,
    num_comments: item.numComments ?? null,
    published: present(paper.publishedAt),
    listed: present(paper.submittedOnDailyAt),
  };
}

/** `value` without blanks at its ends, or null where nothing is left. */
function present(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
