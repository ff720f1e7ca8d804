/** The system that a number is of, where the sentence names one for it. */
import type { Metric } from '../../../schemas/types.ts';
import type { Context } from './context.ts';
import { isDistinct, isModelName, type Name } from './names.ts';
import type { NumberToken } from './numbers.ts';

/** `29% for Claude 3.5 Sonnet`, `9.1 by SiT`: the name stands behind. */
const BEHIND = /^ ?(?:[a-zA-Z@-]{1,14} ){0,2}(?:for|by|of|from|in) (?:the |an? )?$/;
/** `SiT's 9.17`, `GLM-4.5 (45.1%)`, `Grok-4 achieves 28%`. */
const BEFORE = /^(?:['’]s |,? \(|,? (?:only |still |also |just |even )?(?:achiev|reach|scor|obtain|attain|get|yield|record|solv|complet|show|deliver|register|set|run|perform|improv|reduc|outperform|surpass|maintain|generat|provid|increas|is\b|at\b|with\b))/;
/** Systems without a name, in papers that measure: `the best open model`, `human experts`. */
const DESCRIBED = /\b((?:(?:best|strongest|top|leading|frontier|state-of-the-art|open-source|open-weight|proprietary|current|existing|even|top-performing|best-performing)[ -])(?:[\w.-]{1,20} ){0,4}?(?:models?|agents?|systems?|LLMs?|VLMs?|MLLMs?|methods?)|(?:human|domain) (?:experts?|annotators?|participants?|performance)|humans)\b/gi;
/** What follows the name of a system: the suffix of a variant, or nothing that belongs to it. */
const VARIANT = /^(?:[-+](?:[A-Z\d]|[a-z]{1,3}\d)[\w.+-]{0,20}(?<![.-]))?(?!\w)/;
const REACH = 200;

/** The system of a number, as written; null where none is named. */
export function systemOf(number: NumberToken, role: Metric['role'], context: Context): string | null {
  if (role === 'proposed') return ownSystem(number, context);
  return besideNumber(number, systemsIn(context), context) ?? (role === 'other' ? described(number, context.sentence.text) : null);
}

/** The names of the sentence that are neither a benchmark's nor a metric's. */
function systemsIn({ names, datasets, metrics, subject }: Context): readonly Name[] {
  const taken = [...datasets.filter(({ named }) => named), ...metrics];
  const free = names.filter((name) => !taken.some((other) => other.start < name.end && name.start < other.end));
  return free.filter(({ text }) => isDistinct(text) || isModelName(text) || subject.systems.includes(text));
}

/** The paper's own system: the one last named before the number, else one named behind it, else that of the title. */
function ownSystem(number: NumberToken, { sentence: { text }, subject }: Context): string | null {
  const mentions = subject.systems.flatMap((system) => mentionsOf(system, text));
  const before = mentions.filter(({ end }) => end <= number.start).toSorted((a, b) => b.end - a.end)[0];
  const behind = mentions.find(({ start }) => start >= number.unitEnd);
  return before?.text ?? behind?.text ?? (subject.measuresOthers ? null : (subject.systems[0] ?? null));
}

/** Where a sentence names a system, its variants too: `xAR-H` of `xAR`, `Eagle 2.5-8B` of `Eagle 2.5`. */
function mentionsOf(system: string, sentence: string): readonly Name[] {
  const found: Name[] = [];
  for (let at = sentence.indexOf(system); at >= 0; at = sentence.indexOf(system, at + system.length)) {
    if (/[\w/-]$/.test(sentence.slice(Math.max(0, at - 1), at))) continue;
    const variant = VARIANT.exec(sentence.slice(at + system.length, at + system.length + 30));
    if (variant === null) continue;
    const end = at + system.length + variant[0].length;
    found.push({ text: sentence.slice(at, end), start: at, end });
  }
  return found;
}

function besideNumber(number: NumberToken, names: readonly Name[], { sentence: { text }, subject }: Context): string | null {
  const others = names.filter((name) => !subject.systems.includes(name.text));
  const behind = others.find(({ start }) => start >= number.unitEnd && BEHIND.test(text.slice(number.unitEnd, start)));
  if (behind !== undefined) return behind.text;
  const before = others.findLast(({ start, end }) => end <= number.start && number.start - start < REACH);
  return before !== undefined && BEFORE.test(text.slice(before.end, before.end + 20)) ? before.text : null;
}

function described(number: NumberToken, sentence: string): string | null {
  const before = sentence.slice(Math.max(0, number.start - REACH), number.start);
  return [...before.matchAll(DESCRIBED)].at(-1)?.[1] ?? null;
}
