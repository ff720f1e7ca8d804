/** What a change is measured against: the words behind `over`, `than`, `compared to`, and after verbs of comparison. */
import type { NumberToken } from './numbers.ts';
import { pairRespectively } from './respectively.ts';

/** What a sentence compares with, as written. */
export interface Comparison {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORDS_OF_COMPARISON = /\b(?:over|than|behind|compared (?:to|with)|in comparison (?:to|with)|relative to|vs\.?|versus|against|used by|comparable (?:\w{1,14} )?to|on par with|outperform(?:s|ing|ed)?|surpass(?:es|ing|ed)?|exceed(?:s|ing|ed)?|beat(?:s|ing)?|accelerat(?:es?|ing)|speed(?:s|ing) up) (?:(?:that|those) of )?(?:(?:the|its|their|a|an|all|both) )?([A-Za-z][^\s,;:()]*(?: [^\s,;:()]+){0,8})/gi;
/** `improves the throughput of baseline systems by`: what a change is made to. */
const CHANGED = /\b(?:improv|boost|increas|reduc|lower)\w{1,4} (?:the |its )?(?:(?:[\w-]{1,20} ){1,3}of )?((?:baseline|existing|standard|vanilla|base|original|current)[^\s,;:()]*(?: [^\s,;:()]+){0,8}) by\b/gi;
/** `outperforms A by 2 and popular models B by 3`: what a further number is compared with. */
const FURTHER = /\band ((?:[a-z-]{1,20} ){1,4}[A-Z][^\s,;:()]{1,40}) by [+~]?\d/g;
/** `solutions provided by X`: X itself. */
const MADE_BY = /^ (?:provided|offered|obtained|achieved|reported|produced|released) by ([A-Z][^\s,;:()]{1,40}(?: [A-Z][^\s,;:()]{1,40})?)/;
const STOP_WORD = /^(?:by|on|in|with|while|across|using|at|for|when|under|respectively|without|achiev\w*|from|to|is|are|as|which|that|respectively|reach\w*|despite|yielding|but|including|up|both|provided|trained|within|during|through)$/i;
const CONJUNCTION = /^(?:and|or)$/;
const NOT_A_NAME = /^(?:\d|half|other\b|others\b|one\b|two\b|all\b|time|twice|them\b|it\b|this\b|that\b|ever\b|previously|before|expected|multiple|several|three\b|four\b|prior work$|a\b|an\b|the\b|inference$|training$|decoding$|generation$)/i;
/** `the strongest baseline, ReNeLLM, by`: a name put beside a description of it. */
const APPOSITION = /^, ([A-Z][\w.+-]{1,30})(?=, )/;
const CLAUSE = 100;
/** The words of comparison stand before the number more often than behind it. */
const BEHIND = 0.83;

/** Everything that `sentence` compares with, in order. */
export function findComparisons(sentence: string): readonly Comparison[] {
  const found: Comparison[] = [];
  for (const pattern of [WORDS_OF_COMPARISON, CHANGED, FURTHER]) {
    for (const match of sentence.matchAll(pattern)) {
      const phrase = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(phrase);
      const text = withoutUnknownEnd(phrase, /^,? respectively\b/.test(sentence.slice(start + phrase.length)));
      if (text === '' || NOT_A_NAME.test(text)) continue;
      const behind = sentence.slice(start + text.length, start + text.length + 100);
      const named = (APPOSITION.exec(behind) ?? MADE_BY.exec(behind))?.[1];
      found.push({ text: named?.replace(/\.$/, '') ?? text, start, end: start + text.length + (named === undefined ? 0 : named.length + 2) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The phrase up to the first word that cannot belong to a name; names joined by `and` stay together. */
function withoutUnknownEnd(phrase: string, isList: boolean): string {
  const words = phrase.split(' ');
  let end = words.findIndex((word, index) => {
    if (/[^.]\.$/.test(words[index - 1] ?? '')) return true;
    if (CONJUNCTION.test(word)) return !isList && !/^[A-Z]|-/.test(words[index + 1] ?? '');
    return STOP_WORD.test(word) && !(word === 'as' && words[index - 1] === 'such');
  });
  if (end < 0) end = words.length;
  return words.slice(0, end).join(' ').replace(/(?:[.'’]|['’]s)$/, '');
}

/** The comparison of each number that `respectively` pairs with one. */
export function pairComparisons(sentence: string, numbers: readonly NumberToken[], comparisons: readonly Comparison[]): ReadonlyMap<NumberToken, Comparison> {
  return pairRespectively(sentence, numbers, comparisons.flatMap(members));
}

/** `LlamaGen/VAR`, `greedy decoding and random sampling`: each of what is compared with together. */
function members({ text, start }: Comparison): readonly Comparison[] {
  const parts: Comparison[] = [];
  let at = 0;
  for (const part of text.replace(/^.*\b(?:such as|like) /, '').split(/\/| and /)) {
    at = text.indexOf(part, at);
    const name = lastName(part);
    at += part.length;
    parts.push({ text: name, start: start + at - name.length, end: start + at });
  }
  return parts;
}

/** `prior-art autoregressive models LlamaGen`: a description of three words or more before the name itself. */
function lastName(part: string): string {
  const words = part.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 2 && /^[A-Z]/.test(last) && words.slice(0, -1).every((word) => /^[a-z-]{1,40}$/.test(word)) ? last : part;
}

/** What the number between `start` and `end` is compared with: the comparison nearest to it; null where there is none. */
export function baselineNear(sentence: string, { start, unitEnd }: Pick<NumberToken, 'start' | 'unitEnd'>, comparisons: readonly Comparison[]): string | null {
  let best: { readonly text: string; readonly distance: number } | null = null;
  for (const comparison of comparisons) {
    const isBehind = comparison.start >= unitEnd;
    const gap = isBehind ? sentence.slice(unitEnd, comparison.start) : sentence.slice(comparison.end, start);
    const distance = gap.length * (isBehind ? BEHIND : 1) + (gap.match(/;/g)?.length ?? 0) * CLAUSE;
    if (best === null || distance < best.distance) best = { text: comparison.text, distance };
  }
  return best?.text ?? null;
}
