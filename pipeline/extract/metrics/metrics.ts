/**
 * Reported results of an abstract: sentences, numbers, those kept, and what each is of. Each step is a module beside
 * this one; a reader of one need not know the next.
 */
import { loadOntology } from '../../ontology/ontology.ts';
import type { Metric } from '../../../schemas/types.ts';
import { chooseDatasets } from './attach-dataset.ts';
import { chooseMetric } from './attach-metric.ts';
import { baselineNear } from './baseline.ts';
import { evidenceSpan } from './evidence.ts';
import { readKind, settleKind, type KindReading } from './kind.ts';
import { findDatasetMentions, findMetricMentions, type DatasetMention, type Mention } from './mentions.ts';
import { findNumbers, type NumberToken } from './numbers.ts';
import { measuresOthers, speaksOfOthers } from './paper-type.ts';
import { qualifierOf } from './qualifier.ts';
import { pairRespectively } from './respectively.ts';
import { roleOf } from './role.ts';
import { reasonToSetAside } from './set-aside.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { systemNear } from './system.ts';

/** Text longer than this is no abstract: what follows is not read. */
const LONGEST_ABSTRACT = 20_000;

interface Context {
  readonly sentence: Sentence;
  readonly numbers: readonly NumberToken[];
  readonly metrics: readonly Mention[];
  readonly datasets: readonly DatasetMention[];
  readonly metricPairs: ReadonlyMap<NumberToken, Mention>;
  readonly datasetPairs: ReadonlyMap<NumberToken, DatasetMention>;
  readonly ofOthers: boolean;
  readonly title: string;
}

/** What was read before, that a number may refer back to. */
interface Earlier {
  readonly metricId: string | null;
  readonly metricText: string | null;
  readonly metric: Metric | null;
}

const NOTHING: Earlier = { metricId: null, metricText: null, metric: null };

/** The results that a cleaned abstract reports, in order. Never throws; offsets point into `abstract`. */
export function extractMetrics(abstract: string, title: string): readonly Metric[] {
  const ofOthers = measuresOthers(abstract, title);
  const results: Metric[] = [];
  let earlier = NOTHING;
  for (const sentence of splitSentences(abstract.slice(0, LONGEST_ABSTRACT))) {
    if (!/\d|\b(?:twice|doubl|hal[fv]|times|fold|magnitude)/i.test(sentence.text)) {
      earlier = { ...remembered(sentence, earlier), metric: null };
      continue;
    }
    const context = contextOf(sentence, title, ofOthers && speaksOfOthers(sentence.text));
    let previous: Earlier = { ...earlier, metric: null };
    for (const number of context.numbers) {
      const metric = readResult(number, context, previous);
      if (metric === null) continue;
      results.push(metric);
      previous = { metricId: metric.metric, metricText: metric.metric_text, metric };
    }
    earlier = remembered(sentence, previous);
  }
  return results;
}

/** The last metric that a sentence names is what a number without a name in the next refers to. */
function remembered(sentence: Sentence, earlier: Earlier): Earlier {
  const named = findMetricMentions(sentence.text, []).findLast((mention) => !mention.ambiguous);
  return named === undefined ? { ...earlier, metricId: null, metricText: null } : { metricId: named.id, metricText: sentence.text.slice(named.start, named.end), metric: null };
}

function contextOf(sentence: Sentence, title: string, ofOthers: boolean): Context {
  const datasets = findDatasetMentions(sentence.text);
  const metrics = findMetricMentions(sentence.text, datasets);
  const found = findNumbers(sentence.text);
  const numbers = found.filter((number) => reasonToSetAside(placed(number, sentence.text, metrics, datasets)) === null);
  return {
    sentence, numbers, metrics, datasets, ofOthers, title,
    metricPairs: pairRespectively(sentence.text, numbers, metrics),
    datasetPairs: pairRespectively(sentence.text, numbers, datasets),
  };
}

function placed(number: NumberToken, sentence: string, metrics: readonly Mention[], datasets: readonly DatasetMention[]): Parameters<typeof reasonToSetAside>[0] {
  return { number, sentence, before: sentence.slice(Math.max(0, number.start - 80), number.start), after: sentence.slice(number.unitEnd, number.unitEnd + 80), metrics, datasets };
}

/** The part of the sentence before a number that is its clause. */
function clauseBefore(sentence: string, start: number): string {
  const before = sentence.slice(Math.max(0, start - 200), start);
  const cut = Math.max(before.lastIndexOf(';'), before.lastIndexOf(' while '), before.lastIndexOf(' whereas '), before.lastIndexOf('. '));
  return before.slice(cut + 1);
}

function readResult(number: NumberToken, context: Context, earlier: Earlier): Metric | null {
  const { text } = context.sentence;
  const clause = clauseBefore(text, number.start);
  const after = text.slice(number.unitEnd, number.unitEnd + 80);
  const reading = continued(readKind(number, clause, behindList(number, context)), number, earlier, text, context);
  const datasets = context.datasetPairs.has(number) ? [context.datasetPairs.get(number)].filter((one) => one !== undefined) : chooseDatasets(number, text, context.datasets, context.numbers);
  const { id, mention } = metricOf(number, reading, context, datasets, earlier);
  if (reading.kind === 'absolute' && !loadOntology().isPossible(id, number.value, number.unit)) return null;
  if (id === 'unspecified' && reading.kind === 'absolute' && number.unit === null) return null;
  const own = datasets.length === 0 && context.ofOthers ? ownBenchmark(context.title) : null;
  const measuredOn = own === null ? datasets : [own];
  return recordOf({ number, context, reading: { ...reading, kind: settleKind(reading, number, id) }, datasets: measuredOn, metricId: id, mention, earlier, clause, after });
}

/** A paper that measures names its benchmark before the colon of its title: what its sentences do not name is on that. */
function ownBenchmark(title: string): DatasetMention | null {
  const name = /^([^:]{2,40}):/.exec(title)?.[1]?.trim();
  return name === undefined || name.split(' ').length > 3 ? null : { id: null, name, named: true, start: 0, end: 0 };
}

/** The words behind the list of numbers that a number begins: `26.2% and 116.2% relative improvements`. */
function behindList(number: NumberToken, { sentence: { text }, numbers }: Context): string {
  let end = number.unitEnd;
  for (const next of numbers.slice(numbers.indexOf(number) + 1)) {
    if (next.unit !== number.unit || !/^(?:,| and|, and|\/| or) ?(?:an? )?[+~]?$/.test(text.slice(end, next.start))) break;
    end = next.unitEnd;
  }
  return text.slice(end, end + 80);
}

/** The second number of a list is read as the first: `by 0.5%, 1.0%, and 0.5%`, `11x on A and 16x on B`. */
function continued(reading: KindReading, number: NumberToken, { metric }: Earlier, text: string, { sentence }: Context): KindReading {
  if (metric === null || metric.unit !== number.unit || reading.kind === metric.kind) return reading;
  const gap = text.slice(metric.end - sentence.start, number.start);
  const isList = gap.length < 60 && !gap.startsWith(')') && /^(?:%|×|x| points)?[^.;]{0,50}(?:,|and|\/) ?(?:an? |by |up to |over |about |nearly |as much as |roughly )?[+~]?$/.test(gap) && !/\b(?:from|to|achiev\w*|reach\w*|with|while)\b/.test(gap);
  return isList && reading.kind === 'absolute' ? { kind: metric.kind, change: metric.change, metric: null, improves: false } : reading;
}

interface MetricFound {
  readonly id: string;
  readonly mention: Mention | null;
}

/** Usual metrics that a bare percentage on a benchmark does not name by itself: it is a score there. */
const SCORED: ReadonlySet<string> = new Set(['pass_at_1', 'pass_at_k', 'win_rate', 'f1', 'ndcg', 'elo', 'fid', 'fvd', 'mse', 'psnr', 'bits_per_dim', 'perplexity', 'mrr']);
const WEAK = 0.34;
/** Names that say no more than that something was measured. */
const VAGUE: ReadonlySet<string> = new Set(['performance', 'score', 'gap', 'quality', 'efficiency', 'consistency', 'error', 'samples_per_second']);

function metricOf(number: NumberToken, reading: KindReading, context: Context, datasets: readonly DatasetMention[], earlier: Earlier): MetricFound {
  const chosen = chooseMetric(number, context.sentence.text, context.metrics, context.numbers);
  const paired = context.metricPairs.get(number);
  if (paired !== undefined && (chosen === null || chosen.strength < 0.9)) return { id: paired.id, mention: paired };
  const own = ownMetric(number, reading);
  if (own !== null && (chosen === null || chosen.strength < 0.9 || own !== 'model_size')) return { id: own === 'speedup' && chosen !== null && chosen.strength >= 0.95 && chosen.id === 'throughput' ? 'throughput' : own, mention: null };
  if (chosen !== null && chosen.strength >= WEAK && !VAGUE.has(chosen.id)) return chosen;
  const vague = chosen !== null && chosen.strength >= WEAK ? chosen.mention : null;
  return { id: inferredMetric(number, reading, context, datasets, earlier), mention: vague };
}

/** The metric that unit and words of change name together. */
function ownMetric(number: NumberToken, reading: KindReading): string | null {
  const unit = number.unit ?? '';
  if (/^fps$/i.test(unit)) return 'fps';
  if (unit.endsWith('/s') && !unit.startsWith('m')) return 'throughput';
  if (reading.metric === null) return null;
  if (reading.metric === 'speedup' || reading.kind === 'ratio') return reading.metric;
  return reading.metric === 'cost' || reading.metric === 'efficiency' ? reading.metric : null;
}

function inferredMetric(number: NumberToken, reading: KindReading, context: Context, datasets: readonly DatasetMention[], earlier: Earlier): string {
  const byUnit = metricOfUnit(number, context.sentence.text);
  if (byUnit !== null) return byUnit;
  const ontology = loadOntology();
  const known = datasets.find((dataset) => dataset.id !== null)?.id ?? null;
  const usual = known === null ? null : (ontology.benchmarkOf(known)?.usual_metric ?? null);
  const before = earlier.metric;
  const alike = before !== null && (before.unit === number.unit || (isShare(before.unit) && isShare(number.unit)));
  if (before !== null && alike && before.metric !== 'unspecified' && (usual === null || before.kind !== 'absolute')) return before.metric;
  if (usual !== null && number.unit !== 'x') return isShare(number.unit) && SCORED.has(usual) ? 'score' : usual;
  if ((reading.kind === 'absolute' || number.unit === 'points') && earlier.metricId !== null) return earlier.metricId;
  const isScored = reading.kind === 'absolute' && isShare(number.unit);
  return (datasets.some((dataset) => dataset.named) && number.unit !== 'x') || isScored ? 'score' : 'unspecified';
}

function isShare(unit: string | null): boolean {
  return unit === '%' || unit === 'points';
}

/** The metric that a unit alone tells. */
function metricOfUnit({ unit }: NumberToken, sentence: string): string | null {
  if (unit === null) return null;
  if (/^(?:ms|s|secs?|seconds?|milliseconds?|μs|µs|minutes?|mins?|hours?|days)$/.test(unit)) return /\btrain/i.test(sentence) && !/\b(?:infer|generat|decod)/i.test(sentence) ? 'training_time' : 'inference_time';
  if (/^[GM]i?B$/.test(unit)) return 'memory';
  return unit === 'dB' ? 'psnr' : unit === 'bits/dim' || unit.startsWith('bits per dim') ? 'bits_per_dim' : null;
}

interface RecordParts {
  readonly number: NumberToken;
  readonly context: Context;
  readonly reading: KindReading;
  readonly datasets: readonly DatasetMention[];
  readonly metricId: string;
  readonly mention: Mention | null;
  readonly earlier: Earlier;
  readonly clause: string;
  readonly after: string;
}

function recordOf({ number, context, reading, datasets, metricId, mention, earlier, clause, after }: RecordParts): Metric {
  const { sentence } = context;
  const ontology = loadOntology();
  const role = roleOf(number, context.numbers, sentence.text, context.ofOthers, context.title);
  const change = changeOf(reading, metricId);
  const [from, to] = evidenceSpan(sentence.text, number.start, number.unitEnd, mention);
  const qualifier = qualifierOf(clause, after);
  const listed = qualifier === 'exact' ? hedgeOfList(earlier.metric, number, sentence) : null;
  return {
    metric: metricId,
    metric_text: mention === null ? null : sentence.text.slice(mention.start, mention.end),
    value: number.value,
    value_high: number.value_high,
    unit: number.unit,
    qualifier: listed ?? qualifier,
    kind: reading.kind,
    change,
    better: ontology.betterOf(metricId, change),
    role,
    system: systemNear(sentence.text, number.start, role, context.title),
    baseline: reading.kind === 'absolute' ? null : baselineNear(sentence.text, number.start),
    dataset: datasets.length === 0 ? null : datasets.map((dataset) => dataset.name).join('; '),
    dataset_id: datasets.length === 1 ? (datasets[0]?.id ?? null) : null,
    task: null,
    uncertainty: number.uncertainty,
    evidence: sentence.text.slice(from, to),
    start: sentence.start + number.start,
    end: sentence.start + number.end,
    confidence: confidenceOf(metricId, mention, datasets),
  };
}

/** A gain on a metric of which less is better is a decrease of it. */
function changeOf(reading: KindReading, metricId: string): Metric['change'] {
  if (reading.kind === 'absolute') return null;
  const change = reading.change ?? 'increase';
  return reading.improves && change === 'increase' && loadOntology().metricTypeOf(metricId)?.direction === 'lower' ? 'decrease' : change;
}

/** One `up to` or `over` before a list holds for the whole list. */
function hedgeOfList(before: Metric | null, number: NumberToken, sentence: Sentence): Metric['qualifier'] | null {
  if (before === null || (before.qualifier !== 'at_most' && before.qualifier !== 'at_least') || before.kind === 'absolute') return null;
  const gap = sentence.text.slice(before.end - sentence.start, number.start);
  return gap.length < 60 && /(?:,| and|\/)/.test(gap) && !/\b(?:an?|by|to|of|while|with|achiev\w{1,3}|reduc\w{1,4}|improv\w{1,4}) ?[+~]?$/.test(gap) ? before.qualifier : null;
}

/** Full where metric and benchmark are named; less for what was inferred. Rounded, so that it reads well. */
function confidenceOf(metricId: string, mention: Mention | null, datasets: readonly DatasetMention[]): number {
  const named = mention === null ? (metricId === 'unspecified' ? 0.5 : 0.65) : mention.ambiguous ? 0.75 : 0.85;
  return Math.round((named + (datasets.some((dataset) => dataset.id !== null) ? 0.1 : 0)) * 100) / 100;
}
