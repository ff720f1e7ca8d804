/** Which benchmark a number was measured on: the next one named behind it with `on` or `in`, else one before it. */
import type { DatasetMention } from './dataset-mentions.ts';
import type { NumberToken } from './numbers.ts';

/** What a step between a number and a benchmark costs, in characters of distance. */
const CROSSED_NUMBER = 45;
const CROSSED_CLAUSE = 200;
const UNLINKED_AFTER = 90;
const INTRODUCED_BEFORE = 25;
const LOOSE_BEFORE = 55;
const TAKEN_BEFORE = 70;

const LINK_AFTER = /\b(?:on|in|for|at|across)(?: (?:the|both|all|our|challenging|proposed|popular|standard))* $|^ ?\(?$/i;
/** `from A to B`, `A → B`, `A/B`: two numbers of one benchmark. */
const PAIR = /^%? ?(?:to|→|=>|->|\/|vs\.?|\() ?[~$+]?$/;

/** The benchmark or benchmarks of `number`; several that share it, joined by `and`, come together. */
export function chooseDatasets(number: NumberToken, sentence: string, datasets: readonly DatasetMention[], numbers: readonly NumberToken[]): readonly DatasetMention[] {
  let best: { readonly index: number; readonly cost: number } | null = null;
  for (const [index, dataset] of datasets.entries()) {
    const cost = dataset.start >= number.unitEnd ? costAfter(number, sentence, dataset, numbers) : costBefore(number, sentence, dataset, numbers);
    if (cost !== null && (best === null || cost < best.cost)) best = { index, cost };
  }
  return best === null ? [] : joined(datasets, best.index, sentence);
}

function costAfter(number: NumberToken, sentence: string, dataset: DatasetMention, numbers: readonly NumberToken[]): number | null {
  const gap = sentence.slice(number.unitEnd, dataset.start);
  const linked = LINK_AFTER.test(gap);
  if (!linked && gap.includes(',')) return null;
  return gap.length + crossings(number, sentence, numbers, number.unitEnd, dataset.start) + clauses(gap) + (linked ? 0 : UNLINKED_AFTER);
}

function costBefore(number: NumberToken, sentence: string, dataset: DatasetMention, numbers: readonly NumberToken[]): number | null {
  if (dataset.end > number.start) return null;
  const gap = sentence.slice(dataset.end, number.start);
  const introduced = /\b(?:on|in|for)(?: the)? $/i.test(sentence.slice(Math.max(0, dataset.start - 8), dataset.start));
  const taken = /^,? (?:and )?|^;/.test(gap) && isTaken(sentence, dataset, numbers) ? TAKEN_BEFORE : 0;
  return gap.length + crossings(number, sentence, numbers, dataset.end, number.start) + clauses(gap) + (introduced ? INTRODUCED_BEFORE : LOOSE_BEFORE) + taken;
}

/** `66.3% on MathVista, 62.9% ...`: the benchmark belongs to the number before it. */
function isTaken(sentence: string, dataset: DatasetMention, numbers: readonly NumberToken[]): boolean {
  const owner = numbers.findLast((other) => other.unitEnd <= dataset.start);
  return owner !== undefined && /^[^,;:]{0,50}\b(?:on|in) (?:the )?$/.test(sentence.slice(owner.unitEnd, dataset.start));
}

function clauses(gap: string): number {
  return (gap.match(/;/g)?.length ?? 0) * CROSSED_CLAUSE;
}

/** Numbers that stand between, but those that make a pair with this one. */
function crossings(number: NumberToken, sentence: string, numbers: readonly NumberToken[], from: number, to: number): number {
  const between = numbers.filter((other) => other !== number && other.start >= from && other.unitEnd <= to);
  const foreign = between.filter((other) => {
    const [first, second] = other.start < number.start ? [other, number] : [number, other];
    return !PAIR.test(sentence.slice(first.unitEnd, second.start));
  });
  return foreign.length * CROSSED_NUMBER;
}

/** The list that a benchmark begins or stands in, where no number stands between its members. */
function joined(datasets: readonly DatasetMention[], index: number, sentence: string): readonly DatasetMention[] {
  const first = datasets[index];
  if (first === undefined) return [];
  const list = [first];
  for (let next = index + 1; next < datasets.length; next += 1) {
    const before = datasets[next - 1];
    const here = datasets[next];
    if (before === undefined || here === undefined || !/^(?:,| and|, and| &)(?: the)? $/.test(sentence.slice(before.end, here.start))) break;
    list.push(here);
  }
  return list;
}
