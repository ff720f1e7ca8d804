/** Numbers in a list: what stands before the first, or behind the last, holds for all. */
import type { Metric } from '../../../schemas/types.ts';
import type { Context, Earlier } from './context.ts';
import type { KindReading } from './kind.ts';
import type { NumberToken } from './numbers.ts';
import type { Sentence } from './sentences.ts';

/** The words behind the list of numbers that a number begins: `26.2% and 116.2% relative improvements`. */
export function behindList(number: NumberToken, { sentence: { text }, numbers }: Context): string {
  let end = number.unitEnd;
  for (const next of numbers.slice(numbers.indexOf(number) + 1)) {
    if (next.unit !== number.unit || !/^(?:,| and|, and|\/| or) ?(?:an? )?[+~]?$/.test(text.slice(end, next.start))) break;
    end = next.unitEnd;
  }
  return text.slice(end, end + 80);
}

/** The second number of a list is read as the first: `by 0.5%, 1.0%, and 0.5%`, `11x on A and 16x on B`. */
export function continued(reading: KindReading, number: NumberToken, { metric }: Earlier, text: string, { sentence }: Context): KindReading {
  if (metric === null || metric.unit !== number.unit || reading.kind === metric.kind) return reading;
  const gap = text.slice(metric.end - sentence.start, number.start);
  const isList = gap.length < 60 && !gap.startsWith(')') && /^(?:%|×|x| points)?[^.;]{0,50}(?:,|and|\/) ?(?:an? |by |up to |over |about |nearly |as much as |roughly )?[+~]?$/.test(gap) && !/\b(?:from|(?<!up )to|achiev\w*|reach\w*|with|while)\b/.test(gap);
  return isList && reading.kind === 'absolute' ? { kind: metric.kind, change: metric.change, metric: null, improves: false } : reading;
}

/** One `up to` or `over` before a list holds for the whole list. */
export function hedgeOfList(before: Metric | null, number: NumberToken, sentence: Sentence): Metric['qualifier'] | null {
  if (before === null || (before.qualifier !== 'at_most' && before.qualifier !== 'at_least') || before.kind === 'absolute') return null;
  const gap = sentence.text.slice(before.end - sentence.start, number.start);
  return gap.length < 60 && /(?:,| and|\/)/.test(gap) && !/\b(?:an?|by|to|of|while|with|achiev\w{1,3}|reduc\w{1,4}|improv\w{1,4}) ?[+~]?$/.test(gap) ? before.qualifier : null;
}
