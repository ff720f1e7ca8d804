import { describe, expect, it } from 'vitest';
import { applyRules, type Rule } from '../../../pipeline/normalize/text/rule.ts';

const RULE: Rule = { name: 'x', example: ['x', 'y'], cues: ['x'], pattern: /x/g, replacement: 'y' };

describe('applyRules', () => {
  it('repairs every match and tells how many', () => {
    const firings: unknown[] = [];
    expect(applyRules('x a x', [RULE], (...told) => firings.push(told))).toBe('y a y');
    expect(firings).toEqual([['x', 2]]);
  });

  it('applies rules in their order', () => {
    const after: Rule = { ...RULE, name: 'y', cues: ['y'], pattern: /y/g, replacement: 'z' };
    expect(applyRules('x', [RULE, after])).toBe('z');
    expect(applyRules('x', [after, RULE])).toBe('y');
  });

  it('leaves addresses alone, but for rules made for them', () => {
    const text = 'x https://x.x/x{x} x http://a/x';
    expect(applyRules(text, [RULE])).toBe('y https://x.x/x{y} y http://a/x');
    expect(applyRules(text, [{ ...RULE, inAddresses: true }])).toBe('y https://y.y/y{y} y http://a/y');
  });

  it('counts no repair that changes nothing', () => {
    const firings: unknown[] = [];
    expect(applyRules('x', [{ ...RULE, replacement: 'x' }], (name) => firings.push(name))).toBe('x');
    expect(firings).toEqual([]);
  });

  it('puts groups where a replacement names them', () => {
    expect(applyRules('axb', [{ ...RULE, pattern: /(a)x(b)(c)?/g, replacement: '$2$1$3' }])).toBe('ba');
    expect(applyRules('axb', [{ ...RULE, pattern: /(a)x(b)/g, replacement: (found, a, b) => `${found}${a}${b}` }])).toBe('axbab');
  });

  it('skips a text that the exception matches', () => {
    expect(applyRules('x!', [{ ...RULE, unless: /!/ }])).toBe('x!');
  });
});
