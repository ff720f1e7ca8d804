/** What the reading of a number may look at: its sentence with all that was found in it, and what was read before. */
import type { Metric } from '../../../schemas/types.ts';
import { findComparisons, pairComparisons, type Comparison } from './baseline.ts';
import { findDatasetMentions, type DatasetMention } from './dataset-mentions.ts';
import { findMetricMentions, type Mention } from './mentions.ts';
import { findTasks, type TaskMention } from './task.ts';
import type { Subject } from './subject.ts';
import { findNames, type Name } from './names.ts';
import { findNumbers, type NumberToken } from './numbers.ts';
import { pairRespectively } from './respectively.ts';
import type { Sentence } from './sentences.ts';
import { speaksOfOthers } from './paper-type.ts';
import type { Placed } from './set-aside/placed.ts';
import { reasonToSetAside } from './set-aside/set-aside.ts';

export interface Context {
  readonly sentence: Sentence;
  /** Those that may be results, in order. */
  readonly numbers: readonly NumberToken[];
  readonly metrics: readonly Mention[];
  readonly datasets: readonly DatasetMention[];
  /** Names that `respectively` gives to numbers. */
  readonly metricPairs: ReadonlyMap<NumberToken, Mention>;
  readonly datasetPairs: ReadonlyMap<NumberToken, DatasetMention>;
  readonly names: readonly Name[];
  readonly tasks: readonly TaskMention[];
  readonly taskPairs: ReadonlyMap<NumberToken, TaskMention>;
  readonly comparisons: readonly Comparison[];
  readonly comparisonPairs: ReadonlyMap<NumberToken, Comparison>;
  /** The sentence speaks of systems that the paper did not propose. */
  readonly ofOthers: boolean;
  /** What the paper is of. */
  readonly subject: Subject;
}

/** What was read before, that a number may refer back to. */
export interface Earlier {
  /** The last metric named in the sentence before; looked up when first asked for, as most numbers name their own. */
  metricId(): string | null;
  /** The benchmark that a sentence before opened with, `On ImageNet-256, ...`, where no sentence since named another. */
  topic(): readonly DatasetMention[];
  /** The result read just before, in the same sentence. */
  readonly metric: Metric | null;
}

/** Reads a sentence: its names, and its numbers but those that are no results. */
export function contextOf(sentence: Sentence, subject: Subject): Context {
  const names = findNames(sentence.text);
  const datasets = findDatasetMentions(sentence.text, subject.systems, names);
  const metrics = findMetricMentions(sentence.text, datasets);
  const comparisons = findComparisons(sentence.text);
  const found = findNumbers(sentence.text);
  const numbers = found.filter((number) => reasonToSetAside(placed(number, sentence.text, { metrics, datasets, names, systems: subject.systems })) === null);
  const tasks = numbers.length === 0 ? [] : findTasks(sentence.text);
  return {
    sentence, numbers, metrics, datasets, names, tasks, subject,
    taskPairs: pairRespectively(sentence.text, numbers, tasks),
    ofOthers: subject.measuresOthers && speaksOfOthers(sentence.text),
    metricPairs: pairRespectively(sentence.text, numbers, metrics),
    datasetPairs: pairRespectively(sentence.text, numbers, datasets),
    comparisons,
    comparisonPairs: pairComparisons(sentence.text, numbers, comparisons),
  };
}

function placed(number: NumberToken, sentence: string, found: Pick<Placed, 'metrics' | 'datasets' | 'names' | 'systems'>): Placed {
  return { number, sentence, before: sentence.slice(Math.max(0, number.start - 80), number.start), after: sentence.slice(number.unitEnd, number.unitEnd + 80), ...found };
}

/** The part of the sentence before a number that is its clause. */
export function clauseBefore(sentence: string, start: number): string {
  const before = sentence.slice(Math.max(0, start - 200), start);
  const cut = Math.max(before.lastIndexOf(';'), before.lastIndexOf(' while '), before.lastIndexOf(' whereas '), before.lastIndexOf('. '));
  return before.slice(cut + 1);
}
