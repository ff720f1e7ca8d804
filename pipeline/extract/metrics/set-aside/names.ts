/** Numbers that are part of a name, of a date, or of how the text is ordered. */
import { isBare, isBareInteger, type Placed, type Reason } from './placed.ts';

const HEDGE = /(?:^|[\s(])~$/;
const LETTER_BEFORE = /[A-Za-z_#@$]$/;
const APPROXIMATELY = /(?:sim|≈)$/;
const JOINED_BEFORE = /[A-Za-z]-$|[A-Za-z]\+$/;
const INDEX_BEFORE = /[\^_{]$/;
const SLASH_BEFORE = /(?:^|[^\d%])\/$/;
const NUMBERED =
  /(?:\b(?:GPT|Claude|Gemini|Llama|LLaMA|Qwen|Gemma|Phi|Opus|Sonnet|DeepSeek|Mistral|Grok|Kimi|GLM|Sora|FLUX|RTX|CUDA|Version|version|Stage|stage|Table|Figure|Section|Chapter|Track|Level|Phase|Type|Task|rank|top|Top|v|o)[- .~]?)$/;
const MONTH_BEFORE = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $/;
/** `an Elo of 1990` is no year. */
const SCORE_BEFORE = /\b(?:of|to|by|score|Elo|from) $/;
const [FIRST_YEAR, LAST_YEAR] = [1950, 2035];
const LONGEST_ENUMERATION = 20;

function isPartOfWord({ number, before, after, sentence }: Placed): boolean {
  if (LETTER_BEFORE.test(before.replace(HEDGE, ' ')) && !APPROXIMATELY.test(before)) return true;
  if (INDEX_BEFORE.test(before)) return true;
  if (number.unit !== null) return false;
  return JOINED_BEFORE.test(before) || /^[A-Za-z_]/.test(after) || SLASH_BEFORE.test(before) || (number.isInteger && /^\/\d/.test(sentence.slice(number.end, number.end + 2)));
}

/** `DreamForge-World 0.1 Preview`, `PAR-4X`: the name goes on behind the number, or holds it without a blank. */
function isInsideName({ number, sentence, names }: Placed): boolean {
  return names.some(({ start, end }) => {
    if (start >= number.start || number.start >= end) return false;
    const goesOn = number.end < end && !/^[+-]/.test(sentence.slice(number.start - 1, number.start));
    return goesOn || /[A-Za-z]-?$/.test(sentence.slice(start, number.start));
  });
}

function isInsideSystem({ number, sentence, systems }: Placed): boolean {
  return systems.some((system) => {
    const at = /\d/.test(system) ? sentence.lastIndexOf(system, number.start) : -1;
    return at >= 0 && number.end <= at + system.length;
  });
}

export const REASONS_OF_NAMES: readonly Reason[] = [
  { name: 'part of a name', fits: (placed) => placed.number.word === null && isPartOfWord(placed) },
  { name: 'inside the name of the own system', fits: isInsideSystem },
  { name: 'inside a name', fits: (placed) => placed.number.word === null && isInsideName(placed) },
  { name: 'a compound', fits: (placed) => isBareInteger(placed) && /^-[A-Za-z]/.test(placed.sentence.slice(placed.number.end, placed.number.end + 2)) },
  {
    name: 'inside the name of a benchmark or metric',
    fits: ({ number, datasets, metrics }) => [...datasets, ...metrics].some(({ start, end }) => number.start < end && start < number.end),
  },
  { name: 'a name that ends in a number', fits: (placed) => isBare(placed) && NUMBERED.test(placed.before) },
  {
    name: 'a year or a date',
    fits(placed) {
      const { value } = placed.number;
      const isYear = value >= FIRST_YEAR && value <= LAST_YEAR && !SCORE_BEFORE.test(placed.before);
      return isBareInteger(placed) && (isYear || MONTH_BEFORE.test(placed.before));
    },
  },
  {
    name: 'an enumeration',
    fits(placed) {
      const { before, after, number } = placed;
      return isBareInteger(placed) && number.value < LONGEST_ENUMERATION && after.startsWith(')') && (before.endsWith('(') || /(?:^|[:,;.]|\band) $/.test(before));
    },
  },
];
