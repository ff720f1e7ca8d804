/** What kind of paper an abstract is of: one that proposes a system, or one that measures those of others. */

const MEASURES = /\b(?:we|this (?:paper|work)) (?:\w{1,12} ){0,2}?(?:introduce|present|propose|develop|construct|build|release|create|establish|curate)s? [^.]{0,70}?\b(?:benchmark|evaluation (?:suite|framework|protocol|dataset)|testbed|leaderboard|test suite)\b|\b(?:we|this paper) (?:\w{1,12} ){0,2}?(?:evaluate|benchmark|study|investigate|analy[sz]e|examine|audit|survey|compare)s? |empirical study|systematic(?:ally)? (?:study|evaluat)/i;
const PROPOSES = /\b(?:our|the proposed) (?:method|model|approach|framework|system|agent|algorithm|architecture|technique|pipeline)\b|\b(?:we|this (?:paper|work)) (?:\w{1,12} ){0,2}?(?:introduce|present|propose|develop)s? [^.]{0,60}?\b(?:method|model|framework|approach|algorithm|architecture|strategy|system|technique|paradigm|pipeline|training|decoding|attention)\b/i;
const BENCHMARK_TITLE = /(?:bench\b|benchmark|evaluating|evaluation of|an? (?:empirical )?(?:study|analysis)|assessing|auditing|how (?:well|do)|can \w+|do \w+ )/i;

/** Systems of others: their numbers are neither the paper's own nor a baseline's, in a paper that measures. */
const OTHERS = /\b(?:best|top|leading|strongest|state-of-the-art|frontier|current|existing|most|even|all|proprietary|open(?:-source|-weight)?|advanced|evaluated|tested|only)[- ](?:\w{1,18}[- ]){0,3}?(?:models?|agents?|LLMs?|VLMs?|MLLMs?|LMMs|systems?|methods?|performers?)\b|\b(?:GPT|Claude|Gemini|DeepSeek|Qwen|Llama|LLaMA|o1|o3|Grok|Opus|Sonnet)[-\w .]{0,20}|\b(?:humans?|models|LLMs|VLMs|MLLMs|agents|annotators|experts)\b/;
const OWN = /\b(?:our|ours|we (?:propose|achieve|obtain)|the proposed)\b/i;

/** Whether the abstract is of a paper that measures systems of others. */
export function measuresOthers(abstract: string, title: string): boolean {
  const measures = MEASURES.test(abstract) || BENCHMARK_TITLE.test(title);
  return measures && !PROPOSES.test(abstract);
}

/** Whether a sentence of such a paper speaks of systems of others. */
export function speaksOfOthers(sentence: string): boolean {
  return OTHERS.test(sentence) && !OWN.test(sentence);
}
