/**
 * `\times` without its backslash is an English word: `2.4times` and `256 times 256` multiply, "25 times longer" does not.
 * Between two numbers, or glued to one, no English reading is left.
 */
import type { Rule } from './rule.ts';

export const MULTIPLICATION_RULES: readonly Rule[] = [
  {
    name: 'times-glued',
    example: ['2.4times faster on 8timesH100, 64times 64, 3.6\\times', '2.4× faster on 8×H100, 64×64, 3.6×'],
    cues: ['times'],
    pattern: /(?<=\d)(?: ?\\)?times(?: (?=\d)|(?![a-z]))/g,
    replacement: '×',
  },
  {
    name: 'times-between-numbers',
    example: ['64 times 288 times 512 video', '64×288×512 video'],
    cues: [' times '],
    pattern: /(?<=\d) times (?=\d)/g,
    replacement: '×',
  },
  {
    name: 'times-after-variable',
    example: ['a cell of ktimes k patches', 'a cell of k×k patches'],
    cues: ['times '],
    pattern: /(?<![\w.-])([A-Za-z])times ([A-Za-z\d])(?![\w'-])/g,
    replacement: '$1×$2',
  },
  {
    name: 'times-between-variables',
    example: ['an n times n matrix, a d_k times d_v cache', 'an n×n matrix, a d_k×d_v cache'],
    cues: [' times '],
    // One letter on both sides, or an index on both: "a times I" is neither.
    pattern: /(?<![\w'-])(?:([b-zB-HJ-Z]) times (?=\1(?![\w'-]))|([A-Za-z]_[A-Za-z\d]) times (?=[A-Za-z]_[A-Za-z\d](?!\w)))/g,
    replacement: '$1$2×',
  },
];
