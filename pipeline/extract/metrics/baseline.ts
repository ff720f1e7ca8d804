/** What a change is measured against: the words behind `over`, `than`, `compared to`, and after verbs of comparison. */

const AFTER_WORD = /\b(?:over|than|compared (?:to|with)|relative to|vs\.?|versus|against|outperform(?:s|ing|ed)?|surpass(?:es|ing|ed)?|exceed(?:s|ing|ed)?|beat(?:s|ing)?) (?:that of |those of )?(?:the |its |their |a |an )?([A-Za-z][^\s,.;:()]*(?: [^\s,.;:()]+){0,6})/g;
const STOP_WORD = /^(?:by|on|in|with|while|across|using|at|for|when|and|under|without|achiev\w*|by|from|to|is|are|as|which|that|respectively|reach\w*|despite|yielding|but)$/i;
const NOT_A_NAME = /^(?:\d|half|other|one|two|all|time|twice|them|it|this|that|ever|previously|before|expected|time|multiple|several|three|four)\b/i;

/** What follows the comparison nearest to offset `at` of `sentence`, as written; null where none is named. */
export function baselineNear(sentence: string, at: number): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const match of sentence.matchAll(AFTER_WORD)) {
    const name = cut(match[1] ?? '');
    if (name === '' || NOT_A_NAME.test(name)) continue;
    const distance = match.index >= at ? match.index - at : (at - match.index) * 1.2;
    if (distance < 160 && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** The phrase up to the first word that cannot belong to a name. */
function cut(phrase: string): string {
  const words = phrase.split(' ');
  const stop = words.findIndex((word) => STOP_WORD.test(word));
  return words.slice(0, stop < 0 ? words.length : stop).join(' ');
}
