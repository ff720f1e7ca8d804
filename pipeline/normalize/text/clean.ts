/**
 * Cleaning of titles and abstracts: white space folded, and what TeX left behind repaired where it is certain. Nothing
 * else is changed. The rules are tables, in the files beside this one; addresses are kept as they are.
 */
import { ACCENT_RULES } from './accents.ts';
import { MARKUP_RULES } from './markup.ts';
import { MATH_RULES } from './math.ts';
import { QUOTE_RULES } from './quotes.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are applied. */
export const RULES: readonly Rule[] = [...MARKUP_RULES, ...ACCENT_RULES, ...MATH_RULES, ...QUOTE_RULES];

/** An address, up to white space or a brace: rules must not reach into it. */
const ADDRESS = /https?:\/\/[^\s{}\\]+/g;
/** Signs that could begin something to repair: most texts have none but words. */
const MAY_NEED_REPAIR = /[\\{~*`^_]|--|times|pm|[lg]eq|sim|approx|arrow|log|infty/;
/** One repair can uncover another, such as a command inside a command; more layers than this no author writes. */
const MOST_PASSES = 8;

/** A title, cleaned. Never throws; cleaning twice changes nothing. */
export function cleanTitle(raw: string): string {
  return clean(raw);
}

/** An abstract, cleaned. Never throws; cleaning twice changes nothing. */
export function cleanAbstract(raw: string): string {
  return clean(raw);
}

/** How often each rule fires on a text: shows which residue a source leaves. */
export function countRepairs(raw: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  clean(raw, (rule) => counts.set(rule, (counts.get(rule) ?? 0) + 1));
  return counts;
}

function clean(raw: string, onRepair?: (rule: string) => void): string {
  let text = foldSpace(wellFormed(raw));
  if (!MAY_NEED_REPAIR.test(text)) return text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const repaired = foldSpace(wellFormed(repairAround(text, onRepair)));
    if (repaired === text) break;
    text = repaired;
  }
  return text;
}

/** Well-formed NFC without characters that nobody sees: byte order marks, zero widths, controls. */
function wellFormed(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.toWellFormed().normalize('NFC').replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '');
}

function foldSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Repairs what stands between addresses. The markup of an address itself is taken off first. */
function repairAround(text: string, onRepair?: (rule: string) => void): string {
  const bare = repair(text, ADDRESS_RULES, onRepair);
  if (!bare.includes('http')) return repair(bare, RULES, onRepair);
  let repaired = '';
  let from = 0;
  for (const address of bare.matchAll(ADDRESS)) {
    repaired += repair(bare.slice(from, address.index), RULES, onRepair) + address[0];
    from = address.index + address[0].length;
  }
  return repaired + repair(bare.slice(from), RULES, onRepair);
}

const ADDRESS_RULES: readonly Rule[] = MARKUP_RULES.filter(({ name }) => ['url-tail', 'href', 'url-command', 'repeated-address', 'escaped-sign'].includes(name));

function repair(text: string, rules: readonly Rule[], onRepair?: (rule: string) => void): string {
  let repaired = text;
  for (const rule of rules) {
    if (!rule.cues.some((cue) => repaired.includes(cue))) continue;
    const before = repaired;
    repaired = apply(rule, before);
    if (onRepair !== undefined && repaired !== before) for (const _ of before.matchAll(rule.pattern)) onRepair(rule.name);
  }
  return repaired;
}

function apply({ pattern, replacement }: Rule, text: string): string {
  return typeof replacement === 'string' ? text.replaceAll(pattern, replacement) : text.replaceAll(pattern, replacement);
}
