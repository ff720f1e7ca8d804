/** What a report says of the papers, gathered while they go by; memory grows with months and metrics, not with text. */
import type { Paper } from '../../schemas/types.ts';
import { metricRow, type ReportedPaper } from './metric-row.ts';

/** Papers whose results are shown in context: more make a page that no browser likes. */
export const MOST_PAPERS_IN_CONTEXT = 2_000;

export interface Figure {
  readonly name: string;
  readonly value: number;
}

export interface Figures {
  /** Papers by the month of their first publication, every month from the first to the last; null-dated ones are left out. */
  readonly papersByMonth: readonly Figure[];
  /** Median of the upvotes of papers by the month they were first listed; months without any are left out. */
  readonly upvotesByMonth: readonly Figure[];
  readonly kinds: readonly Figure[];
  readonly metrics: readonly Figure[];
  readonly benchmarks: readonly Figure[];
  readonly codeStatus: readonly Figure[];
  /** The newest papers with results, newest first. */
  readonly inContext: readonly ReportedPaper[];
  /** Papers with results that are not among them. */
  readonly leftOut: number;
}

export class FigureGatherer {
  readonly #papersByMonth = new Map<string, number>();
  readonly #upvotesByMonth = new Map<string, number[]>();
  readonly #kinds = new Map<string, number>();
  readonly #metrics = new Map<string, number>();
  readonly #benchmarks = new Map<string, number>();
  readonly #codeStatus = new Map<string, number>([['available', 0], ['promised', 0], ['none', 0]]);
  readonly #inContext: ReportedPaper[] = [];
  #withResults = 0;

  /** Counts a paper. Papers come in the order of their ids, which is by age for those of arXiv. */
  add(paper: Paper): void {
    if (paper.published_on !== null) count(this.#papersByMonth, paper.published_on.slice(0, 7));
    if (paper.upvotes !== null) this.#addUpvotes(paper.first_listed_on.slice(0, 7), paper.upvotes);
    count(this.#codeStatus, paper.code_status);
    for (const { kind, metric, dataset_id, dataset } of paper.metrics) {
      count(this.#kinds, kind);
      count(this.#metrics, metric);
      if (dataset !== null) count(this.#benchmarks, dataset_id ?? dataset.slice(0, 60));
    }
    if (paper.metrics.length > 0) this.#show(paper);
  }

  figures(): Figures {
    return {
      papersByMonth: monthsOf(this.#papersByMonth),
      upvotesByMonth: [...this.#upvotesByMonth].toSorted(byName).map(([name, values]) => ({ name, value: medianOf(values) })),
      kinds: mostFirst(this.#kinds),
      metrics: mostFirst(this.#metrics),
      benchmarks: mostFirst(this.#benchmarks),
      codeStatus: Array.from(this.#codeStatus, ([name, value]) => ({ name, value })),
      inContext: this.#inContext.toReversed(),
      leftOut: this.#withResults - this.#inContext.length,
    };
  }

  #addUpvotes(month: string, upvotes: number): void {
    const values = this.#upvotesByMonth.get(month) ?? [];
    values.push(upvotes);
    this.#upvotesByMonth.set(month, values);
  }

  #show(paper: Paper): void {
    const { id, title, url, published_on, abstract } = paper;
    this.#withResults += 1;
    this.#inContext.push({ id, title, url, published_on, rows: paper.metrics.map((metric) => metricRow(metric, abstract ?? '')) });
    if (this.#inContext.length > MOST_PAPERS_IN_CONTEXT) this.#inContext.shift();
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly Figure[] {
  return [...counts].toSorted((a, b) => b[1] - a[1] || byName(a, b)).map(([name, value]) => ({ name, value }));
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Months from the first to the last of `counts`, those without papers too: a gap must show as a gap. */
function monthsOf(counts: ReadonlyMap<string, number>): readonly Figure[] {
  const named = [...counts.keys()].toSorted();
  const months: Figure[] = [];
  for (const [index, month] of named.entries()) {
    months.push({ name: month, value: counts.get(month) ?? 0 });
    months.push(...monthsBetween(month, named[index + 1] ?? ''));
  }
  return months;
}

function monthsBetween(month: string, end: string): readonly Figure[] {
  const months: Figure[] = [];
  for (let between = nextMonth(month); between < end; between = nextMonth(between)) months.push({ name: between, value: 0 });
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
