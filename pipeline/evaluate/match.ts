/** Which prediction is which annotated result: by value, one to one, those that agree in more fields first. */
import { z } from 'zod';
import type { Metric } from '../../schemas/types.ts';

/** A result as it is annotated: fields that do not apply are left out. */
export const annotatedResultSchema = z.object({
  metric: z.string(),
  value: z.number(),
  value_high: z.number().optional(),
  unit: z.string().optional(),
  qualifier: z.string().optional(),
  kind: z.string(),
  change: z.string().optional(),
  role: z.string(),
  system: z.string().optional(),
  baseline: z.string().optional(),
  dataset: z.string().optional(),
  evidence: z.string(),
  optional: z.boolean().optional(),
});

export type AnnotatedResult = Readonly<z.infer<typeof annotatedResultSchema>>;

/** Metrics that count as one in a comparison: what tells them apart is seldom in the text. */
const ALIKE: readonly (readonly string[])[] = [
  ['latency', 'inference_time', 'runtime', 'time'], ['map', 'average_precision', 'ap'], ['auc', 'auroc'], ['cost', 'price'], ['fps', 'throughput'],
  ['memory', 'memory_usage', 'peak_memory'], ['score', 'benchmark_score'], ['kappa', 'agreement'], ['pass_at_1', 'pass_at_k'], ['steps', 'iterations'],
  ['iou', 'miou'], ['unspecified', 'improvement'],
];
const REPRESENTATIVE = new Map(ALIKE.flatMap((group) => group.map((id) => [id, group[0] ?? id] as const)));
const UNITS: Readonly<Record<string, string>> = {
  percent: '%', pp: 'points', pts: 'points', pt: 'points', point: 'points', percentagepoints: 'points', times: 'x', '×': 'x', fold: 'x', sec: 's', secs: 's', second: 's', seconds: 's',
  millisecond: 'ms', milliseconds: 'ms', hour: 'hours', h: 'hours', minute: 'minutes', min: 'minutes', mins: 'minutes', 'frames/s': 'fps', framespersecond: 'fps',
};

function sameMetric(a: string, b: string): boolean {
  return (REPRESENTATIVE.get(a) ?? a) === (REPRESENTATIVE.get(b) ?? b);
}

function unitOf(unit: string | null | undefined): string {
  const folded = (unit ?? '').toLowerCase().replaceAll(/[\s.]/g, '');
  return UNITS[folded] ?? folded;
}

/** Whether two names mean one thing: one has the words of the other, or half of all words are shared. */
function alikeNames(a: string | null | undefined, b: string | null | undefined): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  const both = [...left].filter((word) => right.has(word)).length;
  return both / Math.min(left.size, right.size) >= 0.99 || both / (left.size + right.size - both) >= 0.5;
}

function wordsOf(name: string | null | undefined): ReadonlySet<string> {
  return new Set((name ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Fields in which a prediction can agree with an annotation, and how each is compared. */
export const AGREEMENT = {
  metric: (gold: AnnotatedResult, found: Metric) => sameMetric(gold.metric, found.metric),
  kind: (gold: AnnotatedResult, found: Metric) => gold.kind === found.kind,
  unit: (gold: AnnotatedResult, found: Metric) => unitOf(gold.unit) === unitOf(found.unit),
  qualifier: (gold: AnnotatedResult, found: Metric) => (gold.qualifier ?? 'exact') === found.qualifier,
  change: (gold: AnnotatedResult, found: Metric) => (gold.change ?? null) === found.change,
  role: (gold: AnnotatedResult, found: Metric) => gold.role === found.role,
  dataset: (gold: AnnotatedResult, found: Metric) => alikeNames(gold.dataset, found.dataset),
  baseline: (gold: AnnotatedResult, found: Metric) => alikeNames(gold.baseline, found.baseline),
  system: (gold: AnnotatedResult, found: Metric) => alikeNames(gold.system, found.system),
} as const;

export type Field = keyof typeof AGREEMENT;
export const FIELDS = ['metric', 'kind', 'unit', 'qualifier', 'change', 'role', 'dataset', 'baseline', 'system'] as const satisfies readonly Field[];
export const CORE_FIELDS: readonly Field[] = ['metric', 'kind', 'unit'];
export const FULL_FIELDS: readonly Field[] = [...CORE_FIELDS, 'qualifier', 'change', 'role'];

/** Fields in which the two differ. */
export function differences(gold: AnnotatedResult, found: Metric): readonly Field[] {
  return FIELDS.filter((field) => !AGREEMENT[field](gold, found));
}

function near(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b)));
}

/** Pairs results with predictions of the same value. Gives for each result the index of its prediction, or null. */
export function matchResults(gold: readonly AnnotatedResult[], found: readonly Metric[]): readonly (number | null)[] {
  const pairs = gold.flatMap((result, goldIndex) =>
    found.flatMap((metric, foundIndex) => {
      if (!near(result.value, metric.value) || !near(result.value_high ?? null, metric.value_high)) return [];
      const { metric: sameId, kind, role } = AGREEMENT;
      const rank = Number(sameId(result, metric)) * 4 + Number(kind(result, metric)) * 2 + Number(role(result, metric));
      return [{ goldIndex, foundIndex, rank, gap: Math.abs(goldIndex / gold.length - foundIndex / found.length) }];
    }),
  );
  const matched: (number | null)[] = gold.map(() => null);
  const taken = new Set<number>();
  for (const pair of pairs.toSorted((a, b) => b.rank - a.rank || a.gap - b.gap)) {
    if (matched[pair.goldIndex] !== null || taken.has(pair.foundIndex)) continue;
    matched[pair.goldIndex] = pair.foundIndex;
    taken.add(pair.foundIndex);
  }
  return matched;
}
