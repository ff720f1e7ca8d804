/** What a report says of the papers: sums, and the newest results in their sentences. */
import type { Paper } from '../../schemas/types.ts';
import { addCounts, CODE_STATUSES, newCounts, type FigureCounts } from './figure-counts.ts';
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

/** Papers with results of one segment as the report shows them, JSON, kept as bytes until it is known which are shown. */
export interface ShownPapers {
  readonly count: number;
  readonly json: Uint8Array;
}

/** The figures of a whole release, summed up from its segments; memory grows with months, metrics, data set names and a number for each paper, not with text. */
export class FigureGatherer {
  readonly #counts = newCounts();
  readonly #newest: ShownPapers[] = [];
  #withResults = 0;

  /** Takes the counts and the papers of a segment. Segments come in the order of ids, which is by age for those of arXiv. */
  add(counts: FigureCounts, shown: ShownPapers): void {
    addCounts(this.#counts, counts);
    // A copy: what comes may be a view of a whole segment, which would stay in memory with it.
    this.#newest.push({ count: shown.count, json: Uint8Array.from(shown.json) });
    this.#withResults += shown.count;
    while (papersIn(this.#newest) - (this.#newest[0]?.count ?? 0) >= MOST_PAPERS_IN_CONTEXT) this.#newest.shift();
  }

  figures(): Figures {
    const inContext = this.#newest.flatMap(readShown).slice(-MOST_PAPERS_IN_CONTEXT).toReversed();
    return {
      papersByMonth: monthsOf(this.#counts.papersByMonth),
      upvotesByMonth: [...this.#counts.upvotesByMonth].toSorted(byName).map(([name, values]) => ({ name, value: medianOf(values) })),
      kinds: mostFirst(this.#counts.kinds),
      metrics: mostFirst(this.#counts.metrics),
      benchmarks: mostFirst(this.#counts.benchmarks),
      codeStatus: CODE_STATUSES.map((name) => ({ name, value: this.#counts.codeStatus.get(name) ?? 0 })),
      inContext,
      leftOut: this.#withResults - inContext.length,
    };
  }
}

/** The papers with results among `papers`, at most as many as a report shows, the newest. */
export function shownPapers(papers: readonly Paper[]): ShownPapers {
  const shown = papers.filter(({ metrics }) => metrics.length > 0);
  return { count: shown.length, json: Buffer.from(JSON.stringify(shown.slice(-MOST_PAPERS_IN_CONTEXT).map(reportedPaper))) };
}

function reportedPaper({ id, title, url, published_on, abstract, metrics }: Paper): ReportedPaper {
  return { id, title, url, published_on, rows: metrics.map((metric) => metricRow(metric, abstract ?? '')) };
}

function readShown({ json }: ShownPapers): readonly ReportedPaper[] {
  return JSON.parse(Buffer.from(json).toString('utf8'));
}

function papersIn(shown: readonly ShownPapers[]): number {
  return shown.reduce((sum, { count }) => sum + count, 0);
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
