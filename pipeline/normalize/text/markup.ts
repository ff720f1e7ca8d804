/** Commands and groups that only say how text looks: the text stays. */
import type { Rule } from './rule.ts';

const BLACKBOARD: Readonly<Record<string, string>> = { R: 'ℝ', N: 'ℕ', Z: 'ℤ', Q: 'ℚ', C: 'ℂ' };

/** Latin abbreviations that the styles of conferences define as commands. */
const ABBREVIATIONS: Readonly<Record<string, string>> = { eg: 'e.g.', ie: 'i.e.', etal: 'et al.' };

/** Ends of commands whose argument is a letter: without its braces it could not be told from them. */
const TAKES_LETTER = /(?:hat|check|bar|tilde|vec|dot|sqrt|frac|line|brace|cal|bb|bf|rm|it|tt|sf|sc|frak|scr|text|symbol|name|box)$/;

export const MARKUP_RULES: readonly Rule[] = [
  {
    name: 'blackboard-letter',
    example: ['in mathbb{R}^d', 'in ℝ^d'],
    cues: ['mathbb{'],
    pattern: /\\?mathbb\{([RNZQC])\}/g,
    replacement: (written, letter = '') => BLACKBOARD[letter] ?? written,
  },
  {
    name: 'style-command',
    example: ['an FID of \\emph{1.38} and texttt{D}ual-texttt{H}ead', 'an FID of 1.38 and Dual-Head'],
    cues: ['{'],
    pattern:
      /(?:\\?(?:text(?:bf|it|tt|sc|rm|sf|sl|up|normal)|math(?:rm|bf|it|sf|tt|cal|bb|frak|scr)|boldsymbol|operatorname)|(?<![A-Za-z])(?:\\emph|emph|\\text|\\underline|\\mbox|\\bm))\{([^{}]{0,300})\}/g,
    replacement: '$1',
  },
  {
    name: 'letter-group',
    example: ['{S}ignal brea{K}ing by {L}earn{ING}', 'Signal breaKing by LearnING'],
    cues: ['{'],
    pattern: /(?<![A-Za-z])([\\^_}]?)([A-Za-z]{0,30})\{([A-Z]{1,8})\}(?=([a-z]?))/g,
    replacement: (written, sign, before = '', capitals = '', after = '') =>
      sign === '' && (after !== '' || /[a-z]$/.test(before)) && !TAKES_LETTER.test(before) ? before + capitals : written,
  },
  {
    name: 'grouped-sign',
    example: ['γ{=}4, 9{,}600 and r{=}{-}0.13', 'γ=4, 9,600 and r=-0.13'],
    cues: ['{'],
    pattern: /(?<=[\w)}.=\u0370-\u03ff])\{([,=+:/<>×-])\}(?=[\w({.\u0370-\u03ff])/g,
    replacement: '$1',
  },
  {
    name: 'markdown-bold',
    example: ['a **1.9x** to **2.7x** speedup', 'a 1.9x to 2.7x speedup'],
    cues: ['**'],
    pattern: /(?<![\w*])\*\*(?=[^\s*])([^*]{1,200})(?<=[^\s*])\*\*(?![\w*])/g,
    replacement: '$1',
  },
  {
    name: 'break-command',
    example: ['at https://a.org/\\allowbreak b', 'at https://a.org/b'],
    cues: ['\\allowbreak'],
    pattern: /\\allowbreak(?![A-Za-z])(?: (?=\S)|\{\})?/g,
    replacement: '',
    inAddresses: true,
  },
  {
    name: 'escaped-sign',
    example: ['45\\% of Q\\&A at https://a.org/b\\_c', '45% of Q&A at https://a.org/b_c'],
    cues: ['\\'],
    pattern: /\\([%&$#_{}])/g,
    replacement: '$1',
    inAddresses: true,
  },
  {
    name: 'abbreviation',
    example: ['modules (\\eg, ViT)', 'modules (e.g., ViT)'],
    cues: ['\\eg', '\\ie', '\\etal'],
    pattern: /\\(eg|ie|etal)(?![A-Za-z])\.?/g,
    replacement: (written, name = '') => ABBREVIATIONS[name] ?? written,
  },
  {
    name: 'escaped-space',
    example: ['24.1% vs.\\ 33.5%, Network\\ for', '24.1% vs. 33.5%, Network for'],
    cues: ['\\ '],
    pattern: /\\{1,2} /g,
    replacement: ' ',
  },
  {
    name: 'thin-space',
    example: ['<0.1\\,ms', '<0.1 ms'],
    cues: ['\\,', '\\;', '\\:'],
    pattern: /(?<=[\w%)])\\[,;:](?=[\w(])/g,
    replacement: ' ',
  },
  {
    name: 'tie',
    // Between digits a tilde is a range, before a number it says about, before `N(` it names a distribution.
    example: ['Track~1 of Models~(SAM) at 60~Hz; 5~10, x~p(x) stay', 'Track 1 of Models (SAM) at 60 Hz; 5~10, x~p(x) stay'],
    cues: ['~'],
    pattern: /(?<=[A-Za-z\d][A-Za-z]|[A-Za-z]\.|\d\))~(?=[A-Za-z\d(])(?![A-Za-z]{1,12}\()|(?<=(?<!_)\d)~(?=[A-Za-z]{2}|\()(?![A-Za-z]{1,12}\()/g,
    replacement: ' ',
  },
];
