import { describe, expect, it } from 'vitest';
import { bumpFor, isStepEnough, nextVersion } from '../../pipeline/diff/version-policy.ts';

const NOTHING = { breaking: 0, fieldsAdded: 0, papersAdded: 0, rowsTouched: 0 };

describe('the version policy', () => {
  it.each([
    ['the same data', {}, 'none'],
    ['a corrected row', { rowsTouched: 1 }, 'patch'],
    ['a new paper', { rowsTouched: 1, papersAdded: 1 }, 'minor'],
    ['a new field', { fieldsAdded: 1 }, 'minor'],
    ['a field that is gone', { breaking: 1, papersAdded: 5, rowsTouched: 9 }, 'major'],
  ])('%s', (_, facts, bump) => {
    expect(bumpFor({ ...NOTHING, ...facts })).toBe(bump);
  });

  it.each([
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'none', '1.2.3'],
  ] as const)('%s after a %s change is %s', (from, bump, to) => {
    expect(nextVersion(from, bump)).toBe(to);
  });

  it.each([
    ['1.2.3', '1.2.4', 'minor', false],
    ['1.2.3', '1.3.0', 'minor', true],
    ['1.2.3', '2.0.0', 'patch', true],
    ['1.9.0', '1.10.0', 'minor', true],
    ['2.0.0', '1.9.9', 'patch', false],
  ] as const)('from %s to %s for a %s change: %s', (from, to, bump, enough) => {
    expect(isStepEnough(from, to, bump)).toBe(enough);
  });

  it('refuses what is no version', () => {
    expect(() => nextVersion('1.2', 'minor')).toThrow('no version number');
  });
});
