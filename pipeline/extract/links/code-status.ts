/** What an abstract says of code: available now, promised, or nothing. Read sentence by sentence. */
import type { CodeStatus, Link } from '../../../schemas/types.ts';
import { findUrls } from './find-urls.ts';

/** Code as a thing that is given out; not the code that a model writes. */
const CODE = /\b(?:codes?|codebase|scripts|software|repository|implementations?)\b(?![ -](?:generation|generator|completion|review|repair|understanding|reasoning|llms?|models?|agents?|editing|search|intelligence|execution|contests?|snippets?|solutions?|tokens?|as\b))/i;
const GIVEN_OUT = /\b(?:avail?able|released?|releasing|open-?sourc(?:e|ed|ing)|public|publicly|provided?|found|accessible|github|made|here)\b/i;
/** A tool counts as code where it is open-sourced by that very word. */
const TOOL = /\b(?:system|framework|toolkit|library|package|platform|pipeline|environment|benchmark|everything|method|infrastructure|it|approach)\b/i;
const OPENED = /\b(?:open-?sourced?|make (?:it|everything) (?:publicly )?available|(?:is|are) released at)\b/i;
const OURS = /\b(?:we|our|ours)\b/i;
const FUTURE = /\b(?:will (?:\w{1,12} ){0,2}(?:be|release|open|make|share|publish|provide)|to be (?:released|open|made)|soon|upon (?:acceptance|publication)|(?:once|after) (?:accepted|acceptance|publication)|plan to (?:release|open|make))/i;
const STARTS_WITH_CODE = /^(?:\W{0,3}\w{1,20}[ ,]){0,4}(?:code|codes|codebase)\b/i;
const SENTENCE_END = /[.!?](?=\s+["'(*[]?[A-Z0-9`])/g;

/** Whether the sentence speaks of what is yet to come. */
export function isFuture(sentence: string): boolean {
  return FUTURE.test(sentence);
}

/** The sentence of `text` in which offset `at` lies, and where it begins. */
export function sentenceAround(text: string, at: number): { readonly start: number; readonly sentence: string } {
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    if (end.index >= at) return { start, sentence: text.slice(start, end.index + 1) };
    start = end.index + 1;
  }
  return { start, sentence: text.slice(start) };
}

/** The code status that the abstract itself gives; `links` are those found in it. */
export function codeStatusOf(abstract: string, links: readonly Link[]): CodeStatus {
  const repositories = links.filter((link) => link.kind === 'repo');
  const said = [...sentencesOf(abstract)].map(statusOfSentence);
  const all = new Set<CodeStatus>([...repositories.map((link) => link.status), ...said]);
  if (all.has('available')) return 'available';
  return all.has('promised') ? 'promised' : 'none';
}

function* sentencesOf(text: string): Generator<string> {
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    yield text.slice(start, end.index + 1).trim();
    start = end.index + 1;
  }
  yield text.slice(start).trim();
}

function statusOfSentence(sentence: string): CodeStatus {
  if (!CODE.test(sentence) && !OPENED.test(sentence) && !FUTURE.test(sentence)) return 'none';
  const hasUrl = /https?:\/\//.test(sentence) || findUrls(sentence).length > 0;
  const ours = OURS.test(sentence) || hasUrl || STARTS_WITH_CODE.test(sentence);
  const code = CODE.test(sentence) && (GIVEN_OUT.test(sentence) || hasUrl);
  const tool = OPENED.test(sentence) && TOOL.test(sentence);
  const promised = isFuture(sentence) && hasUrl && /\bresources?\b/i.test(sentence);
  if (!ours || !(code || tool || promised) || isOfOthers(sentence)) return 'none';
  return isFuture(sentence) ? 'promised' : 'available';
}

/** Speaks of what others give out, or of code as a subject of the paper. */
function isOfOthers(sentence: string): boolean {
  return /\b(?:no existing|existing|prior|leverag\w{1,4} (?:publicly|open)|using (?:publicly|open)|publicly available (?:data|models?|corpora|benchmarks?|writeups))\b/i.test(sentence) && !/https?:\/\//.test(sentence);
}
