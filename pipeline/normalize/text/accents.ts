/** Accents that TeX writes as commands before a letter. */
import type { Rule } from './rule.ts';

const COMBINING: Readonly<Record<string, string>> = {
  '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  c: '\u0327', v: '\u030c', H: '\u030b', u: '\u0306', k: '\u0328', r: '\u030a',
};

/** The letter with the accent as one character; as it was where Unicode has no such letter. */
function accented(written: string, accent: string, letter: string): string {
  const composed = (letter + (COMBINING[accent] ?? '')).normalize('NFC');
  return composed.length === 1 ? composed : written;
}

const LETTERS: Readonly<Record<string, string>> = { ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' };

export const ACCENT_RULES: readonly Rule[] = [
  {
    name: 'accent-sign',
    example: ['na\\"ive and Bolet\\\'{\\i}n', 'naïve and Boletín'],
    cues: ['\\"', "\\'", '\\`', '\\^', '\\~'],
    pattern: /\\(["'`^~])\{?\\?([aceinosuyzACEINOSUYZ])\}?/g,
    replacement: accented,
  },
  {
    name: 'accent-letter',
    example: ['Ko\\v{c}i and Gar\\c{c}on', 'Koči and Garçon'],
    cues: ['\\c{', '\\v{', '\\H{', '\\u{', '\\k{', '\\r{'],
    pattern: /\\([cvHukr])\{([A-Za-z])\}/g,
    replacement: accented,
  },
  {
    name: 'special-letter',
    example: ['Stra\\ss{}e', 'Straße'],
    cues: ['{}'],
    pattern: /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L)\{\}/g,
    replacement: (written, name) => LETTERS[name ?? ''] ?? written,
  },
];
