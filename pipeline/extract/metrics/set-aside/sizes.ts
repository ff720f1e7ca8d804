/** Numbers that say how large something is: counts, sizes and shares of a study, not outcomes of it. */
import { isBare, type Placed, type Reason } from './placed.ts';

/** What is counted, in the first words behind a number. */
const COUNTED =
  /^(?:papers?|tasks?|datasets?|benchmarks?|languages?|models?|domains?|categories|classes|subjects?|participants?|questions?|problems?|images?|videos?|clips?|tokens?|parameters?|params|layers?|heads?|bits?|GPUs?|nodes?|experts?|agents?|scenes?|objects?|environments?|episodes?|demonstrations?|trajectories|steps?|iterations?|epochs?|samples?|examples?|instances?|pairs?|annotations?|prompts?|users?|systems?|methods?|baselines?|experiments?|settings?|scenarios?|types?|modalities|dimensions?|frames?|views?|clouds?|pixels?|characters|words|sentences|documents|dialogues|conversations|turns?|rounds?|stages?|levels?|seeds?|runs?|years?|million|billion|trillion|thousand|shots?|way|applications|apps|websites|repositories|competitions|countries|people|speakers|hospitals|patients|genes|cells|rules|tools|APIs|functions|files|B|M|K|k|D)$/;
const COUNTED_SPAN = /^ ?(?:hours?|minutes?) of\b|^ ?out of\b|^ of (?:the )?/;
const COUNTED_UNIT = /^(?:hours?|minutes?|seconds?|days|months|s|m|K)$/;
/** `totaling over 8,743 hours`: of data. */
const TOTAL_BEFORE = /\b(?:total(?:ing|ling|s)?|comprising|comprises|containing|contains|spanning|covering) (?:of )?(?:over |about |around |more than |nearly |approximately |up to )?~?$/i;
const COUNTED_LENGTH = /^ ?[- ]?(?:of |long|video|audio|clip|speech|recording|window)/;
/** The rest of a list that a number begins: `1, 2, and 4 steps`. */
const LIST = /^(?:(?:, and |, or |, | and | or )\d[\d.]{0,8}){1,6}/;
const CHANGE_AFTER =
  /^ ?-?(?:\w{1,12}[- ]){0,2}?(?:faster|slower|speed-?ups?|acceleration|accelerations|improvements?|gains?|increases?|reductions?|decreases?|drops?|boosts?|higher|lower|fewer|less|more|better|cheaper|smaller|savings?|saved|relative|degradation|increment)\b/i;
/** `uses only 16 tokens`: a count that a method brings down is a result. */
const BROUGHT_DOWN = /(?:fewer|less|reduc|sav|cut|decreas|lower|only)/i;
const COST = /token|step|sample|call/;

const MAGNITUDE_AFTER = /^ ?[- ]?(?:[BMKTk]\b|TB\b|million|billion|trillion|thousand)/;
const MAGNITUDE_OF_RANGE = /^ to \d[\d.]{0,6} ?(?:billion|million|[BMK]\b)/;
const AVERAGE_SIZE = /^ (?:turns|words|tokens|frames|sentences|questions|images|steps) per (?:session|dialogue|video|sample|document|question|image|task|clip|item)\b/;
const DEVICES = /^ ?(?:[A-Z]{1,4}\d|GPUs?\b(?! (?:util|memory|time|hour|usage))|NVIDIA|parameter scal|scale-?up)/;
const DEVICE_BEFORE = /\b(?:GPUs?|cards?|RTX \d{4}|A100|H100|device)(?: with)?(?: an?)? ?[(]?$/i;
const SHARE_AFTER =
  /^ (?:\w{1,12} ){0,2}?(?:of (?:the |its |all |their |our )?(?:\w{1,14} ){0,2}?(?:data|dataset|parameters|params|tokens|labels|samples|annotations|training|layers|weights|users|papers|neurons|heads|population|respondents)|labels|labeled|training data|data\b|sparsity|parameters|masking|masked)/i;
const SHARE_SAVED = /\b(?:only|just|merely|using|requir\w+|reduc\w+|sav\w+) (?:\w{1,12} )?$/i;

function isCounted(behind: string): boolean {
  const after = behind.replace(LIST, '');
  const words = /^[- ]?[\w-]+(?: [\w-]+){0,2}/.exec(after)?.[0].split(/[ -]/) ?? [];
  return COUNTED_SPAN.test(after) || words.slice(0, 4).some((word) => COUNTED.test(word));
}

function isCount({ number, before, after }: Placed): boolean {
  if (number.unit === null ? !number.isInteger : !COUNTED_UNIT.test(number.unit)) return false;
  if (CHANGE_AFTER.test(after) || (BROUGHT_DOWN.test(before.slice(-24)) && COST.test(after.slice(0, 20)))) return false;
  return isCounted(after) || (number.unit !== null && COUNTED_LENGTH.test(after));
}

function isResolution({ before, after, sentence, number }: Placed): boolean {
  return /\d ?[×x*] ?$/.test(before) || /^ ?[×x*] ?\d/.test(sentence.slice(number.end, number.end + 4)) || /^ ?(?:resolution|pixels|p\b)/.test(after);
}

function isSize(placed: Placed): boolean {
  const { number, sentence, after } = placed;
  return (isBare(placed) && MAGNITUDE_AFTER.test(after)) || /^(?:K|TB)\b/.test(sentence.slice(number.end, number.end + 3)) || MAGNITUDE_OF_RANGE.test(after);
}

export const REASONS_OF_SIZES: readonly Reason[] = [
  { name: 'a resolution', fits: isResolution },
  { name: 'a size', fits: isSize },
  { name: 'an average size', fits: (placed) => isBare(placed) && AVERAGE_SIZE.test(placed.after) },
  { name: 'a number of devices', fits: ({ number, after }) => number.unit === 'x' && DEVICES.test(after) },
  { name: 'the memory of a device', fits: ({ number, before }) => /^[GM]i?B$/.test(number.unit ?? '') && DEVICE_BEFORE.test(before) },
  { name: 'money of no result', fits: (placed) => isBare(placed) && placed.before.endsWith('$') && !/\b(?:cost|price|under|for|reduc\w*)\b/i.test(placed.before) },
  { name: 'a share of data or parameters', fits: ({ number, before, after }) => number.unit === '%' && SHARE_AFTER.test(after) && !SHARE_SAVED.test(before) },
  { name: 'a ratio of composition', fits: (placed) => isBare(placed) && /^:\d/.test(placed.after) },
  { name: 'a total', fits: (placed) => TOTAL_BEFORE.test(placed.before) && COUNTED_UNIT.test(placed.number.unit ?? '') },
  { name: 'a count', fits: isCount },
];
