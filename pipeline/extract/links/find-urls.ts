/** Finds addresses in running text and takes off what belongs to the sentence around them. */

import { HOST_NAME } from '../../../schemas/primitives.ts';

/** An address as it stands in a text. */
export interface FoundUrl {
  /** Absolute and clean. */
  readonly url: string;
  /** Where it begins in the text. */
  readonly start: number;
}

const LONGEST_URL = 500;
/** With a scheme, or bare where the host alone says that it is one. */
const CANDIDATE = /https?:\/\/[^\s<>"{}|\\^`]+|(?<![\w@/.-])(?:www\.|github\.com\/|gitlab\.com\/|huggingface\.co\/)[^\s<>"{}|\\^`]+|(?<![\w@/.-])[a-z0-9-]{1,60}\.github\.io(?:\/[^\s<>"{}|\\^`]*)?/gi;
/** Most sentences hold none, and this tells so in a third of the time. */
const MAY_HOLD = /:\/\/|www\.|git(?:hub|lab)\.|huggingface\.co/i;
const SENTENCE_SIGNS = '.,;:!?\'"*’”…';
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const TRACKING = /^(?:utm_[a-z]{1,20}|fbclid|gclid|ref_src|igshid|mc_cid|mc_eid)$/;

/** Every address of `text`, in order; what cannot be parsed, or holds a password, is none. */
export function findUrls(text: string): readonly FoundUrl[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: FoundUrl[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const url = cleanUrl(match[0]);
    if (url !== null) found.push({ url, start: match.index });
  }
  return found;
}

/**
 * An address as written, made absolute and clean: no punctuation of the sentence at its end, no bracket that opened
 * before it, no tracking parameters. Gives null where it is no http address with a host name, or over 500 characters.
 */
export function cleanUrl(written: string): string | null {
  const bare = withoutSentenceSigns(written.trim());
  const absolute = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (absolute.length > LONGEST_URL || !URL.canParse(absolute)) return null;
  const { hostname, username, password, search, protocol } = new URL(absolute);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || !HOST_NAME.test(hostname)) return null;
  return search === '' ? absolute : withoutTracking(absolute);
}

function withoutSentenceSigns(written: string): string {
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written[end - 1] ?? '';
    const opening = BRACKETS[last];
    const unopened = opening !== undefined && !written.slice(0, end).includes(opening);
    if (!SENTENCE_SIGNS.includes(last) && !unopened) break;
  }
  return written.slice(0, end);
}

function withoutTracking(absolute: string): string {
  const [address = '', fragment] = absolute.split('#', 2);
  const [place = '', query = ''] = address.split('?', 2);
  const kept = query.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  return place + (kept.length > 0 ? `?${kept.join('&')}` : '') + (fragment === undefined ? '' : `#${fragment}`);
}
