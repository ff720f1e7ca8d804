import { describe, expect, it } from 'vitest';
import { tidy } from '../../../pipeline/normalize/text/whitespace.ts';

describe('tidy', () => {
  it.each([
    { title: 'folds hard wraps', input: 'Large\n  Models\r\n in\tuse', expected: 'Large Models in use' },
    { title: 'folds paragraph breaks', input: 'One.\n  Two.\u2028Three.\u0085Four.', expected: 'One. Two. Three. Four.' },
    { title: 'folds spaces of every width', input: 'a\u00a0b\u2009c\u3000d \u00a0 e', expected: 'a b c d e' },
    { title: 'trims', input: ' \n a \u00a0', expected: 'a' },
    { title: 'takes out byte order marks and zero-width spaces', input: '\ufeffa\u200bb\u2060c\ufeffd', expected: 'abcd' },
    { title: 'takes out control characters', input: 'a\u0000b\u001fc\u007fd\u0090e', expected: 'abcde' },
    { title: 'takes out soft hyphens and direction marks', input: 'a\u00adb\u202ec\u2066d', expected: 'abcd' },
    { title: 'takes out joiners that join nothing', input: 'a\u200db\u200c \u200d c', expected: 'ab c' },
    { title: 'keeps joiners that spell', input: 'می\u200cخواهم 👩\u200d🔬', expected: 'می\u200cخواهم 👩\u200d🔬' },
    { title: 'composes', input: 'Fre\u0301chet', expected: 'Fréchet' },
    { title: 'composes across what it takes out', input: 'e\u200d\u0301 \u00e9', expected: 'é é' },
    { title: 'mends lone surrogates', input: 'a\ud83db\udc4d', expected: 'a\ufffdb\ufffd' },
    { title: 'keeps pairs of surrogates', input: '😀', expected: '😀' },
  ])('$title', ({ input, expected }) => {
    expect(tidy(input)).toBe(expected);
    expect(tidy(expected)).toBe(expected);
  });
});
