/** Which metric a number is of: the name that stands best for it, in its clause, its sentence, or the one before. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { Mention } from './mentions.ts';
import type { NumberToken } from './numbers.ts';
import { wordSet } from './words.ts';

export interface MetricChoice {
  readonly id: string;
  readonly mention: Mention | null;
  /** 0 to 1: how well the name stands. */
  readonly strength: number;
}

const LINK = /^ ?(?:scores?|values?|ratings?|rates?)? ?(?:of|to|from|at|=|:|is|was|by|reaches|\(|reaching|are|were|between|improves? (?:from|to|by)|(?:increases?|drops?|decreases?|rises?|falls?) (?:from|to|by))?(?: (?:up to|about|around|only|nearly|over|approximately|roughly|just|below|under|above|an average of|as high as|as low as|a mean of|more than|at least))? ?[~≈<>(+]?$/i;
/** Words that may stand between a number and the name of its metric: `40% lower average latency`. */
const FILLERS = wordSet('on average absolute relative overall mean higher lower better fewer less more greater in of the improvement improvements gain gains reduction reductions increase decrease drop boost');

/** The best metric for `number` among those its sentence names; null where none stands near enough. */
export function chooseMetric(number: NumberToken, sentence: string, metrics: readonly Mention[], numbers: readonly NumberToken[]): MetricChoice | null {
  let best: MetricChoice | null = null;
  for (const mention of metrics) {
    const strength = strengthOf(number, sentence, mention, numbers);
    if (strength > (best?.strength ?? 0)) best = { id: mention.id, mention, strength };
  }
  return best;
}

function strengthOf(number: NumberToken, sentence: string, mention: Mention, numbers: readonly NumberToken[]): number {
  if (mention.start >= number.end && mention.end <= number.unitEnd) return 1;
  if (isNameOfSystem(sentence, mention)) return 0;
  const isAfter = mention.start >= number.unitEnd;
  const [from, to] = isAfter ? [number.unitEnd, mention.start] : [mention.end, number.start];
  if (to < from || to - from > 160) return 0;
  const gap = withoutNumbers(sentence, from, to, numbers);
  const crossed = numbers.filter((other) => other.start >= from && other.unitEnd <= to && other !== number).length;
  const weight = (mention.ambiguous ? 0.55 : 1) * fitOf(number, mention.id) * ((number.unit === '%' || number.unit === null) && COUNTS.test(mention.id) ? 0.4 : 1);
  const near = (mention.ambiguous ? 0.95 : 1) * fitOf(number, mention.id);
  if (isAfter && gap.length < 60 && gap.trim().split(/[\s(-]/).every((word) => word === '' || FILLERS.has(word.toLowerCase()))) return near - 0.04 * crossed;
  if (isAfter && /^(?: [A-Za-z][\w-]{1,20}){1,2} $/.test(gap) && !/\b(?:on|in|of|over|for|by|to|and|with|at|than|while|using|across|from|as|when|where|if|that|which|the|its|we|it)\b/.test(gap)) return 0.85 * near;
  if (!isAfter && LINK.test(gap)) return 0.97 * near - 0.04 * crossed;
  if (!isAfter && isObjectOfChange(sentence, mention, gap)) return 0.9 * near - 0.04 * crossed;
  const words = gap.split(' ').length;
  const breaks = (gap.match(/[;:]| while | whereas | but /g)?.length ?? 0) * 0.25 + (gap.match(/,/g)?.length ?? 0) * (isAfter ? 0.18 : 0.06);
  const base = isAfter ? 0.72 - 0.06 * words - 0.3 * crossed : 0.8 - 0.022 * words - 0.04 * crossed;
  return Math.max(0, (base - breaks) * weight);
}

const CHANGES = /\b(?:improv|increas|reduc|boost|rais|lower|decreas|cut|enhanc|lift|elevat|shrink|rais)\w{0,4} (?:[\w-]{1,16} ){0,3}$/i;
const BY = /(?:^|[ ,])by (?:(?:an? )?(?:average|mean|maximum|margin|factor) of |up to |over |about |around |nearly |more than |roughly |approximately |at least |as much as |absolute ){0,2}[+~]?$/i;

/** `improves accuracy on all five benchmarks, by 3.8%`: what a verb of change has for its object, the number tells of. */
function isObjectOfChange(sentence: string, mention: Mention, gap: string): boolean {
  return gap.length < 120 && BY.test(gap) && !/[;:]|\band (?:improv|increas|reduc|boost|rais|lower|decreas|cut|enhanc)/i.test(gap) && CHANGES.test(sentence.slice(Math.max(0, mention.start - 70), mention.start));
}

/** The text between a number and a name without the other numbers of a list: `2.4× and 8.6× higher throughput`. */
function withoutNumbers(sentence: string, from: number, to: number, numbers: readonly NumberToken[]): string {
  let gap = '';
  let at = from;
  for (const other of numbers) {
    if (other.start < from || other.unitEnd > to) continue;
    if (other.word !== null) return sentence.slice(from, to);
    const between = sentence.slice(at, other.start);
    if (!/^ ?(?:,|\/|and|or|vs\.?|\()?(?: and)? ?[(+~]?$/.test(between)) return sentence.slice(from, to);
    at = other.unitEnd;
  }
  gap += sentence.slice(at, to);
  return at > from ? gap.replace(/^\)/, '') : gap;
}

/** `outperforms the vanilla MAE`: a method that shares its name with a metric. */
function isNameOfSystem(sentence: string, mention: Mention): boolean {
  return /\b(?:outperform\w{0,4}|surpass\w{0,4}|exceed\w{0,4}|than|over|vanilla|baseline|like|called)(?: the)?(?: vanilla| original| standard)? $/i.test(sentence.slice(Math.max(0, mention.start - 40), mention.start)) && /^[A-Z]{2}/.test(sentence.slice(mention.start, mention.end));
}

const TIME_UNIT = /^(?:ms|s|secs?|seconds?|milliseconds?|minutes?|mins?|hours?|hrs?|days|GPU[- ]?hours|GPU[- ]?days|μs|µs|microseconds?)$/;

/** How well unit and metric go together: seconds are no accuracy, and a multiple is seldom of a score. */
function fitOf(number: NumberToken, metricId: string): number {
  const isShare = loadOntology().metricTypeOf(metricId)?.range_high === 100;
  if (number.unit !== null && TIME_UNIT.test(number.unit)) return TIME_METRIC.test(metricId) ? 1 : 0;
  if (/^[GMKT]i?B$/.test(number.unit ?? '')) return /memory|storage|size|footprint|cache|bandwidth|communication/.test(metricId) ? 1 : 0;
  if (number.unit === 'points' && metricId !== 'score' && !isShare && loadOntology().metricTypeOf(metricId)?.unit !== '%') return 0.6;
  if (number.unit === 'x') return isShare || /^(?:fid|fvd|psnr|ssim|bleu|score|performance|lpips|steps)$/.test(metricId) ? 0.5 : 1;
  return 1;
}

/** Metrics that count: a percentage is one of them only right beside it. */
const COUNTS = /^(?:tokens|samples|steps|data_usage|model_size|flops|engagement|active_parameters|trainable_parameters|relocations)$/;
const TIME_METRIC = /time|latency|runtime|cost|duration|delay|overhead|gpu_hours|ttft|deviation|error/;
