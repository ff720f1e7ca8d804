/** The ontology: the metrics that results are typed with and the benchmarks they are reported on. */
import type { Benchmark, Metric, MetricType } from '../../schemas/types.ts';
import { checkOrder, checkRanges, checkSurfaces, checkUsualMetrics } from './checks.ts';
import { datasetIdFinder } from './dataset-id.ts';
import { readBenchmarks, readMetricTypes, type Entry } from './entries.ts';
import { betterOf, isPossible } from './judge.ts';
import { buildMatcher, type Matcher } from './matcher.ts';
import { taskForms } from './tasks.ts';
import { lazy } from '../shared/lazy.ts';

export interface Ontology {
  /** In order of id. */
  readonly metricTypes: readonly MetricType[];
  /** In order of id. */
  readonly benchmarks: readonly Benchmark[];
  metricTypeOf(id: string): MetricType | undefined;
  benchmarkOf(id: string): Benchmark | undefined;
  readonly metricsBySurface: Matcher;
  readonly benchmarksBySurface: Matcher;
  /** Names of tasks; the id of one is its name. */
  readonly tasksBySurface: Matcher;
  /** The id of a benchmark as written (`ImageNet at 256×256`: `imagenet_256`); null where no table knows it. */
  datasetIdOf(written: string): string | null;
  /** Whether the change of a metric is an improvement; null where there is no change or no better direction. */
  betterOf(metricId: string, change: Metric['change']): boolean | null;
  /** Whether an absolute value can be one of a metric: an accuracy of 300% cannot. */
  isPossible(metricId: string, value: number, unit: string | null): boolean;
}

let loaded: Ontology | undefined;

/**
 * The ontology in the tables beside this module; read and checked once.
 * @throws DataError naming file and line where a table is wrong.
 */
export function loadOntology(): Ontology {
  return (loaded ??= buildOntology());
}

function buildOntology(): Ontology {
  const metricEntries = readMetricTypes();
  const benchmarkEntries = readBenchmarks();
  for (const entries of [metricEntries, benchmarkEntries]) {
    checkOrder(entries);
    checkSurfaces(entries);
  }
  checkRanges(metricEntries);
  checkUsualMetrics(benchmarkEntries, metricEntries);
  const metricTypes = recordsById(metricEntries);
  const benchmarks = recordsById(benchmarkEntries);
  // Only what extracts needs them, and they take longer to make than all else.
  const metricMatcher = lazy(() => buildMatcher(metricEntries.flatMap(({ forms }) => forms), { plural: true }));
  const benchmarkMatcher = lazy(() => buildMatcher(benchmarkEntries.flatMap(({ forms }) => forms), { plural: false }));
  const taskMatcher = lazy(() => buildMatcher(taskForms([...benchmarks.values()]), { plural: true }));
  const datasetIdOf = lazy(() => datasetIdFinder(benchmarkMatcher()));
  return {
    metricTypes: [...metricTypes.values()],
    benchmarks: [...benchmarks.values()],
    metricTypeOf: (id) => metricTypes.get(id),
    benchmarkOf: (id) => benchmarks.get(id),
    get metricsBySurface() {
      return metricMatcher();
    },
    get benchmarksBySurface() {
      return benchmarkMatcher();
    },
    get tasksBySurface() {
      return taskMatcher();
    },
    datasetIdOf: (written) => datasetIdOf()(written),
    betterOf: (metricId, change) => betterOf(metricTypes.get(metricId), change),
    isPossible: (metricId, value, unit) => isPossible(metricTypes.get(metricId), value, unit),
  };
}

function recordsById<T extends { readonly id: string }>(entries: readonly Entry<T>[]): ReadonlyMap<string, T> {
  return new Map(entries.map(({ record }) => [record.id, record]));
}
