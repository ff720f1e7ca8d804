/** Numbers that a study sets, or that were known before it: thresholds, budgets, lengths of time, confidence levels. */
import { isBareInteger, type Placed, type Reason } from './placed.ts';

const SETTING_BEFORE =
  /\b(?:threshold|ratio|rate|temperature|batch size|window|budget|context|length|size|sparsity|dimension|rank|guidance|k|K|n|N|α|λ|γ|learning rate|resolution|depth|width)(?: of| =|=| is| to)? ?~?$/i;
/** `a success rate of 84%` is an outcome. */
const OUTCOME_BEFORE =
  /\b(?:success|win|error|resolve|pass|accuracy|hit|compression|completion|refusal|acceptance|hallucination|detection|speedup|preference|retention|recall)[- ](?:rate|ratio)s?(?: of| =|=| is| to) ?$/i;
const COMPRESSION_AFTER = /^ (?:pruning|sparsity|compression|masking|noise|dropout|quantization)\b/;
const BUDGET_BEFORE = /\b(?:with|using|in|within|at) (?:only |just |as few as |merely )?$/;
const BUDGET_AFTER = /^ (?:[a-z-]{1,16} )?(?:steps?|NFEs?|iterations?|samples|shots?|examples|demonstrations)\b/;
const TIME_OR_LENGTH = /^(?:hours?|minutes?|seconds?|days|months|s|m|K|Hz|kHz|bits?|W|mm|cm|km)$/;
/** Words before a length of time that was measured: `takes 3 s`, `within 10 ms`. */
const MEASURED_BEFORE =
  /\b(?:in|to|of|within|under|from|by|takes?|requires?|only|than|latency|at|error|about|below|over|up to|=|is|just|vs\.?|achiev\w+|approximately|nearly) ?(?:\w{1,13} )?(?:\w{1,4} )?[~≈<(]?$/i;
const MEASURED_AFTER = /^(?: [\w-]{1,24}){0,2} (?:latency|inference|runtime|delay|response)\b/;
const ATTRIBUTE = /^-(?:day|days|hour|hours|minute|minutes|second|seconds|month|months|s)\b/;
const KNOWN_BEFORE = /\b(?:accounts? for|make up|comprise|constitut\w+|consist of|occup(?:y|ies|ying)|represent(?:s|ing)? (?:about|over|around|roughly)?)\b/i;

function isSetting({ number, before }: Placed): boolean {
  if (!SETTING_BEFORE.test(before) || OUTCOME_BEFORE.test(before)) return false;
  return number.unit === null || (number.unit === '%' && /sparsity|ratio of|masking/.test(before));
}

function isTimeSet({ number: { unit }, before, after }: Placed): boolean {
  if (unit === null || !TIME_OR_LENGTH.test(unit)) return false;
  // `2.60 K against 2.63 K`: the same unit before it, in a list of results.
  return !MEASURED_BEFORE.test(before) && !MEASURED_AFTER.test(after) && !before.includes(` ${unit} `);
}

function isAttribute({ number, sentence }: Placed): boolean {
  return number.unit !== null && !/^(?:x|%|points)$/.test(number.unit) && ATTRIBUTE.test(sentence.slice(number.end, number.end + 10));
}

export const REASONS_OF_SETTINGS: readonly Reason[] = [
  {
    name: 'a p-value or a confidence level',
    fits: ({ before, after }) => /\bp ?[<=>≤≥] ?$/.test(before) || /^ ?(?:confidence|CI\b|credible)/.test(after) || /\bCI:? ?[[(]?$/.test(before),
  },
  { name: 'a setting of compression', fits: ({ number, before, after }) => number.unit === '%' && /\b(?:at|with|under) (?:only |just )?~?$/.test(before) && COMPRESSION_AFTER.test(after) },
  { name: 'a budget', fits: (placed) => isBareInteger(placed) && BUDGET_BEFORE.test(placed.before) && BUDGET_AFTER.test(placed.after) },
  { name: 'an attribute', fits: isAttribute },
  { name: 'a threshold or a setting', fits: isSetting },
  { name: 'a length of time that is a setting', fits: isTimeSet },
  { name: 'what was known before', fits: ({ sentence, number }) => number.unit === '%' && KNOWN_BEFORE.test(sentence.slice(Math.max(0, number.start - 40), number.start)) },
];
