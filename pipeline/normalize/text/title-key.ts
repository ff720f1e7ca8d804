/** Keys of titles: spellings of one title, differing in case, punctuation or spaces, have the same key. */
import { createHash } from 'node:crypto';

const KEY_DIGITS = 12;

/** A title brought to its letters and digits: compatibility forms folded (NFKC), in lower case. */
export function normalizedTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The first 12 hex digits of SHA-256 of the normalised title; of the title itself where nothing of it is left. */
export function titleKey(title: string): string {
  return createHash('sha256').update(normalizedTitle(title) || title).digest('hex').slice(0, KEY_DIGITS);
}
