/** Names in a sentence that no table need know: `Claude 3.5 Sonnet`, `vLLM`, `NIAH-S2@256K`, `LiveCodeBench V5`. */

export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word with a capital, or with a digit or capital further on; signs that names hold may stand inside it. */
const NAME_WORD = /(?<![\w@+.-])(?:[A-ZΑ-Ω][\w@+.'’-]{0,40}|[a-z][a-z-]{0,14}[A-Z0-9][\w@+.-]{0,40})/gu;
/** What may follow the first word of a name, a blank between: a version, or another word with a capital. */
const CONTINUES = /^ (?:[A-ZV][\w.+@-]{0,30}|v\d[\w.]{0,8}|\d{1,4}(?:\.\d{1,2}){0,2}(?![\w%×.]))/u;
/** Words that begin a sentence or join two clauses with a capital, and name nothing. */
const PLAIN = new Set('A An The This These Those We Our It Its In On At By For From With To Of And But Or As If While When Although Through Using Compared Extensive Experiments Experimental Results Evaluations Evaluation Empirically Notably Specifically Moreover Furthermore Additionally Importantly Finally However Across Under Both All Most Even Despite Unlike Given Based Our Their Together Overall First Second Third Code Project Also Here There Such Only One Two Three Remarkably Surprisingly Crucially Meanwhile Similarly Trained Applied Tested Evaluated Despite Without Within After Before Among Between Beyond Built Combined Human Humans I II III'.split(' '));
const MOST_WORDS = 4;

/** The names of `sentence`, in order. */
export function findNames(sentence: string): readonly Name[] {
  const names: Name[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NAME_WORD)) {
    const start = match.index;
    if (start < from || PLAIN.has(match[0]) || isPlainStart(sentence, start, match[0])) continue;
    const end = endOfName(sentence, start + match[0].length);
    const text = sentence.slice(start, end).replace(/(?:['’]s|[.'’-])$/, '');
    names.push({ text, start, end: start + text.length });
    from = end;
  }
  return names;
}

/** An ordinary word that has its capital from the start of the sentence. */
function isPlainStart(sentence: string, start: number, word: string): boolean {
  return start === 0 && /^[A-Z][a-z]+$/.test(word) && !/^ [A-Z]/.test(sentence.slice(word.length, word.length + 2));
}

function endOfName(sentence: string, firstEnd: number): number {
  let end = firstEnd;
  for (let words = 1; words < MOST_WORDS && !/['’.]s?$/.test(sentence.slice(end - 2, end)); words += 1) {
    const next = CONTINUES.exec(sentence.slice(end, end + 40))?.[0];
    if (next === undefined || PLAIN.has(next.trim())) break;
    end += next.length;
  }
  return end;
}

/** Written as no ordinary word is: a second capital, a digit or a hyphen in it. */
export function isDistinct(name: string): boolean {
  return /^.+[A-Z0-9]|-/.test(name);
}

/** The name of a model by its size or family: `HypeNet-5B`, `Qwen2.5-VL-7B`, `GPT-4o`. */
export function isModelName(name: string): boolean {
  return MODEL.test(name);
}

const MODEL = /[- ]\d+(?:\.\d+)?[BM]\b|^(?:Chat)?(?:GPT|Claude|Gemini|Llama|LLaMA|LLAMA|Qwen|Gemma|Phi|DeepSeek|Mistral|Mixtral|Grok|Kimi|GLM|InternVL|InternLM|LLaVA|FLUX|SDXL|Sora|BERT|RoBERTa|T5|ViT|ResNet|Mamba|DiT|Whisper|o[134])(?![a-z])/;
