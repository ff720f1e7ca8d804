/** Kind and change of a number: the score itself, an additive change, a multiple, or a relative change. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { Metric } from '../../../schemas/types.ts';
import { cueAfter, cueBefore } from './change.ts';
import type { NumberToken } from './numbers.ts';
import { firstMeaning, wordSet } from './words.ts';

export interface KindReading {
  readonly kind: Metric['kind'];
  readonly change: Metric['change'];
  /** A metric that the words of change name by themselves. */
  readonly metric: string | null;
  /** The words say better, whichever way the metric runs. */
  readonly improves: boolean;
}

const ABSOLUTE: KindReading = { kind: 'absolute', change: null, metric: null, improves: false };
/** The number is an amount of change: `by 5%`, `a gain of 3.2`, `+6.2`. */
const AMOUNT = /^(?:by|gain(?:s|ed)?|improvements?|increases?|reductions?|decreases?|drops?|boosts?|margins?|lifts?|declines?|uplifts?|deltas?|difference|gap|rise|savings?|speed-?ups?|accelerations?)$/;
const FILLERS = wordSet('of ranging exceeding over is are reaching averaging between factor factors an a the average absolute relative mean additional up to as much at least most more than about around nearly roughly approximately almost only just further another merely some even');
/** `only 19.3% of the training compute`: a share of a cost. */
const SHARE_BEFORE = /\b(?:only|just|merely|around|about|using|requir\w{1,4}|with|than|approximately) ?[~]?$/i;
const SHARE_AFTER = /^ (?!fewer|less|lower|more|higher|reduc|sav|improv|gain|faster)(?:of )?(?:the |its |their )?(?:\w{1,14}[ -]){0,3}?(?:compute|tokens?|costs?|steps|memory|FLOPs|samples|time|budget|energy|URLs|calls)\b/i;
const FACTOR = /\b(?:factors?) of ?(?:up to |about |over |nearly |around |approximately )?[~]?$/i;
const RELATIVE = /\brelative(?:ly)?\b/i;

/** Reads the kind from the number, the words of its clause before it and those behind its unit. */
export function readKind(number: NumberToken, clauseBefore: string, after: string): KindReading {
  if (SHARE_BEFORE.test(clauseBefore.slice(-24)) && number.unit === '%' && SHARE_AFTER.test(after)) return { kind: 'ratio', change: 'decrease', metric: null, improves: false };
  if (isEndOfFromTo(clauseBefore, after) && cueAfter(after) === null) return ABSOLUTE;
  const behind = cueAfter(after);
  const ahead = cueBefore(clauseBefore);
  const isAmount = AMOUNT.test(firstMeaning(clauseBefore.slice(-90), FILLERS, 9)) || number.sign !== null || (behind !== null && number.unit !== null);
  if (number.unit === 'x' || (number.unit === null && FACTOR.test(clauseBefore))) return ratio(number, behind, ahead);
  if (number.word !== null && number.unit === '%') return { kind: 'relative', change: 'decrease', metric: null, improves: false };
  const isScored = number.unit === 'points' && number.sign === null && behind === null && /\b(?:scor\w{1,3}|achiev\w{1,3}|reach\w{0,3}|obtain\w{0,3}|at|exceeded?|only|below|above) ?(?:\w{1,8} )?$/i.test(clauseBefore.slice(-30)) && !AMOUNT.test(firstMeaning(clauseBefore.slice(-90), FILLERS, 9));
  if (isScored) return ABSOLUTE;
  const change = number.sign === '+' ? 'increase' : number.sign === '-' && isAmount ? 'decrease' : (behind?.change ?? ahead?.change ?? 'increase');
  const improves = behind?.improves ?? ahead?.improves ?? false;
  const metric = behind?.metric ?? (ahead !== null && ahead.distance < 40 ? ahead.metric : null);
  if (number.unit === 'points') return { kind: 'difference', change, metric: null, improves };
  if (!isAmount) return ABSOLUTE;
  const relative = RELATIVE.test(after.slice(0, 24)) || RELATIVE.test(clauseBefore.slice(-30));
  return { kind: relative ? 'relative' : 'difference', change, metric, improves };
}

/** One end of `from A to B`: a score itself, whatever words of change stand around it. */
function isEndOfFromTo(clauseBefore: string, after: string): boolean {
  const near = clauseBefore.slice(-60);
  const isFirst = /\bfrom (?:\w{1,14} ){0,2}[~$+]?$/.test(near) && /^[^.;]{0,40}?(?:\bto\b|→|->|=>)/.test(after);
  const isSecond = /(?:\bfrom\b[^.;]{0,45} to|\d%? ?(?:→|->|=>)) ?(?:\w{1,8} )?[~$+]?$/.test(near);
  return isFirst || isSecond || /^ ?(?:→|->|=>) ?\d/.test(after) || /\bto (?:as \w{1,6} as |about |only |just |over |below |under |an? )?[~$]?$/.test(near) && !/\b(?:up|close|down|due) to $/.test(near);
}

function ratio(number: NumberToken, behind: ReturnType<typeof cueAfter>, ahead: ReturnType<typeof cueBefore>): KindReading {
  const near = ahead !== null && ahead.distance < 70 ? ahead : null;
  if (/^(?:tripl|doubl)/.test(number.word ?? '')) return { kind: 'ratio', change: 'increase', metric: null, improves: false };
  const cue = behind ?? near;
  return { kind: 'ratio', change: cue?.change ?? 'increase', metric: cue?.metric ?? null, improves: cue?.improves ?? false };
}

/**
 * A bare percentage of change is additive on a metric that is itself a percentage or a score, and relative on a cost, an
 * error, a time, a count, or where no metric is named (the guide of the annotations says so).
 */
export function settleKind(reading: KindReading, number: NumberToken, metricId: string): KindReading['kind'] {
  if (reading.kind !== 'difference' || number.unit !== '%') return reading.kind;
  const type = loadOntology().metricTypeOf(metricId);
  const isScore = type !== undefined && type.direction !== 'lower' && (type.unit === '%' || type.range_high === 100 || type.range_high === 1);
  return isScore || metricId === 'score' ? 'difference' : 'relative';
}
