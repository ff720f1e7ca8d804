/** A result as the dataset holds it, from all that was read of a number. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { Metric } from '../../../schemas/types.ts';
import { baselineNear } from './baseline.ts';
import type { Context, Earlier } from './context.ts';
import { evidenceSpan } from './evidence.ts';
import type { KindReading } from './kind.ts';
import { hedgeOfList } from './list.ts';
import type { DatasetMention } from './dataset-mentions.ts';
import type { Mention } from './mentions.ts';
import type { NumberToken } from './numbers.ts';
import { qualifierOf } from './qualifier.ts';
import { roleOf } from './role.ts';
import { systemOf } from './system.ts';
import { taskOf } from './task.ts';

export interface RecordParts {
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

/** The record of a result. */
export function recordOf({ number, context, reading, datasets, metricId, mention, earlier, clause, after }: RecordParts): Metric {
  const { sentence } = context;
  const ontology = loadOntology();
  const role = roleOf(number, context.numbers, sentence.text, context.ofOthers, context.subject.title);
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
    system: systemOf(number, role, context),
    baseline: reading.kind === 'absolute' ? null : (context.comparisonPairs.get(number)?.text ?? baselineNear(sentence.text, number, context.comparisons)),
    dataset: datasets.length === 0 ? null : datasets.map(({ name }) => datasetName(name)).join('; '),
    dataset_id: datasets.length === 1 ? (datasets[0]?.id ?? null) : null,
    task: context.taskPairs.get(number)?.text ?? taskOf(number, context.tasks),
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

/** Full where metric and benchmark are named; less for what was inferred. Rounded, so that it reads well. */
function confidenceOf(metricId: string, mention: Mention | null, datasets: readonly DatasetMention[]): number {
  const named = mention === null ? (metricId === 'unspecified' ? 0.5 : 0.65) : mention.ambiguous ? 0.75 : 0.85;
  return Math.round((named + (datasets.some((dataset) => dataset.id !== null) ? 0.1 : 0)) * 100) / 100;
}

const RESOLUTION = /([A-Za-z]?)( ?)(\d{2,4}) ?[×x*] ?(\d{2,4})/;

/** As written, but for a resolution, which is written one way: `ImageNet 256x256`. */
function datasetName(name: string): string {
  return name.replace(RESOLUTION, (_, letter: string, blank: string, width: string, height: string) => `${letter}${letter === '' ? blank : ' '}${width}x${height}`);
}
