/** The tables of the release. Each is read when it is first used. */
import { appearancesText, benchmarksText, metricTypesText, papersText, redirectsText } from './read.ts';
import type { Appearance, Benchmark, LinkRow, MetricRow, MetricType, Paper, Redirect } from './records.ts';
import { tableOf } from './table-of.ts';
import type { Table } from './table.ts';

/** Every paper, in the order of ids. */
export const papers: Table<Paper> = /* @__PURE__ */ tableOf((): readonly Paper[] => JSON.parse(papersText()));

/** Every result that an abstract reports, with the id of its paper. */
export const metrics: Table<MetricRow> = /* @__PURE__ */ tableOf(() =>
  papers.all().flatMap((paper) => paper.metrics.map((metric, index): MetricRow => ({ paper_id: paper.id, position: index + 1, ...metric }))),
);

/** Every address that a paper gives, with the id of its paper. */
export const links: Table<LinkRow> = /* @__PURE__ */ tableOf(() =>
  papers.all().flatMap((paper) => paper.links.map((link, index): LinkRow => ({ paper_id: paper.id, position: index + 1, ...link }))),
);

/** Every appearance of a paper on a captured list. */
export const appearances: Table<Appearance> = /* @__PURE__ */ tableOf((): readonly Appearance[] => JSON.parse(appearancesText()));

/** What became of ids that earlier releases had. */
export const redirects: Table<Redirect> = /* @__PURE__ */ tableOf((): readonly Redirect[] => JSON.parse(redirectsText()));

/** The kinds of metric that results are typed with. */
export const metricTypes: Table<MetricType> = /* @__PURE__ */ tableOf((): readonly MetricType[] => JSON.parse(metricTypesText()));

/** The benchmarks and data sets that results are matched to. */
export const benchmarks: Table<Benchmark> = /* @__PURE__ */ tableOf((): readonly Benchmark[] => JSON.parse(benchmarksText()));
