/** What kind of paper an abstract is of: one that proposes a system, or one that measures those of others. */
import { splitSentences } from './sentences.ts';

const SPEAKER = /\b(?:[Ww]e|I|[Tt]his (?:paper|work|study))\b/;
const MAKES = /\b(?:introduce|present|propose|develop|construct|build|release|create|establish|curate)s?\b/i;
const TESTBED = /\b(?:benchmark|evaluation (?:suite|framework|protocol|dataset)|testbed|leaderboard|test suite)s?\b|bench\b/i;
const STUDIES = /\b(?:evaluate|benchmark|study|investigate|analy[sz]e|examine|audit|survey|compare)s?\b/i;
const SYSTEM = /\b(?:method|model|framework|approach|algorithm|architecture|strategy|system|technique|paradigm|pipeline|decoding|attention)\b/i;
const OWN_SYSTEM = /\b(?:our|the proposed) (?:method|model|approach|framework|system|agent|algorithm|architecture|technique|pipeline)\b/i;
const BENCHMARK_TITLE = /bench\b|benchmark|\b(?:evaluating|evaluation of|empirical study|a study|an analysis|assessing|auditing|how (?:well|do)|can|do) /i;

const OWN = /\b(?:our|ours|we (?:propose|achieve|obtain)|the proposed)\b/i;

/** Whether the abstract is of a paper that measures systems of others. */
export function measuresOthers(abstract: string, title: string): boolean {
  const claims = splitSentences(abstract).map(({ text }) => text).filter((text) => SPEAKER.test(text));
  const made = claims.filter((text) => MAKES.test(text));
  const measures = made.some((text) => TESTBED.test(text)) || claims.some((text) => STUDIES.test(text)) || BENCHMARK_TITLE.test(title);
  const proposes = OWN_SYSTEM.test(abstract) || made.some((text) => SYSTEM.test(text) && !TESTBED.test(text));
  return measures && !proposes;
}

/** Whether a sentence of a paper that measures speaks of systems of others: all do that do not name the paper's own. */
export function speaksOfOthers(sentence: string): boolean {
  return !OWN.test(sentence);
}
