/**
 * Reported results of an abstract: sentences, numbers, those kept, and what each is of. Each step is a module beside
 * this one; a reader of one need not know the next.
 */
import { loadOntology } from '../../ontology/ontology.ts';
import type { Metric } from '../../../schemas/types.ts';
import { chooseDatasets } from './attach-dataset.ts';
import type { DatasetMention } from './dataset-mentions.ts';
import { clauseBefore, contextOf, type Context, type Earlier } from './context.ts';
import { readKind, settleKind, type KindReading } from './kind.ts';
import { behindList, continued } from './list.ts';
import { findMetricMentions } from './mentions.ts';
import { metricOf } from './metric-of.ts';
import type { NumberToken } from './numbers.ts';
import { recordOf } from './record.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { subjectOf, type Subject } from './subject.ts';
import { topicAfter } from './topic.ts';

/** Text longer than this is no abstract: what follows is not read. */
const LONGEST_ABSTRACT = 20_000;
const NOTHING: Earlier = { metricId: () => null, topic: () => [], metric: null };
/** What a sentence without a digit must hold to have a number in words. */
const MAY_HOLD_NUMBER = /\d|\b(?:twice|doubl|tripl|hal[fv]|times|fold|magnitude)/i;

/** The results that a cleaned abstract reports, in order. Never throws; offsets point into `abstract`. */
export function extractMetrics(abstract: string, title: string): readonly Metric[] {
  const subject = subjectOf(abstract, title);
  const results: Metric[] = [];
  let earlier = NOTHING;
  for (const sentence of splitSentences(abstract.slice(0, LONGEST_ABSTRACT))) {
    if (!MAY_HOLD_NUMBER.test(sentence.text)) {
      earlier = remembered(sentence, earlier, subject);
      continue;
    }
    const context = contextOf(sentence, subject);
    const before = earlier;
    let previous = before;
    for (const number of context.numbers) {
      const metric = readResult(number, context, previous);
      if (metric === null) continue;
      results.push(metric);
      previous = { metricId: () => metric.metric, topic: () => before.topic(), metric };
    }
    earlier = remembered(sentence, previous, subject);
  }
  return withMetricsOfNext(results);
}

/** From the last to the first, so that a list of gains all get the metric that its last one names. */
function withMetricsOfNext(results: readonly Metric[]): readonly Metric[] {
  const settled: Metric[] = [];
  for (const result of results.toReversed()) settled.push(withMetricOfNext(result, settled.at(-1)));
  return settled.toReversed();
}

/** Points that no metric is named for are of the metric that the next result in points names. */
function withMetricOfNext(result: Metric, next: Metric | undefined): Metric {
  if (result.metric !== 'unspecified' || result.unit !== 'points' || next?.unit !== 'points' || next.metric === 'unspecified') return result;
  return { ...result, metric: next.metric, better: loadOntology().betterOf(next.metric, result.change) };
}

/** What a number in the next sentence may refer back to: the last metric named, else that of the last share, and the topic. */
function remembered(sentence: Sentence, before: Earlier, { systems }: Subject): Earlier {
  let metricId: string | null | undefined;
  let topic: readonly DatasetMention[] | undefined;
  return {
    metricId: () => (metricId ??= lastMetricOf(sentence, before.metric)),
    topic: () => (topic ??= topicAfter(sentence, systems, () => before.topic())),
    metric: null,
  };
}

function lastMetricOf(sentence: Sentence, last: Metric | null): string | null {
  const named = findMetricMentions(sentence.text, []).findLast((mention) => !mention.ambiguous);
  return named?.id ?? (last?.kind === 'absolute' && last.unit === '%' ? last.metric : null);
}

/** The result that a number states; null where it cannot be one. */
function readResult(number: NumberToken, context: Context, earlier: Earlier): Metric | null {
  const { text } = context.sentence;
  const clause = clauseBefore(text, number.start);
  const after = text.slice(number.unitEnd, number.unitEnd + 80);
  const reading = continued(readKind(number, clause, behindList(number, context)), number, earlier, text, context);
  const paired = context.datasetPairs.get(number);
  const datasets = paired === undefined ? chooseDatasets(number, text, context.datasets, context.numbers) : [paired];
  const { id, mention } = metricOf(number, reading, context, datasets, earlier);
  if (reading.kind === 'absolute' && !loadOntology().isPossible(id, number.value, number.unit)) return null;
  if (id === 'unspecified' && reading.kind === 'absolute' && number.unit === null) return null;
  const measuredOn = datasets.length > 0 ? datasets : context.ofOthers ? ownBenchmark(context.subject) : topicOf(reading, context, earlier);
  return recordOf({ number, context, reading: { ...reading, kind: settleKind(reading, number, id) }, datasets: measuredOn, metricId: id, mention, earlier, clause, after });
}

/** A score in a sentence that names no benchmark is on that of the passage. */
function topicOf({ kind }: KindReading, { datasets }: Context, earlier: Earlier): readonly DatasetMention[] {
  return kind === 'absolute' && datasets.length === 0 ? earlier.topic() : [];
}

/** What a measuring paper finds of others and names no benchmark for, it found on its own. */
function ownBenchmark({ benchmark }: Subject): readonly DatasetMention[] {
  return benchmark === null ? [] : [{ id: loadOntology().datasetIdOf(benchmark), family: null, name: benchmark, named: true, start: 0, end: 0 }];
}
