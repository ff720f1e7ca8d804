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
}

const ABSOLUTE: KindReading = { kind: 'absolute', change: null, metric: null };
/** The number is an amount of change: `by 5%`, `a gain of 3.2`, `+6.2`. */
const AMOUNT = /^(?:by|gain(?:s|ed)?|improvements?|increases?|reductions?|decreases?|drops?|boosts?|margins?|lifts?|declines?|uplifts?|deltas?|difference|gap|rise|savings?|speed-?ups?|accelerations?)$/;
const FILLERS = wordSet('of ranging exceeding from over is are reaching averaging between factor factors an a the average absolute relative mean additional up to as much at least most more than about around nearly roughly approximately almost only just further another merely some');
const FACTOR = /\b(?:factors?) of ?(?:up to |about |over |nearly |around |approximately )?[~]?$/i;
const RELATIVE = /\brelative(?:ly)?\b/i;

/** Reads the kind from the number, the words of its clause before it and those behind its unit. */
export function readKind(number: NumberToken, clauseBefore: string, after: string): KindReading {
  const behind = cueAfter(after);
  const ahead = cueBefore(clauseBefore);
  const isAmount = AMOUNT.test(firstMeaning(clauseBefore.slice(-90), FILLERS, 9)) || number.sign !== null || (behind !== null && number.unit !== null);
  if (number.unit === 'x' || (number.unit === null && FACTOR.test(clauseBefore))) return ratio(behind, ahead);
  if (number.word !== null && number.unit === '%') return { kind: 'relative', change: 'decrease', metric: null };
  const change = number.sign === '+' ? 'increase' : number.sign === '-' && isAmount ? 'decrease' : (behind?.change ?? ahead?.change ?? 'increase');
  const metric = behind?.metric ?? (ahead !== null && ahead.distance < 40 ? ahead.metric : null);
  if (number.unit === 'points') return { kind: 'difference', change, metric: null };
  if (!isAmount) return ABSOLUTE;
  const relative = RELATIVE.test(after.slice(0, 24)) || RELATIVE.test(clauseBefore.slice(-30));
  return { kind: relative ? 'relative' : 'difference', change, metric };
}

function ratio(behind: ReturnType<typeof cueAfter>, ahead: ReturnType<typeof cueBefore>): KindReading {
  const near = ahead !== null && ahead.distance < 70 ? ahead : null;
  const cue = behind ?? near;
  return { kind: 'ratio', change: cue?.change ?? 'increase', metric: cue?.metric ?? null };
}

/**
 * A bare percentage of change is additive on a metric that is itself a percentage or a score, and relative on a cost, an
 * error, a time, a count, or where no metric is named (the guide of the annotations says so).
 */
export function settleKind(reading: KindReading, number: NumberToken, metricId: string): KindReading['kind'] {
  if (reading.kind !== 'difference' || number.unit !== '%') return reading.kind;
  const type = loadOntology().metricTypeOf(metricId);
  const isScore = type !== undefined && type.direction === 'higher' && (type.unit === '%' || type.range_high === 100 || type.range_high === 1);
  return isScore || metricId === 'score' ? 'difference' : 'relative';
}
