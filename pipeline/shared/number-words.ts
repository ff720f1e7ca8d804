/** Numbers that abstracts write as words. */

/** The small ones, by their word. */
export const SMALL_NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20, hundred: 100 };

/** `twice`, `an order of magnitude`, `three times`, `fivefold`, `halves`: how every number in words begins that a result may have. */
const BEGINNING = /^(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)(?:-?fold)?|twice|doubl(?:es|ing|ed)|tripl(?:es|ing|ed)|halv(?:es|ing|ed)|by half|half the)\b/i;

/** Whether `written` is a number in words, or begins with one. */
export function beginsWithNumberWord(written: string): boolean {
  return BEGINNING.test(written);
}
