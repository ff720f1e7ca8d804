/**
 * Cleaning of titles and abstracts: white space folded, and what TeX left behind repaired where it is certain. Nothing
 * else is changed. The rules are tables, in the files beside this one; addresses are kept as they are.
 */
import { ACCENT_RULES } from './accents.ts';
import { LINK_RULES } from './links.ts';
import { MARKUP_RULES } from './markup.ts';
import { MATH_RULES } from './math.ts';
import { MULTIPLICATION_RULES } from './multiplication.ts';
import { QUOTE_RULES } from './quotes.ts';
import { applyRules, type RepairListener, type Rule } from './rule.ts';
import { tidy } from './whitespace.ts';

/**
 * Every rule, in the order in which they are applied: accents before escaped signs, which share their characters;
 * mathematics before markup, which takes the braces that tell it; ranges last (`3times--4times`).
 */
export const RULES: readonly Rule[] = [
  ...ACCENT_RULES,
  ...LINK_RULES,
  ...MULTIPLICATION_RULES,
  ...MATH_RULES,
  ...MARKUP_RULES,
  ...QUOTE_RULES,
];

/** One repair can uncover another, such as a command inside a command; more layers than this no author writes. */
const MOST_PASSES = 8;

/** A title, cleaned: well-formed, NFC, on one line, trimmed. Never throws; cleaning twice changes nothing. */
export function cleanTitle(raw: string): string {
  return clean(raw);
}

/** An abstract, cleaned: well-formed, NFC, on one line, trimmed. Never throws; cleaning twice changes nothing. */
export function cleanAbstract(raw: string): string {
  return clean(raw);
}

/** How often each rule fires on a text: shows which residue a source leaves. */
export function countRepairs(raw: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  clean(raw, (rule, times) => counts.set(rule, (counts.get(rule) ?? 0) + times));
  return counts;
}

/**
 * Applies the rules until none of them changes anything. A text that does not settle was made to hurt and stays as it
 * is, but for its white space. So a second cleaning has nothing to do, whatever the rules are.
 */
function clean(raw: string, onRepair?: RepairListener): string {
  const tidied = tidy(raw);
  let text = tidied;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const repaired = applyRules(text, RULES, onRepair);
    if (repaired === text) return text;
    text = tidy(repaired);
  }
  return tidied;
}
