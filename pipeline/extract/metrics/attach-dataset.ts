/** Which benchmark a number was measured on: the next one named behind it with `on` or `in`, else one before it. */
import type { DatasetMention } from './mentions.ts';
import type { NumberToken } from './numbers.ts';

/** The benchmark or benchmarks of `number`; several that share it, joined by `and`, come together. */
export function chooseDatasets(number: NumberToken, sentence: string, datasets: readonly DatasetMention[], numbers: readonly NumberToken[]): readonly DatasetMention[] {
  let best: { readonly index: number; readonly cost: number } | null = null;
  for (const [index, dataset] of datasets.entries()) {
    const cost = costOf(number, sentence, dataset, numbers);
    if (cost !== null && (best === null || cost < best.cost)) best = { index, cost };
  }
  return best === null ? [] : joined(datasets, best.index, sentence);
}

function costOf(number: NumberToken, sentence: string, dataset: DatasetMention, numbers: readonly NumberToken[]): number | null {
  const isAfter = dataset.start >= number.unitEnd;
  const [from, to] = isAfter ? [number.unitEnd, dataset.start] : [dataset.end, number.start];
  if (to < from) return null;
  const gap = sentence.slice(from, to);
  const crossed = numbers.filter((other) => other.start >= from && other.unitEnd <= to && other !== number).length;
  const linked = isAfter ? /\b(?:on|in|for|at|across)(?: (?:the|both|all))? $|^ ?\(?$/i.test(gap) : /^[:,]? ?(?:\(|by |of |from |to |with |is |at |scores? )?/i.test(gap);
  const base = gap.length + crossed * 45 + (gap.match(/[;]/g)?.length ?? 0) * 60;
  if (isAfter) return linked ? base : base + 60;
  const introduced = /\b(?:on|in|for)(?: the)? $/i.test(sentence.slice(Math.max(0, dataset.start - 8), dataset.start));
  return base + (introduced ? 25 : 55);
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

/** A paper that measures names its benchmark before the colon of its title: what its sentences do not name is on that. */
export function ownBenchmark(title: string): DatasetMention | null {
  const name = /^([^:]{2,40}):/.exec(title)?.[1]?.trim();
  return name === undefined || name.split(' ').length > 3 ? null : { id: null, name, named: true, start: 0, end: 0 };
}
