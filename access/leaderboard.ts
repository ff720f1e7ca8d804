/** What abstracts claim for one metric on one data set, the best first. Claims, not a leaderboard of the field. */
import { metricTypesById, papersById } from './by-id.ts';
import type { MetricId, MetricRow, MetricType, Paper } from './records.ts';
import { metrics } from './tables.ts';

export interface LeaderboardRow {
  /** From 1; equal values share a rank, and the next rank counts them all. */
  readonly rank: number;
  readonly result: MetricRow;
  readonly paper: Paper;
}

export interface Leaderboard {
  readonly metric: MetricType;
  readonly dataset_id: string;
  /** Results of the papers' own systems. */
  readonly own: readonly LeaderboardRow[];
  /** Results that papers state for what they compare with, ranked apart: each is told by a competitor. */
  readonly baselines: readonly LeaderboardRow[];
  /** Results of systems that papers only measure. */
  readonly others: readonly LeaderboardRow[];
}

/**
 * The leaderboard of `metric` on `datasetId`; undefined for a metric that is not in the table metric_types or runs in no
 * direction. Only scores themselves count, no changes. A range counts by its worse end, a share written as a fraction
 * (0.84) by its percentage.
 */
export function leaderboard(metric: MetricId, datasetId: string): Leaderboard | undefined {
  const type = metricTypesById().get(metric);
  if (type === undefined || (type.direction !== 'higher' && type.direction !== 'lower')) return undefined;
  const results = metrics.all().filter((row) => row.metric === metric && row.dataset_id === datasetId && row.kind === 'absolute');
  const ranked = (role: MetricRow['role']): readonly LeaderboardRow[] => rank(results.filter((row) => row.role === role), type);
  return { metric: type, dataset_id: datasetId, own: ranked('proposed'), baselines: ranked('baseline'), others: ranked('other') };
}

function rank(rows: readonly MetricRow[], type: MetricType): readonly LeaderboardRow[] {
  const sign = type.direction === 'higher' ? -1 : 1;
  const sorted = rows.map((result) => ({ result, score: scoreOf(result, type) })).toSorted((a, b) => sign * (a.score - b.score));
  return sorted.flatMap(({ result, score }) => {
    const paper = papersById().get(result.paper_id);
    return paper === undefined ? [] : [{ rank: sorted.findIndex((other) => other.score === score) + 1, result, paper }];
  });
}

function scoreOf({ value, value_high, unit }: MetricRow, { direction, range_high }: MetricType): number {
  const worse = value_high === null || direction === 'higher' ? value : value_high;
  return range_high === 100 && unit === null && worse <= 1 ? 100 * worse : worse;
}
