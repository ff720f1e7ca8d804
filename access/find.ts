/** Finding papers: by id in any of its forms, and by what they have. */
import { papersById } from './by-id.ts';
import { lazy } from '../pipeline/shared/lazy.ts';
import type { CodeStatus, MetricId, Paper } from './records.ts';
import { papers, redirects } from './tables.ts';

/** What papers to look for; all that is given must hold. Days are `YYYY-MM-DD`, both ends included. */
export interface PaperFilter {
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  readonly listedFrom?: string;
  readonly listedTo?: string;
  /** Reports a result of this metric. */
  readonly metric?: MetricId;
  /** Reports a result on this data set: a canonical id, such as `imagenet_256`. */
  readonly dataset?: string;
  /** Reports a result for a task whose name holds these words, in any case. */
  readonly task?: string;
  readonly codeStatus?: CodeStatus;
}

const ARXIV_ADDRESS = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\//;
const VERSION = /v\d{1,3}(?:\.pdf)?$/;

const movedTo: () => ReadonlyMap<string, string> = /* @__PURE__ */ lazy(() => {
  const targets = redirects.all().flatMap(({ id, kind, targets: [target] }): readonly (readonly [string, string])[] => (kind === 'moved' && target !== undefined ? [[id, target]] : []));
  const aliases = papers.all().flatMap((paper) => paper.aliases.map((alias): readonly [string, string] => [alias, paper.id]));
  return new Map([...aliases, ...targets]);
});

/**
 * The paper with an id of the dataset, an arXiv id (`2501.00663`, with or without a version), an address at arXiv, or an
 * id that it had in an earlier release; undefined where there is none.
 */
export function findPaper(id: string): Paper | undefined {
  const bare = id.trim().replace(ARXIV_ADDRESS, '').replace(VERSION, '');
  const known = /^(?:arxiv|title):/.test(bare) ? bare : `arxiv:${bare}`;
  return papersById().get(known) ?? papersById().get(movedTo().get(known) ?? '');
}

/** The papers that fit `filter`, in the order of the release. */
export function findPapers(filter: PaperFilter): readonly Paper[] {
  return papers.all().filter((paper) => isDated(paper, filter) && (filter.codeStatus ?? paper.code_status) === paper.code_status && isReported(paper, filter));
}

function isDated({ published_on, first_listed_on, last_listed_on }: Paper, { publishedFrom, publishedTo, listedFrom, listedTo }: PaperFilter): boolean {
  if (publishedFrom !== undefined && (published_on === null || published_on < publishedFrom)) return false;
  if (publishedTo !== undefined && (published_on === null || published_on > publishedTo)) return false;
  return last_listed_on >= (listedFrom ?? '') && first_listed_on <= (listedTo ?? '9999');
}

/** One result must fit all that is asked of results. */
function isReported(paper: Paper, { metric, dataset, task }: PaperFilter): boolean {
  if (metric === undefined && dataset === undefined && task === undefined) return true;
  const words = task?.toLowerCase();
  return paper.metrics.some((result) => (metric ?? result.metric) === result.metric && (dataset ?? result.dataset_id) === result.dataset_id && (words === undefined || (result.task?.toLowerCase().includes(words) ?? false)));
}
