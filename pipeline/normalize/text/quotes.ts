/** Quotation marks and dashes that TeX writes with other signs. */
import type { Rule } from './rule.ts';

export const QUOTE_RULES: readonly Rule[] = [
  {
    name: 'double-quotes',
    example: ['the ``next-neighbor prediction" and ``token\'\'', 'the "next-neighbor prediction" and "token"'],
    cues: ['``'],
    pattern: /``([^`"]{1,200}?)(?:''|")/g,
    replacement: '"$1"',
  },
  {
    name: 'em-dash',
    example: ['the model---trained once---wins', 'the model—trained once—wins'],
    cues: ['---'],
    pattern: /(?<=[^\s-])---(?=[^\s-])/g,
    replacement: '—',
  },
  {
    name: 'en-dash',
    example: ['3.6--8.4%, signals--visual, a form -- it is', '3.6–8.4%, signals–visual, a form – it is'],
    cues: ['--'],
    pattern: /(?<=[\p{L}\p{N}%)×"])--(?=[\p{L}\p{N}("])|(?<= )--(?= )/gu,
    replacement: '–',
  },
];
