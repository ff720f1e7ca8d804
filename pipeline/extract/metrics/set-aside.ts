/** Which numbers are no results, and why: sizes, names, years, settings. A table of reasons, the first that fits tells. */
import type { DatasetMention } from './dataset-mentions.ts';
import type { Mention } from './mentions.ts';
import type { Name } from './names.ts';
import type { NumberToken } from './numbers.ts';

/** A number with what stands around it in its sentence. */
export interface Placed {
  readonly number: NumberToken;
  readonly sentence: string;
  /** Up to 80 characters before the number, and as many behind its unit. */
  readonly before: string;
  readonly after: string;
  readonly metrics: readonly Mention[];
  readonly datasets: readonly DatasetMention[];
  readonly names: readonly Name[];
  /** Names of the paper's own systems. */
  readonly systems: readonly string[];
}

interface Reason {
  readonly name: string;
  fits(placed: Placed): boolean;
}

const CHANGE_AFTER = /^ ?-?(?:\w{1,12}[- ]){0,2}?(?:faster|slower|speed-?ups?|acceleration|accelerations|improvements?|gains?|increases?|reductions?|decreases?|drops?|boosts?|higher|lower|fewer|less|more|better|cheaper|smaller|savings?|saved|relative|degradation|increment)\b/i;
/** What is counted, in the first words behind a number: sizes of a study, not outcomes of it. */
const COUNTED = /^(?:papers?|tasks?|datasets?|benchmarks?|languages?|models?|domains?|categories|classes|subjects?|participants?|questions?|problems?|images?|videos?|clips?|tokens?|parameters?|params|layers?|heads?|bits?|GPUs?|nodes?|experts?|agents?|scenes?|objects?|environments?|episodes?|demonstrations?|trajectories|steps?|iterations?|epochs?|samples?|examples?|instances?|pairs?|annotations?|prompts?|users?|systems?|methods?|baselines?|experiments?|settings?|scenarios?|types?|modalities|dimensions?|frames?|views?|clouds?|pixels?|characters|words|sentences|documents|dialogues|conversations|turns?|rounds?|stages?|levels?|seeds?|runs?|years?|million|billion|trillion|thousand|shots?|way|B|M|K|k|D)$/;
const COUNTED_SPAN = /^ ?(?:hours?|minutes?) of\b|^ ?out of\b|^ of (?:the )?/;
const CHANGEABLE_COUNT = /(?:fewer|less|reduc|sav|cut|decreas|lower|only)/i;

const REASONS: readonly Reason[] = [
  { name: 'part of a name', fits: ({ number, before, after, sentence }) => number.word === null && (/[A-Za-z_#@$]$/.test(before.replace(/(?:^|[\s(])~$/, ' ')) && !/(?:sim|≈)$/.test(before) || (/[A-Za-z]-$|[A-Za-z]\+$/.test(before) && number.unit === null) || (number.unit === null && /^[A-Za-z_]/.test(after)) || /[\^_{]$/.test(before) || (/(?:^|[^\d%])\/$/.test(before) && number.unit === null) || (number.isInteger && number.unit === null && /^\/\d/.test(sentence.slice(number.end, number.end + 2)))) },
  { name: 'inside the name of the own system', fits: ({ number, sentence, systems }) => systems.some((system) => /\d/.test(system) && isInside(number, sentence, system)) },
  { name: 'inside a name', fits: ({ number, sentence, names }) => number.word === null && names.some((name) => name.start < number.start && number.end < name.end && !/^[+-]/.test(sentence.slice(number.start - 1, number.start)) || name.start < number.start && number.start < name.end && /[A-Za-z]-?$/.test(sentence.slice(name.start, number.start))) },
  { name: 'a compound', fits: ({ number, sentence }) => number.unit === null && number.isInteger && /^-[a-z]/.test(sentence.slice(number.end, number.end + 2)) },
  { name: 'inside the name of a benchmark or metric', fits: ({ number, datasets, metrics }) => [...datasets, ...metrics].some((mention) => number.start < mention.end && mention.start < number.end) },
  { name: 'a name that ends in a number', fits: ({ number, before }) => number.unit === null && /(?:\b(?:GPT|Claude|Gemini|Llama|LLaMA|Qwen|Gemma|Phi|Opus|Sonnet|DeepSeek|Mistral|Version|version|Stage|stage|Table|Figure|Section|Track|Level|Phase|top|Top|Sora|FLUX|RTX|v|CUDA|Grok|Kimi|GLM|o|rank|Type|Task|Chapter)[- .~]?)$/.test(before) },
  { name: 'a year or a date', fits: ({ number, before }) => number.unit === null && number.isInteger && ((number.value >= 1950 && number.value <= 2035 && !/\b(?:of|to|by|score|Elo|from) $/.test(before)) || /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $/.test(before)) },
  { name: 'an enumeration', fits: ({ number, before, after }) => number.unit === null && number.isInteger && number.value < 20 && after.startsWith(')') && (before.endsWith('(') || /(?:^|[:,;.]|\band) $/.test(before)) },
  { name: 'a resolution', fits: ({ before, after, sentence, number }) => /\d ?[×x*] ?$/.test(before) || /^ ?[×x*] ?\d/.test(sentence.slice(number.end, number.end + 4)) || /^ ?(?:resolution|pixels|p\b)/.test(after) },
  { name: 'a p-value or a confidence level', fits: ({ before, after }) => /\bp ?[<=>≤≥] ?$/.test(before) || /^ ?(?:confidence|CI\b|credible)/.test(after) || /\bCI:? ?[[(]?$/.test(before) },
  { name: 'a size', fits: ({ number, sentence, after }) => (number.unit === null && /^ ?[- ]?(?:[BMKTk]\b|TB\b|million|billion|trillion|thousand)/.test(after)) || /^(?:K|TB)\b/.test(sentence.slice(number.end, number.end + 3)) || /^ to \d[\d.]{0,6} ?(?:billion|million|[BMK]\b)/.test(after) },
  { name: 'a setting of compression', fits: ({ number, before, after }) => number.unit === '%' && /\b(?:at|with|under) (?:only |just )?[~]?$/.test(before) && /^ (?:pruning|sparsity|compression|masking|noise|dropout|quantization)\b/.test(after) },
  { name: 'a budget', fits: ({ number, before, after }) => number.unit === null && number.isInteger && /\b(?:with|using|in|within|at) (?:only |just |as few as |merely )?$/.test(before) && /^ (?:[a-z-]{1,16} )?(?:steps?|NFEs?|iterations?|samples|shots?|examples|demonstrations)\b/.test(after) },
  { name: 'an average size', fits: ({ number, after }) => number.unit === null && /^ (?:turns|words|tokens|frames|sentences|questions|images|steps) per (?:session|dialogue|video|sample|document|question|image|task|clip|item)\b/.test(after) },
  { name: 'a number of devices', fits: ({ number, after }) => number.unit === 'x' && /^ ?(?:[A-Z]{1,4}\d|GPUs?\b(?! (?:util|memory|time|hour|usage))|NVIDIA|parameter scal|scale-?up)/.test(after) },
  { name: 'the memory of a device', fits: ({ number, before }) => /^[GM]i?B$/.test(number.unit ?? '') && /\b(?:GPUs?|cards?|RTX \d{4}|A100|H100|device)(?: with)?(?: an?)? ?[(]?$/i.test(before) },
  { name: 'an attribute', fits: ({ number, sentence }) => sentence[number.end] === '-' && number.unit !== null && !/^(?:x|%|points)$/.test(number.unit) && /^-(?:day|days|hour|hours|minute|minutes|second|seconds|month|months|s)\b/.test(sentence.slice(number.end, number.end + 10)) },
  { name: 'money of no result', fits: ({ before, number }) => before.endsWith('$') && number.unit === null && !/\b(?:cost|price|under|for|reduc\w*)\b/i.test(before) },
  { name: 'a share of data or parameters', fits: ({ number, before, after }) => number.unit === '%' && /^ (?:\w{1,12} ){0,2}?(?:of (?:the |its |all |their |our )?(?:\w{1,14} ){0,2}?(?:data|dataset|parameters|params|tokens|labels|samples|annotations|training|layers|weights|users|papers|neurons|heads|population|respondents)|labels|labeled|training data|data\b|sparsity|parameters|masking|masked)/i.test(after) && !/\b(?:only|just|merely|using|requir\w+|reduc\w+|sav\w+) (?:\w{1,12} )?$/i.test(before) },
  { name: 'a threshold or a setting', fits: ({ before, number }) => /\b(?:threshold|ratio|rate|temperature|batch size|window|budget|context|length|size|sparsity|dimension|rank|guidance|k|K|n|N|α|λ|γ|learning rate|resolution|depth|width)(?: of| =|=| is| to)? ?~?$/i.test(before) && (number.unit === null || (number.unit === '%' && /sparsity|ratio of|masking/.test(before))) && !/\b(?:success|win|error|resolve|pass|accuracy|hit|compression|completion|refusal|acceptance|hallucination|detection|speedup|preference|retention|recall)[- ](?:rate|ratio)s?(?: of| =|=| is| to) ?$/i.test(before) },
  { name: 'a count', fits: ({ number, before, after }) => (number.unit === null || /^(?:hours?|minutes?|seconds?|days|months|s|m|K)$/.test(number.unit)) && !CHANGE_AFTER.test(after) && (number.isInteger || number.unit !== null) && (isCounted(after) || (number.unit !== null && /^ ?[- ]?(?:of |long|video|audio|clip|speech|recording|window)/.test(after))) && !(CHANGEABLE_COUNT.test(before.slice(-24)) && /token|step|sample|call/.test(after.slice(0, 20))) },
  { name: 'a length of time that is a setting', fits: ({ number, before, after }) => number.unit !== null && /^(?:hours?|minutes?|seconds?|days|months|s|m|K|Hz|kHz|bits?|W|mm|cm|km|m)$/.test(number.unit) && !/\b(?:in|to|of|within|under|from|by|takes?|requires?|only|than|latency|at|error|about|below|over|up to|=|is|just|vs\.?|achiev\w+|approximately|nearly) ?(?:\w{1,13} )?(?:\w{1,4} )?[~≈<(]?$/i.test(before) && !/^(?: [\w-]{1,24}){0,2} (?:latency|inference|runtime|delay|response)\b/.test(after) && !before.includes(` ${number.unit} `) },
  { name: 'a bare count without a metric', fits: ({ number, before, after, metrics }) => number.unit === null && number.isInteger && number.sign === null && !isBesideMetric(number, before, after, metrics) },
  { name: 'a bare number without a metric', fits: ({ number, before, sentence, metrics, datasets }) => number.unit === null && !number.isInteger && number.sign === null && metrics.length === 0 && datasets.length === 0 && !/\b(?:by|from|to|of|over|score|vs\.?) $/.test(before) && !/\b(?:improv|outperform|achiev|score|reach|obtain|gain)/i.test(sentence) },
  { name: 'a ratio of composition', fits: ({ number, after }) => number.unit === null && /^:\d/.test(after) },
  { name: 'what was known before', fits: ({ sentence, number }) => number.unit === '%' && /\b(?:accounts? for|make up|comprise|constitut\w+|consist of|occup(?:y|ies|ying)|represent(?:s|ing)? (?:about|over|around|roughly)?)\b/i.test(sentence.slice(Math.max(0, number.start - 40), number.start)) },
];

function isInside(number: NumberToken, sentence: string, system: string): boolean {
  const at = sentence.lastIndexOf(system, number.start);
  return at >= 0 && number.end <= at + system.length;
}

/** The rest of a list that a number begins: `1, 2, and 4 steps`. */
const LIST = /^(?:(?:, and |, or |, | and | or )\d[\d.]{0,8}){1,6}/;

function isCounted(behind: string): boolean {
  const after = behind.replace(LIST, '');
  const words = /^[- ]?[\w-]+(?: [\w-]+){0,2}/.exec(after)?.[0].split(/[ -]/) ?? [];
  return COUNTED_SPAN.test(after) || words.slice(0, 4).some((word) => COUNTED.test(word));
}

function isBesideMetric(number: NumberToken, before: string, after: string, metrics: readonly Mention[]): boolean {
  if (/^ ?(?:\/|out of )/.test(after)) return false;
  return metrics.some(({ start, end, ambiguous }) => {
    const gapBefore = number.start - end;
    if (gapBefore >= 0 && gapBefore < 60) {
      const gap = before.slice(-gapBefore || undefined).slice(-gapBefore);
      const links = /^ ?(?:score|value|rating)?s? ?(?:of|to|from|at|=|:|is|was|by|reaches|and|\()?(?: (?:up to|about|around|only|nearly|over|approximately|roughly|just|below|under|above))? ?[~(]?$/i.test(gap);
      if (links || (!ambiguous && /\b(?:from|to|of|by) (?:\w{1,8} )?$/.test(gap) && gap.length < 50 && !/[.;]/.test(gap))) return true;
    }
    const gapAfter = start - number.unitEnd;
    if (gapAfter >= 0 && gapAfter < 30 && /^(?: [A-Za-z-]{2,14}){0,2} $/.test(after.slice(0, gapAfter)) && /^(?:overall )?scores?\b/.test(after.slice(gapAfter))) return true;
    return gapAfter >= 0 && gapAfter <= 1 && !ambiguous;
  });
}

/** Why a number is no result; null where nothing speaks against it. */
export function reasonToSetAside(placed: Placed): string | null {
  return REASONS.find((reason) => reason.fits(placed))?.name ?? null;
}
