/**
 * Quotation marks and dashes that TeX writes with other signs. Two hyphens are an en dash in TeX and an em dash in plain
 * text, and abstracts mean now one, now the other: only between numbers, where both are a range, are they repaired.
 * `a form -- it is` and `hand--object` stay as they are.
 */
import type { Rule } from './rule.ts';

export const QUOTE_RULES: readonly Rule[] = [
  {
    name: 'double-quotes',
    example: ['the ``next-neighbor prediction" and ``token\'\'', 'the "next-neighbor prediction" and "token"'],
    cues: ['``'],
    pattern: /(?<!`)``(?!`)((?:[^`"']|'(?!')){1,300})(?:''|")/g,
    replacement: '"$1"',
  },
  {
    name: 'double-apostrophes',
    // Around words: after a letter or a number they are primes, as in f'' and 5''.
    example: ["on ''happy paths'', largely", 'on "happy paths", largely'],
    cues: ["''"],
    pattern: /(?<![\w'`)])''((?=[A-Za-z\d])(?:[^`"']|'(?!')){1,300})(?<! )''(?!['\w])/g,
    replacement: '"$1"',
  },
  {
    name: 'single-quotes',
    example: ["a `less is more' pattern; `code` stays", "a 'less is more' pattern; `code` stays"],
    cues: ['`'],
    pattern: /(?<![`\w])`([A-Za-z\d][^`'"]{0,80})'(?![\w'])/g,
    replacement: "'$1'",
  },
  {
    name: 'em-dash',
    example: ['the model---trained once---wins', 'the model—trained once—wins'],
    cues: ['---'],
    pattern: /(?<=[\w)"%])( ?)---( ?)(?=[\w("\\])/g,
    replacement: '$1—$2',
  },
  {
    name: 'number-range',
    example: ['3.6--8.4%, 92%--102%, 0.6B--14B', '3.6–8.4%, 92%–102%, 0.6B–14B'],
    cues: ['--'],
    pattern: /(?<=\d ?[%×xkKMBTG°]?)--(?=\d)/g,
    replacement: '–',
  },
];
