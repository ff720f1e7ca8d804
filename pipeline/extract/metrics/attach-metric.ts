/** Which metric a number is of: the name that stands best for it, in its clause, its sentence, or the one before. */
import type { Mention } from './mentions.ts';
import type { NumberToken } from './numbers.ts';
import { wordSet } from './words.ts';

export interface MetricChoice {
  readonly id: string;
  readonly mention: Mention | null;
  /** 0 to 1: how well the name stands. */
  readonly strength: number;
}

const LINK = /^ ?(?:scores?|values?|ratings?|rates?)? ?(?:of|to|from|at|=|:|is|was|by|reaches|\(|reaching|are|were|between|improves? (?:from|to|by)|(?:increases?|drops?|decreases?|rises?|falls?) (?:from|to|by))?(?: (?:up to|about|around|only|nearly|over|approximately|roughly|just|below|under|above|an average of|as high as|as low as|a mean of|more than|at least))? ?[~≈<>(+]?$/i;
/** Words that may stand between a number and the name of its metric: `40% lower average latency`. */
const FILLERS = wordSet('on average absolute relative overall mean higher lower better fewer less more greater in of the improvement improvements gain gains reduction reductions increase decrease drop boost');

/** The best metric for `number` among those its sentence names; null where none stands near enough. */
export function chooseMetric(number: NumberToken, sentence: string, metrics: readonly Mention[], numbers: readonly NumberToken[]): MetricChoice | null {
  let best: MetricChoice | null = null;
  for (const mention of metrics) {
    const strength = strengthOf(number, sentence, mention, numbers);
    if (strength > (best?.strength ?? 0)) best = { id: mention.id, mention, strength };
  }
  return best;
}

function strengthOf(number: NumberToken, sentence: string, mention: Mention, numbers: readonly NumberToken[]): number {
  const isAfter = mention.start >= number.unitEnd;
  const [from, to] = isAfter ? [number.unitEnd, mention.start] : [mention.end, number.start];
  if (to < from || to - from > 160) return 0;
  const gap = sentence.slice(from, to);
  const crossed = numbers.filter((other) => other.start >= from && other.unitEnd <= to && other !== number).length;
  const weight = mention.ambiguous ? 0.55 : 1;
  if (isAfter && gap.length < 60 && gap.trim().split(/[\s-]/).every((word) => word === '' || FILLERS.has(word.toLowerCase()))) return weight;
  if (!isAfter && LINK.test(gap)) return 0.97 * weight;
  const words = gap.split(' ').length;
  const breaks = (gap.match(/[;:]| while | whereas | but /g)?.length ?? 0) * 0.25 + (gap.match(/,/g)?.length ?? 0) * (isAfter ? 0.18 : 0.06);
  const base = isAfter ? 0.72 - 0.06 * words - 0.3 * crossed : 0.8 - 0.022 * words - 0.04 * crossed;
  return Math.max(0, (base - breaks) * weight);
}
