/** Whose number it is: the paper's own, a baseline's, or that of a system which the paper only measures. */
import type { Metric } from '../../../schemas/types.ts';
import type { NumberToken } from './numbers.ts';
import { wordsBackwards, wordSet } from './words.ts';

/** What a baseline's number follows: `vs. 41%`, `compared to 41%`, `than the 41% of`. */
const COMPARES = wordSet('vs vs. versus than against compared instead');
const FILLERS = wordSet("the a an only just about baseline previous prior original its of at their for with to from's");
const FROM_BEFORE = /\bfrom(?: (?:an?|the|about|around|only|just|over|under|baseline|nearly|approximately|roughly|initial|of|average)){0,3} ?[~$+(]?$/i;
const TO_AFTER = /^[^.;]{0,60}?(?:\bto\b|→|->|=>)(?: (?:an?|the|about|only|just|over|under|nearly|approximately|roughly|below|above|up|~)){0,3} ?[~$+(]?$/i;
const PARENTHESIS = /^(?:vs\.?|versus|compared (?:to|with)|from|baseline|up from|down from|than)\b/i;
const HUMANS = /\bhumans?(?: \w{1,14})?(?: \w{1,14})? (?:achiev\w{0,3}|reach\w{0,3}|scor\w{0,3}|attain\w{0,3}|performance|baseline|accuracy|at|of)(?: of)? ?\(?[~]?$/i;
const BY_HUMANS = /^ (?:(?:achieved|obtained|reached|attained|scored) by|for|of) (?:the )?(?:[a-z]{1,12} )?humans?\b/i;
const BASELINE_NAME = /\b(?:baselines?|previous|prior|original|vanilla|existing|unmodified|standard|other systems|other methods|commercial)\b[^.,;]{0,50}$/i;

/** The role of `number` among the `numbers` of its sentence. */
export function roleOf(number: NumberToken, numbers: readonly NumberToken[], sentence: string, ofOthers: boolean, title: string): Metric['role'] {
  const before = sentence.slice(Math.max(0, number.start - 90), number.start);
  if (isFromOf(number, numbers, sentence, before)) return 'baseline';
  if (ofOthers) return isToOf(before) ? 'proposed' : 'other';
  if (number.unit !== 'x' && isCompared(before)) return 'baseline';
  if (HUMANS.test(before) || BY_HUMANS.test(sentence.slice(number.unitEnd, number.unitEnd + 50))) return 'other';
  if (isForNamed(number, sentence, title)) return 'baseline';
  if (isInParenthesis(before) || isOfNamed(before, sentence.slice(number.unitEnd, number.unitEnd + 3), title)) return 'baseline';
  return isOfBaseline(number, sentence) ? 'baseline' : 'proposed';
}

function isCompared(before: string): boolean {
  const isHedge = /\b(?:more|less|fewer|higher|lower|greater|better|worse) than ?[~]?$/i.test(before);
  return !isHedge && COMPARES.has(wordsBackwards(before, 6).find((word, index) => !FILLERS.has(word) && (index > 2 || !isName(before, word))) ?? '');
}

/** Written with a capital: the name between the word of comparison and the number. */
function isName(before: string, word: string): boolean {
  const at = before.toLowerCase().lastIndexOf(word);
  return /^[A-Z]/.test(before.slice(at, at + 1));
}

function isInParenthesis(before: string): boolean {
  const open = before.lastIndexOf('(');
  return open >= 0 && !before.includes(')', open) && PARENTHESIS.test(before.slice(open + 1));
}

/** `29.17% for Claude`: the number of a system that is not the paper's own. */
function isForNamed(number: NumberToken, sentence: string, title: string): boolean {
  if (number.unit === 'x' || number.unit === 'points') return false;
  const name = /^ (?:for|by|from|in) (?:the )?([A-Z][\w.+-]{2,40})/.exec(sentence.slice(number.unitEnd, number.unitEnd + 50))?.[1];
  return name !== undefined && !title.includes(name) && /\b(?:compared|vs|versus|than|while|whereas|against|outperform|surpass)/.test(sentence.slice(0, number.start)) && /[A-Z].*[A-Z\d]|-/.test(name);
}

function isFromOf(number: NumberToken, numbers: readonly NumberToken[], sentence: string, before: string): boolean {
  const next = numbers[numbers.indexOf(number) + 1];
  if (next === undefined) return false;
  const gap = sentence.slice(number.unitEnd, next.start);
  if (FROM_BEFORE.test(before) && TO_AFTER.test(gap) && gap.length < 70) return true;
  return /^ ?\)? ?(?:→|->|=>) ?$/.test(gap);
}

/** The end of `from A to B`. */
function isToOf(before: string): boolean {
  const from = before.lastIndexOf('from ');
  return from >= 0 && before.length - from < 70 && /(?:^| )to (?:\w{1,8} )?~?$/.test(before.slice(-16));
}

/** A number in parentheses right behind a name, or behind its genitive, is that system's: `SiT's 9.17`, `GLM-4.5 (45.1%)`. */
function isOfNamed(before: string, after: string, title: string): boolean {
  if (!/(?:['’]s | \()$/.test(before)) return false;
  const name = before.slice(0, before.endsWith('(') ? -2 : -3).split(/[\s(]/).at(-1) ?? '';
  if (!/^[A-Z]/.test(name) || title.includes(name)) return false;
  return !before.endsWith('(') || after.startsWith(')');
}

/** The subject before the number, in its own clause, is a baseline: `while the baseline reaches 41%`. */
function isOfBaseline(number: NumberToken, sentence: string): boolean {
  if (number.unit === 'x' || number.unit === 'points') return false;
  const clause = sentence.slice(Math.max(0, number.start - 70), number.start).split(/[,;]|\band\b|\bwhile\b|\bwhereas\b/).at(-1) ?? '';
  return /\b(?:achiev|reach|scor|obtain|attain|gets?|yield|of)\w{0,4} ?[~]?$/i.test(clause.trimEnd()) && BASELINE_NAME.test(clause) && !/\bover|than|\bour\b|outperform|surpass|improv/i.test(clause);
}
