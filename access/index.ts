/** Typed access to the dataset: what `import ... from 'trending-papers'` gives. */
export type { Table } from './table.ts';
export type { Appearance, Benchmark, CodeStatus, Link, LinkRow, Metric, MetricId, MetricRow, MetricType, Paper, Redirect } from './records.ts';
export { appearances, benchmarks, links, metrics, metricTypes, papers, redirects } from './tables.ts';
export { findPaper, findPapers, type PaperFilter } from './find.ts';
export { searchPapers, type SearchHit, type SearchOptions } from './search.ts';
export { leaderboard, type Leaderboard, type LeaderboardRow } from './leaderboard.ts';
export { trendingHistory } from './history.ts';
export { generatedFrom, schemaVersion, version } from './version.ts';
