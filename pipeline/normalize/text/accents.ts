/** Accents and letters that TeX writes as commands. */
import type { Rule } from './rule.ts';

const COMBINING: Readonly<Record<string, string>> = {
  '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  c: '\u0327', d: '\u0323', v: '\u030c', H: '\u030b', u: '\u0306', k: '\u0328', r: '\u030a',
};

const LETTERS: Readonly<Record<string, string>> = { ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' };

/** The letter with the accent as one character; as it was where Unicode has no such letter. */
function accented(written: string, accent: string, letter: string): string {
  const composed = (letter + (COMBINING[accent] ?? '')).normalize('NFC');
  return composed.length === 1 && composed !== letter ? composed : written;
}

export const ACCENT_RULES: readonly Rule[] = [
  {
    name: 'accent-around-letter',
    example: ["Bolet\\'{\\i}n, Caf{\\'e}, Ko\\v{c}i", 'Boletín, Café, Koči'],
    cues: ['\\'],
    pattern: /\{\\(["'`^~=.])\\?([A-Za-z])\}|\\(["'`^~=.]|[uvHcdkr](?=\{))\{\\?([A-Za-z])\}/g,
    replacement: (written, inner = '', innerLetter = '', accent = inner, letter = innerLetter) => accented(written, accent, letter),
  },
  {
    name: 'diaeresis',
    example: ['a na\\"ive use of \\"Ust\\"un', 'a naïve use of Üstün'],
    cues: ['\\"'],
    pattern: /\\(")\\?([aeiouyAEIOUY])(?=[A-Za-z])|(?<=[A-Za-z])\\(")\\?([aeiouy])/g,
    replacement: (written, before = '', beforeLetter = '', accent = before, letter = beforeLetter) => accented(written, accent, letter),
    // Where quotation marks are escaped, as in JSON, one of them closes: before a blank, a full stop, the end.
    unless: /\\"(?![A-Za-z{])/,
  },
  {
    name: 'accent-sign',
    // An escaped apostrophe (`model\'s`, `we\'re`) looks alike and stays.
    example: ["Fr\\'echet, Espa\\~na, r\\^ole", 'Fréchet, España, rôle'],
    cues: ["\\'", '\\`', '\\^', '\\~'],
    pattern: /\\(')\\?([aceinouyzACEINOSUYZ]|s(?=[A-Za-z]))|\\([`^~])\\?([aeinouAEINOU])/g,
    replacement: (written, acute = '', acuteLetter = '', accent = acute, letter = acuteLetter) => accented(written, accent, letter),
  },
  {
    name: 'special-letter',
    example: ['S\\o ren at Stra\\ss{}e, \\L{}ukasz', 'Søren at Straße, Łukasz'],
    cues: ['\\'],
    pattern: /(?<=[A-Za-z])\\(ss|ae|oe|aa|o|l)(?:\{\}| |(?![A-Za-z]))|\\(AE|OE|AA|O|L|ss|ae|oe|aa|o|l)\{\}/g,
    replacement: (written, inside = '', name = inside) => LETTERS[name] ?? written,
  },
];
