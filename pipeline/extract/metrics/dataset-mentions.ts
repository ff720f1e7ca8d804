/** Benchmarks and data sets named in a sentence: those that the ontology knows, and others that stand where one stands. */
import { loadOntology } from '../../ontology/ontology.ts';
import { findNames, isDistinct, isModelName, type Name } from './names.ts';

export interface DatasetMention {
  /** Of the ontology, where the whole name is known. */
  readonly id: string | null;
  /** Of the ontology, where the name is known or begins with a known one: `LiveCodeBench V5` is of `livecodebench`. */
  readonly family: string | null;
  readonly name: string;
  /** Has a name of its own, and is not just `six benchmarks`. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD_START = /[A-Za-z0-9$τμπ∞]+/g;
/** Benchmarks without a name: `on six reasoning benchmarks`. */
const UNNAMED = /\b(?:on|across) (?:the |a |an |our |all )?((?:[A-Za-z0-9][\w-]{0,20} ){0,4}(?:benchmarks?|datasets?|leaderboard))\b/g;
/** What stands before the name of a benchmark. */
const PLACE_BEFORE = /\b(?:on|across) (?:(?:the|both|all|our|its|popular|standard|challenging|held-out|proposed|official|full|public|original|widely used) ){0,3}$|\b(?:benchmarks?|datasets?)(?:,? (?:such as|including|like|namely|e\.g\.,?)|:| \((?:e\.g\.,? |i\.e\.,? )?) ?(?:the )?$/i;
const PLACE_AFTER = /^(?:'s)? (?:[a-z]{1,14} ){0,1}(?:benchmarks?|datasets?|leaderboard|test set|corpus|suite|challenge|experiments|problems|questions|puzzles)\b/;
/** `an MME-P score of 1265.8`. */
const SCORED = /^ scores? of \d/;
/** `improves S3@256K from 65% to 76%`: what is raised has a score. */
const RAISED = /\b(?:improv|increas|rais|boost|lift)\w{1,4} (?:the )?$/i;
const NAME_OF_BENCHMARK = /bench(?:mark)?(?:[-_ ]?(?:v?\d[\d.]{0,4}|[A-Z]\w{0,12}))?$|(?:[a-z\d-]Eval|[A-Za-z]QA|Arena)$/i;
/** `ImageNet at 128×128`: another benchmark than ImageNet. */
const RESOLUTION_BEHIND = /^,? (?:at )?\d{2,4} ?[×x*] ?\d{2,4}(?![\w.])/;
/** `8.8% (DeepEyeNet)`, where a benchmark stands behind another number in the same way. */
const BEHIND_NUMBER = /\d[%x×]? \($/;
const LISTED_BEFORE = /^(?:,|,? and|,? &|\/) ?(?:the )?$/;
const LANGUAGE = /^(?:English|Chinese|Mandarin|German|French|Spanish|Italian|Portuguese|Japanese|Korean|Arabic|Hindi|Russian|Turkish|Vietnamese|Indonesian|Thai)\b/;
const HARDWARE = /^(?:[AH][12]00|RTX|NVIDIA|[GCT]PUs?$|Jetson|iPhone|AMD|Intel|Raspberry|Apple|M[1-4]\b|Transformers?$|L?L?VLMs?$|M?LLMs?$|AI$|RL$|API)/;

/** The benchmarks named in `sentence`, in order; `own` names the systems of the paper, which are none. */
export function findDatasetMentions(sentence: string, own: readonly string[], names = findNames(sentence)): readonly DatasetMention[] {
  const known = knownDatasets(sentence, names);
  const placed = placedDatasets(sentence, names, known, own);
  const named = [...known, ...placed];
  return [...named, ...unnamedDatasets(sentence, named)].toSorted((a, b) => a.start - b.start);
}

function knownDatasets(sentence: string, names: readonly Name[]): readonly DatasetMention[] {
  const ontology = loadOntology();
  const found: DatasetMention[] = [];
  let from = 0;
  for (const { index } of sentence.matchAll(WORD_START)) {
    const match = index < from ? null : ontology.benchmarksBySurface.matchAt(sentence, index);
    if (match === null || (match.ambiguous && !/\b(?:on|in|the|and|,) (?:the )?$/.test(sentence.slice(Math.max(0, index - 12), index)))) continue;
    const whole = names.find((name) => name.start <= index && name.end > match.end);
    const start = whole?.start ?? index;
    const nameEnd = whole?.end ?? match.end;
    const end = nameEnd + (RESOLUTION_BEHIND.exec(sentence.slice(nameEnd, nameEnd + 20))?.[0].length ?? 0);
    from = end;
    const name = sentence.slice(start, end);
    found.push({ id: end === match.end ? match.id : ontology.datasetIdOf(name), family: match.id, name, named: true, start, end });
  }
  return found;
}

function placedDatasets(sentence: string, names: readonly Name[], known: readonly DatasetMention[], own: readonly string[]): readonly DatasetMention[] {
  const found: DatasetMention[] = [];
  for (const name of names) {
    if (known.some((other) => overlap(name, other)) || HARDWARE.test(name.text) || LANGUAGE.test(name.text) || name.text.length < 2) continue;
    if (!isPlaced(sentence, name, [...known, ...found], own)) continue;
    found.push({ id: null, family: null, name: name.text, named: true, start: name.start, end: name.end });
  }
  return found;
}

function isPlaced(sentence: string, { text, start, end }: Name, others: readonly DatasetMention[], own: readonly string[]): boolean {
  if (NAME_OF_BENCHMARK.test(text)) return true;
  if (own.includes(text) || isModelName(text) || isMetric(text)) return false;
  const before = sentence.slice(Math.max(0, start - 40), start);
  const after = sentence.slice(end, end + 40);
  if (PLACE_BEFORE.test(before) || PLACE_AFTER.test(after) || SCORED.test(after)) return true;
  if (!isDistinct(text)) return false;
  if (RAISED.test(before) && /^ from \d/.test(after)) return true;
  if (BEHIND_NUMBER.test(before) && after.startsWith(')') && others.some((other) => BEHIND_NUMBER.test(sentence.slice(Math.max(0, other.start - 6), other.start)))) return true;
  const inList = others.some((other) => other.end <= start && start - other.end < 8 && LISTED_BEFORE.test(sentence.slice(other.end, start)));
  return inList || (others.length > 0 && /(?:,|\band) (?:the )?$/.test(before) && /^ ?(?:\([^)]{1,30}\) )?by [+~]?\d/.test(after));
}

function isMetric(name: string): boolean {
  const match = loadOntology().metricsBySurface.matchAt(name, 0);
  return match !== null && (match.end >= name.length - 3 || name[match.end] === '@');
}

function unnamedDatasets(sentence: string, named: readonly DatasetMention[]): readonly DatasetMention[] {
  const found: DatasetMention[] = [];
  for (const match of sentence.matchAll(UNNAMED)) {
    const name = match[1] ?? '';
    const span = { start: match.index + match[0].length - name.length, end: match.index + match[0].length };
    const isIntroduction = named.some((other) => other.start >= span.end && other.start - span.end < 14 && PLACE_BEFORE.test(sentence.slice(span.start, other.start)));
    if (!isIntroduction && ![...named, ...found].some((other) => overlap(span, other))) found.push({ id: null, family: null, name, named: false, ...span });
  }
  return found;
}

function overlap(a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
