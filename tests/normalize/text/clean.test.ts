import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAbstract, cleanTitle, countRepairs, RULES } from '../../../pipeline/normalize/text/clean.ts';

describe('the rules', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s repairs its example', (_name, { example: [before, after] }) => {
    expect(cleanAbstract(before)).toBe(after);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s names a cue that its example has', (_name, { cues, example }) => {
    expect(cues.some((cue) => example[0].includes(cue))).toBe(true);
  });
});

describe('cleanAbstract', () => {
  it.each([
    ['at a cost 25 times longer', 'at a cost 25 times longer'],
    ['sim2real, sim-to-real and sim2sim', 'sim2real, sim-to-real and sim2sim'],
    ['at most $25 or $630K', 'at most $25 or $630K'],
    ['VILA^2 and R^3-Bench', 'VILA^2 and R^3-Bench'],
    ['10^{26} parameters', '10^{26} parameters'],
    ['meets at 5 pm on Monday', 'meets at 5 pm on Monday'],
    ['the left (right) hand', 'the left (right) hand'],
    ['similar, sometimes, approximately', 'similar, sometimes, approximately'],
    ['run with --model or -- to end', 'run with --model or – to end'],
    ['about ~145 words, 20%~30%', 'about ~145 words, 20%~30%'],
    ['https://github.com/a/alpha_b--c and https://x.org/~me/256times256', 'https://github.com/a/alpha_b--c and https://x.org/~me/256times256'],
    ['a context{window} of text', 'a context{window} of text'],
    ['use <think> and pass^k', 'use <think> and pass^k'],
  ])('%s stays', (before, after) => {
    expect(cleanAbstract(before)).toBe(after);
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
  ])('%s becomes %s', (before, after) => {
    expect(cleanAbstract(before)).toBe(after);
  });

  it('is idempotent, well formed and trimmed on any text', () => {
    const residue = fc.constantFrom('times', '\\', '{', '}', '--', '``', '"', "''", '~', '^', '_', 'sim', 'pm', '3', '.5', ' ', 'a', 'chi', '\\textbf{', 'https://a.b/', '\u0301', '\ud800');
    const property = fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(residue, { maxLength: 14 }).map((parts) => parts.join(''))), (raw) => {
      const once = cleanAbstract(raw);
      expect(cleanAbstract(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      expect(once.trim()).toBe(once);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it.each(['$', '{', '\\', '``', 'left(', '9times ', '\\textbf{', 'https://', '~a', '--', '**'])('takes linear time on %s, over and over', (part) => {
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
