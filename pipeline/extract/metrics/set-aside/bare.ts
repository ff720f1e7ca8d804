/** Numbers without a unit that no metric stands beside: nothing says what they would be of. */
import { isBareInteger, type Placed, type Reason } from './placed.ts';

const SCORE_BEHIND = /^(?:overall )?scores?\b/;
const WORDS_BETWEEN = /^(?: [A-Za-z-]{2,14}){0,2} $/;
/** `an FID score of`, `accuracy drops from`: what links a metric to a number behind it. */
const LINK =
  /^ ?(?:score|value|rating)?s? ?(?:of|to|from|at|=|:|is|was|by|reaches|and|\()?(?: (?:up to|about|around|only|nearly|over|approximately|roughly|just|below|under|above))? ?[~(]?$/i;
const LOOSE_LINK = /\b(?:from|to|of|by) (?:\w{1,8} )?$/;
const [LINK_REACH, LOOSE_REACH, SCORE_REACH] = [60, 50, 30];
const COMPARED_BEFORE = /\b(?:by|from|to|of|over|score|vs\.?) $/;
const OUTCOME = /\b(?:improv|outperform|achiev|score|reach|obtain|gain)/i;

function isBesideMetric({ number, before, after, metrics }: Placed): boolean {
  if (/^ ?(?:\/|out of )/.test(after)) return false;
  return metrics.some(({ start, end, ambiguous }) => isLinked(before, number.start - end, ambiguous) || isNamedBehind(after, start - number.unitEnd, ambiguous));
}

function isLinked(before: string, distance: number, ambiguous: boolean): boolean {
  if (distance < 0 || distance >= LINK_REACH) return false;
  const gap = before.slice(Math.max(0, before.length - distance));
  return LINK.test(gap) || (!ambiguous && gap.length < LOOSE_REACH && LOOSE_LINK.test(gap) && !/[.;]/.test(gap));
}

function isNamedBehind(after: string, distance: number, ambiguous: boolean): boolean {
  if (distance < 0 || distance >= SCORE_REACH) return false;
  if (WORDS_BETWEEN.test(after.slice(0, distance)) && SCORE_BEHIND.test(after.slice(distance))) return true;
  return distance <= 1 && !ambiguous;
}

function isFractionAlone({ number, before, sentence, metrics, datasets }: Placed): boolean {
  if (number.unit !== null || number.isInteger || number.sign !== null || metrics.length > 0 || datasets.length > 0) return false;
  return !COMPARED_BEFORE.test(before) && !OUTCOME.test(sentence);
}

export const REASONS_OF_BARE_NUMBERS: readonly Reason[] = [
  { name: 'a bare count without a metric', fits: (placed) => isBareInteger(placed) && placed.number.sign === null && !isBesideMetric(placed) },
  { name: 'a bare number without a metric', fits: isFractionAlone },
];
