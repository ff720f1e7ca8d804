/** The piece of an abstract that a result was read from: the number, its metric where close, and some words around. */

const WORDS_BEFORE = 5;
const WORDS_AFTER = 6;
const WIDEST = 240;

/** Start and end of the evidence for a number at `start`, within its sentence; `include` widens it to a name that is near. */
export function evidenceSpan(sentence: string, start: number, end: number, include: { readonly start: number; readonly end: number } | null): readonly [number, number] {
  const near = include !== null && Math.abs(include.start - start) < 120 ? include : null;
  const from = stepBack(sentence, Math.min(start, near?.start ?? start), near !== null && near.start < start ? 1 : WORDS_BEFORE);
  const to = stepOn(sentence, Math.max(end, near?.end ?? end), near !== null && near.end > end ? 1 : WORDS_AFTER);
  return to - from <= WIDEST ? [from, to] : [stepBack(sentence, start, 2), stepOn(sentence, end, 2)];
}

function stepBack(sentence: string, from: number, words: number): number {
  let at = from;
  for (let word = 0; word < words && at > 0; word += 1) at = Math.max(0, sentence.lastIndexOf(' ', at - 2) + 1);
  return at;
}

function stepOn(sentence: string, from: number, words: number): number {
  let at = from;
  for (let word = 0; word <= words && at < sentence.length; word += 1) {
    const blank = sentence.indexOf(' ', at + 1);
    at = blank < 0 ? sentence.length : blank;
  }
  return sentence.slice(from, at).search(/[;]/) >= 0 ? from + sentence.slice(from, at).search(/[;]/) : at;
}
