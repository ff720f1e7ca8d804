/** Repairs of text as data, and the small engine that applies them. */

/** A repair: what it is called, what it looks like, and what it puts in the place. */
export interface Rule {
  readonly name: string;
  /** Before and after, as an example for people and as a test. */
  readonly example: readonly [before: string, after: string];
  /** The pattern can only match a text that holds one of these: a cheap look before the costly one. */
  readonly cues: readonly string[];
  /** Global, and linear in the length of any text. */
  readonly pattern: RegExp;
  /** A string in which `$1` is the first group, or a function of the match and its groups. */
  readonly replacement: string | ((...groups: string[]) => string);
  /** A text in which this is found is left alone. */
  readonly unless?: RegExp;
  /** Whether the repair may begin inside a web address; other rules do not reach into one. */
  readonly inAddresses?: boolean;
}

/** Told of each rule that changed something, and how many times it did. */
export type RepairListener = (rule: string, times: number) => void;

/** An address, up to white space, a brace or a quotation mark; longer than any that is real. */
const ADDRESS = /https?:\/\/[^\s{}<>"]{1,2000}/g;

/** Applies each rule once, in their order. */
export function applyRules(text: string, rules: readonly Rule[], onRepair?: RepairListener): string {
  let repaired = text;
  for (const rule of rules) {
    if (mayApply(rule, repaired)) repaired = apply(rule, repaired, onRepair);
  }
  return repaired;
}

function mayApply({ cues, unless }: Rule, text: string): boolean {
  return cues.some((cue) => text.includes(cue)) && unless?.test(text) !== true;
}

function apply(rule: Rule, text: string, onRepair?: RepairListener): string {
  const isProtected = rule.inAddresses === true ? nowhere : insideAddress(text);
  let repaired = '';
  let end = 0;
  let times = 0;
  for (const match of text.matchAll(rule.pattern)) {
    const replacement = replacementOf(rule, match);
    if (replacement === match[0] || isProtected(match.index)) continue;
    repaired += text.slice(end, match.index) + replacement;
    end = match.index + match[0].length;
    times += 1;
  }
  if (times === 0) return text;
  onRepair?.(rule.name, times);
  return repaired + text.slice(end);
}

function replacementOf({ replacement }: Rule, match: RegExpExecArray): string {
  if (typeof replacement !== 'string') return replacement(...match);
  return replacement.includes('$') ? replacement.replaceAll(/\$(\d)/g, (_found, group: string) => match[Number(group)] ?? '') : replacement;
}

function nowhere(): boolean {
  return false;
}

/** A test for places inside web addresses; places must be asked for in ascending order. */
function insideAddress(text: string): (place: number) => boolean {
  if (!text.includes('://')) return nowhere;
  const addresses = text.matchAll(ADDRESS);
  let address = addresses.next().value;
  return (place) => {
    while (address !== undefined && address.index + address[0].length <= place) address = addresses.next().value;
    return address !== undefined && address.index <= place;
  };
}
