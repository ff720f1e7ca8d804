import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAbstract, cleanTitle, countRepairs, RULES } from '../../../pipeline/normalize/text/clean.ts';
import { KEPT } from './kept.ts';

/** Pieces of what rules look for: random characters alone would hardly ever meet one. */
const PIECES = [
  '\\', '{', '}', '$', '`', "'", '"', '~', '^', '_', '-', '--', '**', '(', ')', '[', ']', ' ', '\n', '\u00a0', '\u200d', '\ufeff',
  '\u0301', '\ud83d', '1', '2.5', 'k', 'N', 'a', 'times', 'pm', 'sim', 'left', 'right', 'log', 'O(', 'chi', 'infty', 'circ', 'é', '字',
  'textbf', 'mathbb', 'emph', 'https://', 'a.b/c', '%', '&', ',', '=', 'eg', 'langle', 'approx',
];

describe('the rules', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s repairs its example', (_name, { example: [before, after] }) => {
    expect(cleanAbstract(before)).toBe(after);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s names a cue that its example has', (_name, { cues, example }) => {
    expect(cues.some((cue) => example[0].includes(cue))).toBe(true);
  });
});

describe('cleanAbstract', () => {
  it.each(KEPT)('leaves alone: %s', (text) => {
    expect(cleanAbstract(text)).toBe(text);
    expect(countRepairs(text)).toEqual(new Map());
  });

  it.each([
    ['2.4times', '2.4×'],
    ['256times256', '256×256'],
    ['Oleft(n^{1.5}dright)', 'O(n^{1.5}d)'],
    ['https://github.com/a/b/doc.md{this https URL}', 'https://github.com/a/b/doc.md'],
    ['https://a.github.io/{https://a.github.io/}.', 'https://a.github.io/.'],
    ['R^textbf{2AI}', 'R^2AI'],
    ['hard\n  wrapped\u00a0text\ufeff', 'hard wrapped text'],
    ['1.47times--2.21times', '1.47×–2.21×'],
    ['\\textbf{a \\emph{b}}', 'a b'],
    ["a ``token'' is", 'a "token" is'],
    ['of \\textit{DnD)}, (mathrm{Cal)}', 'of DnD), (Cal)'],
    ['see (https://a.b/c{here}).', 'see (https://a.b/c).'],
    ['at https://a.b/c{https://d.e}.', 'at https://d.e (https://a.b/c).'],
    ['\\href{https://a.b{https://a.b}.}, the', '\\href{https://a.b{https://a.b}.}, the'],
    ['(sim300k) and 45\\% pm 1.5\\%', '(~300k) and 45% ± 1.5%'],
    ['66.3 %rightarrow72.9 %', '66.3 %→72.9 %'],
    ['https://a\\allowbreak-b.c/\\allowbreak D/', 'https://a-b.c/D/'],
    ['64times64times4', '64×64×4'],
    ['2 \\times 2', '2×2'],
    ['\\OneMillion for \\$200k', '\\OneMillion for $200k'],
    ['8--12\\%, 4.9x--9.2x', '8–12%, 4.9x–9.2x'],
  ])('%s becomes %s', (before, after) => {
    expect(cleanAbstract(before)).toBe(after);
  });

  it('gives well-formed NFC on one line, trimmed, of which nothing is left to clean', () => {
    const residue = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    const property = fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), residue, residue), (raw) => {
      const once = cleanAbstract(raw);
      expect(cleanAbstract(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      expect(once.normalize('NFC')).toBe(once);
      expect(once).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
    });
    fc.assert(property, { numRuns: 5000 });
  });

  it('leaves a text alone that hides command in command without end', () => {
    const deep = `${'\\text'.repeat(50)}${'bf{x}'.repeat(50)} and 2times`;
    const nested = `${'\\emph{'.repeat(50)}x${'}'.repeat(50)}`;
    expect(cleanAbstract(nested)).toBe(nested);
    expect(cleanAbstract(cleanAbstract(deep))).toBe(cleanAbstract(deep));
  });

  it.each(['$', '{', '\\', '`', '``', "''", 'Oleft(', '9times ', '\\textbf{', '{A}', 'O(n', 'https://', 'https://a{', '[a](http', '~a', '--', '**', '\\"', '\u200d', ' \u00a0'])('takes linear time on %s, over and over', (part) => {
    const began = performance.now();
    cleanAbstract(part.repeat(100_000 / part.length));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('cleanTitle', () => {
  it('folds hard wraps', () => {
    expect(cleanTitle('Efficient Serving with\n  PagedAttention')).toBe('Efficient Serving with PagedAttention');
  });
});

describe('countRepairs', () => {
  it('counts what fired', () => {
    expect(Object.fromEntries(countRepairs('45\\% and 4\\% at 2times'))).toMatchObject({ 'escaped-sign': 2, 'times-glued': 1 });
  });
});
