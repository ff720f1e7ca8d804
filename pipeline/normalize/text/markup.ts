/** Commands of TeX and Markdown that only say how text looks: the text stays, the command goes. */
import type { Rule } from './rule.ts';

export const MARKUP_RULES: readonly Rule[] = [
  {
    name: 'style-command',
    example: ['an FID of \\emph{1.38} and texttt{D}ual heads', 'an FID of 1.38 and Dual heads'],
    cues: ['text', 'emph{', 'math', 'underline{'],
    pattern: /(?:\\|(?<![A-Za-z]))(?:text(?:bf|it|sc|tt|rm|sf|up)?|emph|math(?:rm|bf|it|sf|cal|bb)|underline)\{([^{}\\]{0,200})\}/g,
    replacement: '$1',
  },
  {
    name: 'break-command',
    example: ['very \\allowbreak long', 'very long'],
    cues: ['\\allowbreak', '\\xspace', '\\newline'],
    pattern: /\\(?:allowbreak|xspace|newline)(?![A-Za-z]) ?/g,
    replacement: '',
    inAddresses: true,
  },
  {
    name: 'markdown-bold',
    example: ['we present **TheoremLlama**, a', 'we present TheoremLlama, a'],
    cues: ['**'],
    pattern: /\*\*([^*\s](?:[^*]{0,198}[^*\s])?)\*\*/g,
    replacement: '$1',
  },
  {
    name: 'escaped-sign',
    example: ['45\\% of Q\\&A', '45% of Q&A'],
    cues: ['\\%', '\\&', '\\#', '\\_', '\\$'],
    pattern: /\\([%&#_$])/g,
    replacement: '$1',
    inAddresses: true,
  },
  {
    name: 'escaped-space',
    example: ['24.1% vs.\\ 33.5%, 5\\,ms', '24.1% vs. 33.5%, 5 ms'],
    cues: ['\\ ', '\\,', '\\;'],
    pattern: /\\[ ,;]/g,
    replacement: ' ',
  },
  {
    name: 'tie',
    example: ['Track~1 of Segment Anything Model~(SAM)', 'Track 1 of Segment Anything Model (SAM)'],
    cues: ['~'],
    // Between digits a tilde is a range, before a number it says about: both stay.
    pattern: /(?<=[A-Za-z).])~(?=[A-Za-z0-9(])|(?<=\d)~(?=[A-Za-z(])/g,
    replacement: ' ',
  },
];
