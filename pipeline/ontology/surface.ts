/** How surface forms are compared: by their letters, digits and signs, without case, accents, spaces and hyphens. */

const SEPARATORS = " \t\n\r\u00A0\u202F_\\'`’‘-‐‑‒–—−";
const MULTIPLICATION_SIGNS = '×✕*⋅';

/** Blocks whose characters fold to plainer ones: Latin, Greek and Cyrillic letters, sub- and superscripts. */
const FOLDED_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x21, 0x52f],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
];

/** Folded code unit by code unit; 0 for a separator. */
const FOLD = foldTable();

function foldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (const [first, last] of FOLDED_BLOCKS) {
    for (let code = first; code <= last; code += 1) table[code] = plainest(String.fromCharCode(code));
  }
  for (const sign of MULTIPLICATION_SIGNS) table[sign.charCodeAt(0)] = 'x'.charCodeAt(0);
  for (const separator of SEPARATORS) table[separator.charCodeAt(0)] = 0;
  return table;
}

function plainest(character: string): number {
  return character.normalize('NFKD').toLowerCase().charCodeAt(0);
}

/** The code unit that `code` counts as in a comparison; 0 for a separator: a space, a hyphen, an apostrophe. */
export function foldedCode(code: number): number {
  return FOLD[code] ?? code;
}

/** Whether a letter or digit stands at `index`: a surface form neither begins nor ends between two of them. */
export function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0xc0) return code !== 0xd7 && code !== 0xf7 && code < 0x2000;
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * The form of `written` that spellings share: `Top-1`, `top 1` and `TOP1` are all `top1`, `256×256` and `256*256` are
 * both `256x256`.
 */
export function normalizeSurface(written: string): string {
  return fold(written, foldedCode);
}

/** As normalizeSurface, with case and accents kept: what forms that count only in their own case are compared by. */
export function exactSurface(written: string): string {
  return fold(written, (code) => (foldedCode(code) === 0 ? 0 : code));
}

function fold(written: string, folded: (code: number) => number): string {
  let form = '';
  for (let index = 0; index < written.length; index += 1) {
    const code = folded(written.charCodeAt(index));
    if (code !== 0) form += String.fromCharCode(code);
  }
  return form;
}
