/** Counts of papers that figures are made of: those of two runs of papers add up to those of both. */
import type { Paper } from '../../schemas/types.ts';

export const CODE_STATUSES = ['available', 'promised', 'none'] as const;

type Counts = Map<string, number>;

/** What was counted, by month (`YYYY-MM`) or by name. */
export interface FigureCounts {
  /** By the month of their first publication; those without a date are left out. */
  readonly papersByMonth: Counts;
  /** Upvotes of papers, by the month they were first listed. */
  readonly upvotesByMonth: Map<string, number[]>;
  readonly kinds: Counts;
  readonly metrics: Counts;
  readonly benchmarks: Counts;
  readonly codeStatus: Counts;
}

/** Counts of no papers. */
export function newCounts(): FigureCounts {
  return { papersByMonth: new Map(), upvotesByMonth: new Map(), kinds: new Map(), metrics: new Map(), benchmarks: new Map(), codeStatus: new Map() };
}

/** Counts `papers`. */
export function countPapers(papers: readonly Paper[]): FigureCounts {
  const counts = newCounts();
  for (const paper of papers) countPaper(counts, paper);
  return counts;
}

function countPaper(counts: FigureCounts, { published_on, upvotes, first_listed_on, code_status, metrics }: Paper): void {
  if (published_on !== null) add(counts.papersByMonth, published_on.slice(0, 7), 1);
  if (upvotes !== null) append(counts.upvotesByMonth, first_listed_on.slice(0, 7), [upvotes]);
  add(counts.codeStatus, code_status, 1);
  for (const { kind, metric, dataset_id, dataset } of metrics) {
    add(counts.kinds, kind, 1);
    add(counts.metrics, metric, 1);
    if (dataset !== null) add(counts.benchmarks, dataset_id ?? dataset.slice(0, 60), 1);
  }
}

/** Adds `part` to `total`. */
export function addCounts(total: FigureCounts, part: FigureCounts): void {
  for (const name of ['papersByMonth', 'kinds', 'metrics', 'benchmarks', 'codeStatus'] as const) {
    for (const [key, count] of part[name]) add(total[name], key, count);
  }
  for (const [month, upvotes] of part.upvotesByMonth) append(total.upvotesByMonth, month, upvotes);
}

function add(counts: Counts, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function append(lists: Map<string, number[]>, name: string, values: readonly number[]): void {
  const list = lists.get(name) ?? [];
  for (const value of values) list.push(value);
  lists.set(name, list);
}
