/** Keys of titles: spellings of one title, differing in case, punctuation, spaces or residue, have the same key. */
import { createHash } from 'node:crypto';
import { cleanTitle } from './clean.ts';

const KEY_DIGITS = 12;

/**
 * A title cleaned and brought to its letters and digits: compatibility forms folded (NFKC), case folded. One that has
 * neither stays as it is.
 */
export function normalizedTitle(title: string): string {
  const compatible = cleanTitle(title).normalize('NFKC');
  return foldCase(compatible.replaceAll(/[^\p{L}\p{N}]+/gu, '')) || compatible;
}

/** The first 12 hex digits of SHA-256 of the normalised title. */
export function titleKey(title: string): string {
  return createHash('sha256').update(normalizedTitle(title)).digest('hex').slice(0, KEY_DIGITS);
}

/** By way of upper case, which alone joins `ß` and `ss`. */
function foldCase(letters: string): string {
  return letters.toUpperCase().toLowerCase().normalize('NFKC');
}
