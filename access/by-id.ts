/** Records by their ids. */
import { lazy } from '../pipeline/shared/lazy.ts';
import type { MetricType, Paper } from './records.ts';
import { metricTypes, papers } from './tables.ts';

/** Papers by id. */
export const papersById: () => ReadonlyMap<string, Paper> = /* @__PURE__ */ lazy(() => new Map(papers.all().map((paper) => [paper.id, paper])));

/** Kinds of metric by id. */
export const metricTypesById: () => ReadonlyMap<string, MetricType> = /* @__PURE__ */ lazy(() => new Map(metricTypes.all().map((type) => [type.id, type])));
