/** Sentences of an abstract, with where they begin. */

export interface Sentence {
  readonly text: string;
  /** Offset of the sentence in the abstract. */
  readonly start: number;
}

/** A stop, closing signs after it, and what a new sentence begins with. */
const BOUNDARY = /[.!?]["')\]”]{0,2} +(?=["'([“*]?[A-Z0-9])/g;
/** Words whose full stop ends no sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|et al|cf|resp|approx|Fig|Eq|Sec|Tab|No|w\.r\.t|Dr|St|avg|max|min)|\b[A-Z])$/;

/** Splits a text into sentences; their texts and the blanks between are the text. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const boundary of text.matchAll(BOUNDARY)) {
    if (ABBREVIATION.test(text.slice(Math.max(start, boundary.index - 8), boundary.index))) continue;
    const end = boundary.index + boundary[0].length;
    sentences.push({ text: text.slice(start, end).trimEnd(), start });
    start = end;
  }
  if (start < text.length) sentences.push({ text: text.slice(start), start });
  return sentences;
}
