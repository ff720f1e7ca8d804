/** Numbers of a sentence: digits, ranges and number words, each with value, unit and place. */
import { SMALL_NUMBERS } from '../../shared/number-words.ts';
import { unitAfter } from './units.ts';

export interface NumberToken {
  /** Place in the sentence; `end` is behind the number as written, `unitEnd` behind its unit. */
  readonly start: number;
  readonly end: number;
  readonly unitEnd: number;
  readonly value: number;
  readonly value_high: number | null;
  readonly unit: string | null;
  /** The ± that follows, in the unit of the number. */
  readonly uncertainty: number | null;
  /** A sign written before it: a change, not a part of the value. */
  readonly sign: '+' | '-' | null;
  /** Written as a word: `twice`, `an order of magnitude`. */
  readonly word: string | null;
  readonly isInteger: boolean;
}

const DIGITS = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/g;
const RANGE_DASH = /^ ?[-–—−~] ?(?=\d)|^ to (?=\d)/;
const PLUS_MINUS = /^ ?(?:±|\+\/-) ?(\d+(?:\.\d+)?)/;

/** `by a factor of 20`: a multiple. */
const FACTOR_BEFORE = /\bfactors? of (?:up to |about |over |nearly |around |approximately |roughly )?~?$/i;
/** `surpassing baselines from 8.9 to 14.0 points`: the gains run from one to the other. */
const SURPASSED_FROM = /\b(?:surpass|outperform|exceed|beat)(?:s|es|ed|ing)? (?:[\w-]{1,20} ){1,5}(?:from|by) $/i;

interface WordForm {
  readonly pattern: RegExp;
  readonly value: (match: RegExpExecArray) => number;
  readonly unit: string;
}

const WORD_FORMS: readonly WordForm[] = [
  { pattern: /\b(?:(?:an|one) order of magnitude|an order-of-magnitude)\b/gi, value: () => 10, unit: 'x' },
  { pattern: /\b(two|three|four|five|six) orders? of magnitude\b/gi, value: (match) => 10 ** (SMALL_NUMBERS[(match[1] ?? '').toLowerCase()] ?? 1), unit: 'x' },
  { pattern: /\btwice (?=as\b|the\b|faster|in\b)|(?<=\bmore than )twice\b/gi, value: () => 2, unit: 'x' },
  { pattern: /\b(two|three|four|five|six|seven|eight|nine|ten|twenty|hundred) times (?=as|faster|fewer|less|more|smaller|lower|higher|larger|cheaper|the)|(?<=by a \w{1,12} )(two|three|four|five|ten) times\b/gi, value: (match) => SMALL_NUMBERS[(match[1] ?? match[2] ?? '').toLowerCase()] ?? 2, unit: 'x' },
  { pattern: /\b(two|three|four|five|six|ten)-?fold\b/gi, value: (match) => SMALL_NUMBERS[(match[1] ?? '').toLowerCase()] ?? 2, unit: 'x' },
  { pattern: /\b(?:triples|tripling|tripled)\b(?= [a-z])/gi, value: () => 3, unit: 'x' },
  { pattern: /\b(?:doubles|doubling|doubled)\b(?= (?:the |its |their |inference |training |decoding |throughput|accuracy|speed))/gi, value: () => 2, unit: 'x' },
  { pattern: /\b(?:halves|halving|halved)\b(?= (?:the |its |their )?(?:\w{1,12} )?(?:cost|memory|latency|time|compute|error|tokens|inference|training|parameters|FLOPs|steps|gap|rate|overhead))|\bby half\b|\bhalf the (?=cost|memory|compute|time|latency|parameters|FLOPs|tokens)/gi, value: () => 50, unit: '%' },
];

/** Every number of `sentence`, in order; at most 200, which no honest sentence has. */
export function findNumbers(sentence: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [...wordNumbers(sentence)];
  let from = 0;
  DIGITS.lastIndex = 0;
  for (let match = DIGITS.exec(sentence); match !== null && tokens.length < 200; match = DIGITS.exec(sentence)) {
    if (match.index < from) continue;
    const token = readNumber(sentence, match);
    from = token.unitEnd;
    DIGITS.lastIndex = Math.max(token.unitEnd, match.index + match[0].length);
    if (!tokens.some((other) => other.word !== null && token.start < other.unitEnd && other.start < token.unitEnd)) tokens.push(token);
  }
  return shareUnits(tokens.toSorted((a, b) => a.start - b.start), sentence);
}

/** `21.4 and 13.4 points`, `3.43 vs 3.44 bits/dim`: the unit behind the second is that of both. */
function shareUnits(tokens: readonly NumberToken[], sentence: string): readonly NumberToken[] {
  return tokens.map((token, index) => {
    const next = tokens[index + 1];
    if (token.unit !== null || next?.unit == null || next.unit === 'x' || token.unitEnd !== token.end) return token;
    return /^ (?:and|to|vs\.?|versus|or) [+~]?$/.test(sentence.slice(token.end, next.start)) ? { ...token, unit: next.unit } : token;
  });
}

function readNumber(sentence: string, match: RegExpExecArray): NumberToken {
  const start = match.index;
  let end = start + match[0].length;
  let unit = unitAfter(sentence.slice(end, end + 40));
  const range = /[A-Za-z]/.test(sentence[start - 1] ?? '') ? null : rangeAfter(sentence, end, unit?.length ?? 0, start);
  const value = numberOf(match[0]);
  let value_high: number | null = null;
  if (range !== null && range.value > value) {
    value_high = range.value;
    end = range.end;
    unit = unitAfter(sentence.slice(end, end + 40)) ?? unit;
    if (unit !== null && unitAfter(sentence.slice(end, end + 40)) === null) unit = { ...unit, length: 0 };
  }
  const uncertain = PLUS_MINUS.exec(sentence.slice(end + (unit?.unit === '%' ? unit.length : 0), end + 24)) ?? PLUS_MINUS.exec(sentence.slice(end, end + 24));
  const behind = uncertain === null ? end : end + sentence.slice(end).indexOf(uncertain[0]) + uncertain[0].length;
  if (uncertain !== null) unit = unitAfter(sentence.slice(behind, behind + 40)) ?? unit;
  const unitHere = uncertain === null ? (unit?.length ?? 0) : (unitAfter(sentence.slice(behind, behind + 40))?.length ?? 0);
  const before = sentence[start - 1] ?? '';
  const free = start < 2 || !/[A-Za-z0-9)\]]/.test(sentence[start - 2] ?? '');
  return {
    start, end, unitEnd: behind + unitHere, value, value_high, unit: unit?.unit ?? (FACTOR_BEFORE.test(sentence.slice(Math.max(0, start - 40), start)) ? 'x' : null),
    uncertainty: uncertain?.[1] === undefined ? null : Number(uncertain[1]),
    sign: before === '+' ? '+' : /[-−–]/.test(before) && free ? '-' : null,
    word: null, isInteger: !match[0].includes('.'),
  };
}

/** The high end of a range that goes on behind a number and its unit: `10-20x`, `1.48x–12.1x`, `5% to 8%`. */
function rangeAfter(sentence: string, end: number, unitLength: number, start: number): { value: number; end: number } | null {
  const isFromTo = /\b(?:from|vs\.?) (?:\w{1,12} ){0,2}[~$+]?$/i.test(sentence.slice(Math.max(0, start - 32), start)) && !/\b(?:rang|vary|varies|span|scal)\w{0,6} from (?:\w{1,12} ){0,2}$/i.test(sentence.slice(Math.max(0, start - 40), start));
  const isSpread = SURPASSED_FROM.test(sentence.slice(Math.max(0, start - 80), start));
  for (const at of unitLength > 0 ? [end + unitLength, end] : [end]) {
    const dash = RANGE_DASH.exec(sentence.slice(at, at + 5));
    if (dash === null || (dash[0] === ' to ' && isFromTo && !isSpread)) continue;
    const high = /^\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/.exec(sentence.slice(at + dash[0].length, at + dash[0].length + 24));
    if (high !== null) return { value: numberOf(high[0]), end: at + dash[0].length + high[0].length };
  }
  return null;
}

function numberOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

function* wordNumbers(sentence: string): Generator<NumberToken> {
  let taken = -1;
  for (const { pattern, value, unit } of WORD_FORMS.toReversed()) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
      if (match.index === taken) continue;
      taken = match.index;
      const end = match.index + match[0].trimEnd().length;
      yield { start: match.index, end, unitEnd: end, value: value(match), value_high: null, unit, uncertainty: null, sign: null, word: match[0].toLowerCase(), isInteger: true };
    }
  }
}
