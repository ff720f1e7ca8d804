/** What a paper is of: the names of its own systems, and the benchmark it brings. Read once for an abstract. */
import { measuresOthers } from './paper-type.ts';

export interface Subject {
  readonly title: string;
  /** Names of the paper's own systems, as written; the first is that of the title. */
  readonly systems: readonly string[];
  /** The benchmark that a measuring paper brings. */
  readonly benchmark: string | null;
  /** The paper measures systems of others. */
  readonly measuresOthers: boolean;
}

const TITLE_NAME = /^([^:]{2,40}):/;
/** `we introduce LatentSkill`, `we call SF`, `dubbed T-MAC`: what follows such a verb may be a name. */
const NAMING = /\b(?:introduc(?:e|es|ing)|presents?|propos(?:e|es|ing)|develop|build|design|releas(?:e|ing)|call(?:ed)?|named?|dubbed|term(?:ed)?) (?:the |a |an )?(?:novel |new |first )?/g;
/** What the paper itself does; others are `named` and `called` too. */
const BY_THE_AUTHORS = /\b(?:we|our|this (?:paper|work|study|report))\b/i;
const NAME = /^(?:[A-Zα-ωΑ-Ω][\w+.-]{1,30}|[a-z]{1,6}[A-Z][\w+.-]{0,30})(?: \d{1,2}(?:\.\d{1,2})?(?![\w%]))?/;
/** `we propose a framework for skills (LSK)`: an abbreviation behind what the sentence introduces. */
const ABBREVIATION = / \(([A-Z][\w+-]{1,20})\)/g;
const LONGEST_INTRODUCTION = 140;
const BENCHMARK = /\b(?:introduc|present|propos|develop|build|releas|construct|establish|creat|curat)\w{0,3} (?:the )?([A-ZΑ-Ω][\w+.-]{1,30})(?: \([^)]{1,60}\))?,? (?:which is |as )?(?:a|an|the first) (?:[\w-]{1,24} ){0,6}(?:benchmark|dataset|testbed|evaluation|suite)\b/;

/** The subject of a paper. */
export function subjectOf(abstract: string, title: string): Subject {
  const ofTitle = titleName(title);
  const short = abbreviations(abstract);
  const introduced = [...introducedNames(abstract), ...short.map(({ name }) => name)].filter((name) => !NO_SYSTEM.test(name));
  const brought = BENCHMARK.exec(abstract)?.[1] ?? short.find(({ ofBenchmark }) => ofBenchmark)?.name ?? null;
  const measures = measuresOthers(abstract, title) && introduced.every((name) => name === brought || isSame(name, ofTitle));
  const benchmark = (brought === null || isSame(brought, ofTitle) ? null : brought) ?? (measures || brought !== null ? ofTitle : null);
  const systems = new Set([...(ofTitle === null ? [] : [ofTitle]), ...mostNamedFirst(introduced, abstract)].filter((name) => name !== brought && !isSame(name, benchmark)));
  return { title, systems: [...systems], benchmark, measuresOthers: measures };
}

/** Kinds of system, and words that begin a sentence: no paper's own. */
const NO_SYSTEM = /^(?:The|A|An|This|Our|We|In|To|AI|It|M?LLMs?|L?VLMs?|RL|SFT|RAG|VLAs?|T2I|T2V|NLP|CoT|RLHF|DPO|GRPO|PPO|MoE|KV|GUI|UI|OOD|ASR|TTS|OCR|VQA|QA)(?:-based)?$|bench/i;

/** The name before the colon of a title. */
function titleName(title: string): string | null {
  const name = TITLE_NAME.exec(title)?.[1]?.trim();
  return name === undefined || name.split(' ').length > 3 || /^(?:The|A|An|When|How|Why|What|On|In|Is|Are|Do|Does|Can|Towards?|From|Beyond|Learning|Understanding|Rethinking) /.test(name) ? null : name;
}

function introducedNames(abstract: string): readonly string[] {
  return [...abstract.matchAll(NAMING)].flatMap(({ 0: naming, index }) => {
    const before = abstract.slice(Math.max(0, index - LONGEST_INTRODUCTION), index).split('. ').at(-1) ?? '';
    if (/^(?:named?|called|dubbed|termed)/.test(naming) && !BY_THE_AUTHORS.test(before)) return [];
    const behind = abstract.slice(index + naming.length, index + naming.length + 40);
    const name = NAME.exec(behind)?.[0] ?? '';
    const isPhrase = /^ [A-Z]/.test(behind.slice(name.length)) && !/[a-z][A-Z]|\d/.test(name);
    return name === '' || isPhrase ? [] : [withoutStop(name)];
  });
}

interface Abbreviation {
  readonly name: string;
  /** What it stands for is a benchmark: `the Visual Aesthetic Benchmark (VAB)`. */
  readonly ofBenchmark: boolean;
}

function abbreviations(abstract: string): readonly Abbreviation[] {
  return [...abstract.matchAll(ABBREVIATION)].flatMap((match) => {
    const before = abstract.slice(Math.max(0, match.index - LONGEST_INTRODUCTION), match.index);
    const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';'), before.lastIndexOf(')')) + 1);
    const introduces = /\b(?:we|paper|work|study|report)\b/i.test(clause) && /\b(?:introduc|present|propos|develop|design)\w{0,3} /.test(clause);
    return introduces ? [{ name: match[1] ?? '', ofBenchmark: /\b(?:bench|benchmark|dataset|corpus|suite|leaderboard)$/i.test(clause) }] : [];
  });
}

function withoutStop(name: string): string {
  return name.replace(/[.-]$/, '');
}

function mostNamedFirst(names: readonly string[], abstract: string): readonly string[] {
  return names.toSorted((a, b) => abstract.split(b).length - abstract.split(a).length);
}

function isSame(a: string, b: string | null): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
