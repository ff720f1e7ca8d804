/** Whose number it is: the paper's own, a baseline's, or that of a system which the paper only measures. */
import type { Metric } from '../../../schemas/types.ts';
import type { NumberToken } from './numbers.ts';

const BASELINE_BEFORE = /\b(?:vs\.?|versus|compared (?:to|with)|instead of|up from|down from|than|against)(?: (?:the |a |an |only |just |about |[A-Z][\w-]{0,24} ?|baseline |previous |prior |original |its |of |at |their |for |with ){0,5})?['’s]{0,2} ?[(~]?\+?$/;
const FROM_BEFORE = /\bfrom(?: (?:an?|the|about|around|only|just|over|under|baseline|nearly|approximately|roughly|initial|of|average)){0,3} ?[~$+(]?$/i;
const TO_AFTER = /^[^.;]{0,60}?(?:\bto\b|→|->)(?: (?:an?|the|about|only|just|over|under|nearly|approximately|roughly|below|above|up|~)){0,3} ?[~$+(]?$/i;
const PARENTHESIS = /\((?:vs\.?|versus|compared (?:to|with)|from|baseline:?|up from|down from|than)[^)]{0,40}$/i;
const BASELINE_NAME = /\b(?:baselines?|previous|prior|original|vanilla|existing|unmodified|standard)\b[^.,;]{0,50}$/i;

/** The role of `number` among the `numbers` of its sentence. */
export function roleOf(number: NumberToken, numbers: readonly NumberToken[], sentence: string, ofOthers: boolean): Metric['role'] {
  const before = sentence.slice(Math.max(0, number.start - 90), number.start);
  if (isFromOf(number, numbers, sentence, before)) return ofOthers ? 'other' : 'baseline';
  if (ofOthers) return 'other';
  if (number.unit !== 'x' && (BASELINE_BEFORE.test(before) && !/\b(?:more|less|fewer|higher|lower|greater) than $/i.test(before))) return 'baseline';
  if (PARENTHESIS.test(before)) return 'baseline';
  return isOfBaseline(number, sentence) ? 'baseline' : 'proposed';
}

function isFromOf(number: NumberToken, numbers: readonly NumberToken[], sentence: string, before: string): boolean {
  const next = numbers[numbers.indexOf(number) + 1];
  if (next === undefined) return false;
  const gap = sentence.slice(number.unitEnd, next.start);
  if (FROM_BEFORE.test(before) && TO_AFTER.test(gap) && gap.length < 70) return true;
  return /^ ?\)? ?(?:→|->) ?$/.test(gap);
}

/** The subject before the number, in its own clause, is a baseline: `while the baseline reaches 41%`. */
function isOfBaseline(number: NumberToken, sentence: string): boolean {
  if (number.unit === 'x' || number.unit === 'points') return false;
  const clause = sentence.slice(Math.max(0, number.start - 70), number.start).split(/[,;]|\band\b|\bwhile\b|\bwhereas\b/).at(-1) ?? '';
  return /\b(?:achiev|reach|scor|obtain|attain|gets?|yield|of)\w{0,4} ?[~]?$/i.test(clause.trimEnd()) && BASELINE_NAME.test(clause) && !/\bover|than|\bour\b|outperform|surpass|improv/i.test(clause);
}
