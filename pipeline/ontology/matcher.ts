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

interface Trie {
  /** Child by `node * SYMBOLS + symbol`. */
  readonly children: ReadonlyMap<number, number>;
  /** Symbol by folded code unit; 0 for one that no form holds. */
  readonly symbols: Uint8Array;
  readonly forms: ReadonlyMap<number, readonly Form[]>;
}

const SYMBOLS = 256;
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
  const children = new Map<number, number>();
  const symbols = new Uint8Array(0x10000);
  const formsAt = new Map<number, Form[]>();
  let symbolCount = 0;
  let nodeCount = 0;
  for (const form of forms) {
    let node = 0;
    const key = normalizeSurface(form.written);
    for (let index = 0; index < key.length; index += 1) {
      const code = key.charCodeAt(index);
      symbols[code] ||= (symbolCount += 1);
      const edge = node * SYMBOLS + (symbols[code] ?? 0);
      node = children.get(edge) ?? (nodeCount += 1);
      children.set(edge, node);
    }
    const here = formsAt.get(node) ?? [];
    const exact = form.exactCase ? exactSurface(form.written) : null;
    formsAt.set(node, exact === null ? [...here, { ...form, exact }] : [{ ...form, exact }, ...here]);
  }
  if (symbolCount >= SYMBOLS) throw new RangeError(`surface forms hold ${symbolCount} characters, at most ${SYMBOLS - 1} fit`);
  return { children, symbols, forms: formsAt };
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
    const child = trie.children.get(node * SYMBOLS + (trie.symbols[folded] ?? 0));
    if (child === undefined) break;
    node = child;
    const forms = trie.forms.get(node);
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
