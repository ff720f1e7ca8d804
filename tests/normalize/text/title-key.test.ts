import { describe, expect, it } from 'vitest';
import { normalizedTitle, titleKey } from '../../../pipeline/normalize/text/title-key.ts';

describe('titleKey', () => {
  it.each([
    ['M-VAR: Decoupled', 'm-var:  decoupled'],
    ['Efficient “Serving”', 'Efficient "Serving"'],
    ['ﬁne tuning', 'Fine-Tuning'],
    ['Large Models', 'Large\n  Models'],
    ['VILA² at 2×', 'VILA^2 at 2times'],
    ['Straße', 'STRASSE'],
    ['Fréchet', 'Fre\u0301chet'],
  ])('joins %s and %s', (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });

  it('is 12 hex digits, also where a title has no letter', () => {
    for (const title of ['A Title', '???', '']) expect(titleKey(title)).toMatch(/^[0-9a-f]{12}$/);
    expect(titleKey('???')).not.toBe(titleKey('!!!'));
  });

  it('keeps letters of every script', () => {
    expect(normalizedTitle('τ²-Bench: Größe 3')).toBe('τ2benchgrösse3');
  });
});
