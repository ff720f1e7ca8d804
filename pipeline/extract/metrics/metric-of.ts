/** The metric of a number: the one named for it, else what unit, benchmark or an earlier number tell. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { MetricType } from '../../../schemas/types.ts';
import { chooseMetric, type MetricChoice } from './attach-metric.ts';
import type { Context, Earlier } from './context.ts';
import { freeMetric } from './free-metric.ts';
import type { KindReading } from './kind.ts';
import type { DatasetMention } from './dataset-mentions.ts';
import type { Mention } from './mentions.ts';
import type { NumberToken } from './numbers.ts';

export interface MetricFound {
  readonly id: string;
  readonly mention: Mention | null;
}

/** Usual metrics that a bare percentage on a benchmark does not name by itself: it is a score there. */
const SCORED: ReadonlySet<string> = new Set(['pass_at_1', 'pass_at_k', 'win_rate', 'f1', 'ndcg', 'elo', 'fid', 'fvd', 'mse', 'psnr', 'bits_per_dim', 'perplexity', 'mrr']);
/** `99% of Transformer quality`: what is kept of another's. */
const RETAINED = /^ of (?:the |its )?(?:[A-Za-z][\w'’-]{0,24} ){1,4}(?:quality|performance|accuracy)\b/;
const WEAK = 0.34;
/** A name that stands this well stands right beside its number. */
const BESIDE = 0.86;
/** Names that say no more than that something was measured. */
const VAGUE: ReadonlySet<string> = new Set(['performance', 'score', 'gap', 'quality', 'efficiency', 'consistency', 'error', 'samples_per_second']);

/** The metric of `number`, and where it is named; `unspecified` where nothing tells. */
export function metricOf(number: NumberToken, reading: KindReading, context: Context, datasets: readonly DatasetMention[], earlier: Earlier): MetricFound {
  const chosen = chooseMetric(number, context.sentence.text, context.metrics, context.numbers);
  const paired = context.metricPairs.get(number);
  if (paired !== undefined && (chosen === null || chosen.strength < 0.9)) return { id: paired.id, mention: paired };
  const own = ownMetric(number, reading, context.sentence.text.slice(number.unitEnd, number.unitEnd + 80));
  if (own !== null && (chosen === null || chosen.strength < 0.9 || own !== 'model_size')) return { id: own === 'speedup' && chosen !== null && chosen.strength >= 0.95 && chosen.id === 'throughput' ? 'throughput' : own, mention: null };
  const isNamed = chosen !== null && chosen.strength >= WEAK && !VAGUE.has(chosen.id);
  const free = isNamed && chosen.strength >= BESIDE ? null : freeBeside(number, context.sentence.text);
  if (free !== null) return { id: free, mention: null };
  if (isNamed) return chosen;
  if (isScoreBeside(chosen, context.sentence.text) && number.unit !== 'x') return { id: usualMetric(datasets, number) ?? 'score', mention: chosen?.mention ?? null };
  const vague = chosen !== null && chosen.strength >= WEAK ? chosen.mention : null;
  return { id: inferredMetric(number, reading, context, datasets, earlier), mention: vague };
}

/** The metric that unit and words of change name together. */
function ownMetric(number: NumberToken, reading: KindReading, after: string): string | null {
  const unit = number.unit ?? '';
  if (/^fps$/i.test(unit)) return 'fps';
  if (unit.endsWith('/s') && !unit.startsWith('m')) return 'throughput';
  if (unit === 'bits/dim' || unit.startsWith('bits per dim')) return 'bits_per_dim';
  if (unit === '%' && RETAINED.test(after)) return 'retention';
  if (reading.metric === null) return null;
  if (reading.metric === 'speedup' || reading.kind === 'ratio') return reading.metric;
  return reading.metric === 'cost' || reading.metric === 'efficiency' ? reading.metric : null;
}

function inferredMetric(number: NumberToken, reading: KindReading, context: Context, datasets: readonly DatasetMention[], earlier: Earlier): string {
  const byUnit = metricOfUnit(number, context.sentence.text);
  if (byUnit !== null) return byUnit;
  const usual = usualMetric(datasets, number);
  const before = earlier.metric;
  const alike = before !== null && (before.unit === number.unit || (isShare(before.unit) && isShare(number.unit)));
  if (before !== null && alike && before.metric !== 'unspecified' && (usual === null || before.kind !== 'absolute')) return before.metric;
  if (usual !== null && number.unit !== 'x') return usual;
  const named = reading.kind === 'absolute' || number.unit === 'points' ? earlier.metricId() : null;
  if (named !== null && (reading.kind === 'absolute' || typeOf(named)?.range_high === 100)) return named;
  const isScored = reading.kind === 'absolute' && isShare(number.unit);
  return (datasets.some((dataset) => dataset.named) && number.unit !== 'x') || isScored ? 'score' : 'unspecified';
}

/** What a bare number on the benchmark means; on questions, a share is of right answers. */
function usualMetric(datasets: readonly DatasetMention[], { unit }: NumberToken): string | null {
  const ontology = loadOntology();
  const known = datasets.find((dataset) => dataset.family !== null)?.family ?? null;
  const usual = known === null ? null : (ontology.benchmarkOf(known)?.usual_metric ?? null);
  if (usual !== null) return isShare(unit) && SCORED.has(usual) ? 'score' : usual;
  return isShare(unit) && datasets.some(({ name, named }) => named && /QA\b|QA[-_ ]/.test(name)) ? 'accuracy' : null;
}

/** `a score of 35.7`: the word itself, right beside the number. */
function isScoreBeside(chosen: MetricChoice | null, sentence: string): boolean {
  if (chosen?.mention == null || chosen.id !== 'score' || chosen.strength < BESIDE) return false;
  return /score/i.test(sentence.slice(chosen.mention.start, chosen.mention.end));
}

/** A quantity that no table knows, named right beside the number. */
function freeBeside(number: NumberToken, sentence: string): string | null {
  return freeMetric(sentence.slice(Math.max(0, number.start - 120), number.start), sentence.slice(number.unitEnd, number.unitEnd + 80));
}

function typeOf(metricId: string | null): MetricType | undefined {
  return metricId === null ? undefined : loadOntology().metricTypeOf(metricId);
}

function isShare(unit: string | null): boolean {
  return unit === '%' || unit === 'points';
}

/** The metric that a unit alone tells. */
function metricOfUnit({ unit }: NumberToken, sentence: string): string | null {
  if (unit === null) return null;
  if (/^(?:ms|s|secs?|seconds?|milliseconds?|μs|µs|minutes?|mins?|hours?|days)$/.test(unit)) return /\btrain/i.test(sentence) && !/\b(?:infer|generat|decod)/i.test(sentence) ? 'training_time' : 'inference_time';
  if (/^[GM]i?B$/.test(unit)) return 'memory';
  return unit === 'dB' ? 'psnr' : null;
}
