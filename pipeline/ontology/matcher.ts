/** Finds surface forms in running text: a trie over their folded letters, walked from a word's start. */
import { exactSurface, foldedCode, isWordAt, normalizeSurface } from './surface.ts';

/** A way that an entry of the ontology is written. */
export interface SurfaceForm {
  readonly id: string;
  readonly written: string;
  /** Means other things too: only other words nearby make it this entry. */
  readonly ambiguous: boolean;
  /** Counts only in this case: `AP`, not `ap`. */
  readonly exactCase: boolean;
}

/** A surface form found in a text, up to but not including `end`. */
export interface SurfaceMatch {
  readonly id: string;
  readonly end: number;
  readonly ambiguous: boolean;
}

export interface Matcher {
  /** The longest surface form that begins at `start`, or null; takes time in the length of the longest form. */
  matchAt(text: string, start: number): SurfaceMatch | null;
  /** The entry that `written`, as a whole, is a surface form of. */
  idOf(written: string): string | null;
}

export interface MatcherOptions {
  /** Whether a form may end in a plural s that it is not written with. */
  readonly plural: boolean;
}

interface Form {
  readonly id: string;
  readonly ambiguous: boolean;
  /** What the text must read, separators aside; null where its case does not matter. */
  readonly exact: string | null;
}

/** A dense table: a walk over an abstract takes a look-up per letter, and a hash table there halves the whole extractor's pace. */
interface Trie {
  /** Child by `node * width + symbol`; 0 for none. */
  readonly children: Int32Array;
  readonly width: number;
  /** Symbol by folded code unit; 0 for one that no form holds. */
  readonly symbols: Uint8Array;
  readonly forms: readonly (readonly Form[] | undefined)[];
}

const MOST_SYMBOLS = 255;
/** Characters between two words of a form: ` - ` is the widest that is written. */
const WIDEST_GAP = 3;

/**
 * Builds a matcher of `forms`.
 * Of two that differ by case alone, the one that counts only in its own case is tried first.
 */
export function buildMatcher(forms: readonly SurfaceForm[], options: MatcherOptions): Matcher {
  const trie = buildTrie(forms);
  return {
    matchAt: (text, start) => longestMatch(trie, options, text, start),
    idOf: (written) => longestMatch(trie, options, written, 0, written.length)?.id ?? null,
  };
}

function buildTrie(forms: readonly SurfaceForm[]): Trie {
  const keys = forms.map(({ written }) => normalizeSurface(written));
  const { symbols, width } = symbolsOf(keys);
  const most = keys.reduce((sum, key) => sum + key.length, 1);
  const children = new Int32Array(most * width);
  const formsAt: (readonly Form[] | undefined)[] = [undefined];
  for (const [index, form] of forms.entries()) {
    const key = keys[index] ?? '';
    let node = 0;
    for (let at = 0; at < key.length; at += 1) {
      const edge = node * width + (symbols[key.charCodeAt(at)] ?? 0);
      node = children[edge] ||= formsAt.push(undefined) - 1;
    }
    const exact = form.exactCase ? exactSurface(form.written) : null;
    const here = formsAt[node] ?? [];
    formsAt[node] = exact === null ? [...here, { ...form, exact }] : [{ ...form, exact }, ...here];
  }
  return { children: children.slice(0, formsAt.length * width), width, symbols, forms: formsAt };
}

/** Numbers the code units of `keys` from 1; the width of a table by symbol is one more than there are. */
function symbolsOf(keys: readonly string[]): Pick<Trie, 'symbols' | 'width'> {
  const symbols = new Uint8Array(0x10000);
  let width = 1;
  for (const key of keys) {
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at);
      if (symbols[code] !== 0) continue;
      if (width > MOST_SYMBOLS) throw new RangeError(`surface forms hold more than ${MOST_SYMBOLS} characters`);
      symbols[code] = width;
      width += 1;
    }
  }
  return { symbols, width };
}

function longestMatch(trie: Trie, options: MatcherOptions, text: string, start: number, only?: number): SurfaceMatch | null {
  if (start > 0 && isWordAt(text, start - 1) && isWordAt(text, start)) return null;
  let longest: SurfaceMatch | null = null;
  let node = 0;
  let gap = 0;
  for (let index = start; index < text.length; index += 1) {
    const folded = foldedCode(text.charCodeAt(index));
    if (folded === 0) {
      gap += 1;
      if (node === 0 || gap > WIDEST_GAP) break;
      continue;
    }
    gap = 0;
    const symbol = trie.symbols[folded] ?? 0;
    const child = symbol === 0 ? 0 : (trie.children[node * trie.width + symbol] ?? 0);
    if (child === 0) break;
    node = child;
    const forms = trie.forms[node];
    const end = forms === undefined ? -1 : formEnd(text, index + 1, options);
    if (forms === undefined || end < 0 || (only !== undefined && end !== only)) continue;
    const found = forms.find((form) => form.exact === null || form.exact === exactSurface(text.slice(start, index + 1)));
    if (found !== undefined) longest = { id: found.id, end, ambiguous: found.ambiguous };
  }
  return longest;
}

/** Where a form whose last letter stands before `end` ends, a plural s included; -1 where the word or number goes on. */
function formEnd(text: string, end: number, options: MatcherOptions): number {
  if (!isWordAt(text, end)) return goesOnAsNumber(text, end) ? -1 : end;
  const plural = options.plural && text[end] === 's' && !isWordAt(text, end + 1);
  return plural && !isDigitAt(text, end - 1) ? end + 1 : -1;
}

/** Whether the digit before `end` is part of a longer number or a percentage: `AP 50.2`, `top 5%`. */
function goesOnAsNumber(text: string, end: number): boolean {
  if (!isDigitAt(text, end - 1)) return false;
  const next = text[end];
  return next === '%' || ((next === '.' || next === ',') && isDigitAt(text, end + 1));
}

function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x30 && code <= 0x39;
}
