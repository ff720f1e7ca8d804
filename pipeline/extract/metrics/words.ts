/** Walks over the words before a number: past those that carry no meaning of their own, to the one that does. */

/** The words of `text`, in lower case, the last first; hedging signs are no part of them. */
export function wordsBackwards(text: string, most: number): readonly string[] {
  return text.trimEnd().split(/[\s(]/).slice(-most).toReversed().map((word) => word.toLowerCase().replace(/^[~≈+<>≥≤$-]/, '')).filter((word) => word !== '');
}

/** The first word, going backwards, that is none of `fillers`; empty where there is none among the last `most`. */
export function firstMeaning(text: string, fillers: ReadonlySet<string>, most: number): string {
  return wordsBackwards(text, most).find((word) => !fillers.has(word)) ?? '';
}

/** A set of the words in a list with blanks between. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
