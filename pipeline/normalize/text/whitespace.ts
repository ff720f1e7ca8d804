/** White space and invisible characters: what every text gets, whatever else is repaired. */

/** Control characters, soft hyphens, zero-width and direction marks; those that are white space come before. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;
/** Anything but printable ASCII and single line breaks; most texts have none of it. */
const NOT_PLAIN = /[^\n -~]/;
/** Every run of white space but a single space: most runs are that, and stay. */
const FOLDABLE = / [\s\u0085]+|(?:[^\S ]|\u0085)[\s\u0085]*/g;
/** Joiners that follow ASCII join nothing. Elsewhere they spell: Persian, Indic scripts, emoji. */
// eslint-disable-next-line no-control-regex -- the ASCII range begins with a control character
const IDLE_JOINERS = /(?<![^\u0000-\u007f])[\u200c\u200d]+/g;

/**
 * Makes text well-formed and NFC, takes out what cannot be seen, folds each run of white space (hard wraps, no-break
 * spaces) to one space, and trims. Idempotent.
 */
export function tidy(text: string): string {
  if (!NOT_PLAIN.test(text)) return fold(text);
  const folded = fold(text.toWellFormed().replaceAll(INVISIBLE, '').normalize('NFC'));
  const joined = folded.replaceAll(IDLE_JOINERS, '');
  // What stood on either side of a joiner may now compose or fold; no new idle joiner can come of that.
  return joined === folded ? folded : tidy(joined);
}

function fold(text: string): string {
  return text.replaceAll(FOLDABLE, ' ').trim();
}
