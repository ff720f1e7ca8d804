/**
 * Mathematics whose dollars and backslashes a listing dropped: `$2.4\times$` arrives as `2.4times`. Repaired only where
 * no English reading is left: a word glued to a number, a command before `^` or `_`, or one that still has its backslash.
 */
import type { Rule } from './rule.ts';

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ',
  nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', ell: 'ℓ', nabla: '∇',
  Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω',
};

const SIGNS: Readonly<Record<string, string>> = {
  times: '×', pm: '±', sim: '~', approx: '≈', leq: '≤', geq: '≥', le: '≤', ge: '≥', rightarrow: '→', to: '→', cdot: '·', infty: '∞', ldots: '…',
};

const ARROWS: Readonly<Record<string, string>> = { right: '→', left: '←', up: '↑', down: '↓' };

export const MATH_RULES: readonly Rule[] = [
  {
    name: 'command-sign',
    example: ['2.4\\times faster, \\infty', '2.4× faster, ∞'],
    cues: ['\\'],
    pattern: /\\(times|pm|sim|approx|leq|geq|le|ge|rightarrow|to|cdot|infty|ldots)(?![A-Za-z])/g,
    replacement: (written, name) => SIGNS[name ?? ''] ?? written,
  },
  {
    name: 'times-between-numbers',
    example: ['256times256, 36times 64 and 256 times 256', '256×256, 36×64 and 256×256'],
    cues: ['times'],
    pattern: /(?<=\d) ?times ?(?=\d)/g,
    replacement: '×',
  },
  {
    name: 'times-glued',
    example: ['2.4times faster on 8timesH100', '2.4× faster on 8×H100'],
    cues: ['times'],
    pattern: /(?<=\d)times(?![a-z])/g,
    replacement: '×',
  },
  {
    name: 'times-between-variables',
    example: ['ktimes k cells', 'k×k cells'],
    cues: ['times'],
    pattern: /(?<![A-Za-z])([A-Za-z])times ?([A-Za-z])(?![A-Za-z])/g,
    replacement: '$1×$2',
  },
  {
    name: 'plus-minus',
    example: ['11.0 pm 1.3 points', '11.0 ± 1.3 points'],
    cues: ['pm'],
    pattern: /(?<=\.\d{1,6}%?) ?pm ?(?=\d)|(?<=\d) pm (?=\d{1,6}\.\d)/g,
    replacement: ' ± ',
  },
  {
    name: 'comparison',
    example: ['a footprint (leq 0.85M parameters)', 'a footprint (≤ 0.85M parameters)'],
    cues: ['leq', 'geq'],
    pattern: /(?<![A-Za-z])([lg])eq ?(?=\d)/g,
    replacement: (_written, side) => (side === 'l' ? '≤ ' : '≥ '),
  },
  {
    name: 'about',
    example: ['sim110k samples, approx 3 h; sim2real stays', '~110k samples, ≈3 h; sim2real stays'],
    cues: ['sim', 'approx'],
    pattern: /(?<![A-Za-z-])(sim|approx) ?(?=\d{1,9}(?:[.,]\d{1,9})?[%kKMBTx×]?(?![A-Za-z\d-]))/g,
    replacement: (_written, word) => (word === 'sim' ? '~' : '≈'),
  },
  {
    name: 'arrow',
    example: ['22.1% rightarrow 25.4%, +20.86%uparrow', '22.1% → 25.4%, +20.86%↑'],
    cues: ['arrow'],
    pattern: /(?<![A-Za-z])\\?(right|left|up|down)arrow(?![A-Za-z])/g,
    replacement: (written, side) => ARROWS[side ?? ''] ?? written,
  },
  {
    name: 'sized-brackets',
    example: ['from Oleft(n^2dright) to', 'from O(n^2d) to'],
    cues: ['left(', 'left['],
    pattern: /\\?left([([])([^()[\]]{1,80}?)\\?right([)\]])/g,
    replacement: '$1$2$3',
  },
  {
    name: 'logarithm',
    example: ['in O(nlog n) time', 'in O(n log n) time'],
    cues: ['log'],
    pattern: /\bO\(([A-Za-z](?:\^\d)?)\\?log ?([A-Za-z])\)/g,
    replacement: 'O($1 log $2)',
  },
  {
    name: 'degree',
    example: ['a 360^circ view', 'a 360° view'],
    cues: ['circ'],
    pattern: /\^\{?\\?circ\}?(?![A-Za-z])/g,
    replacement: '°',
  },
  {
    name: 'infinity',
    example: ['infty-LLMs', '∞-LLMs'],
    cues: ['infty'],
    pattern: /(?<![A-Za-z])infty(?![a-z])/g,
    replacement: '∞',
  },
  {
    name: 'greek',
    example: ['chi^2 divergence, ell_1, \\tau-bench; tau2-bench stays', 'χ^2 divergence, ℓ_1, τ-bench; tau2-bench stays'],
    cues: ['^', '_', '\\'],
    pattern: /(?:\\([A-Za-z]{2,10})(?![A-Za-z]))|(?:(?<![A-Za-z])([A-Za-z]{2,7})(?=[\^_]))/g,
    replacement: (written, command, word) => GREEK[command ?? word ?? ''] ?? written,
  },
  {
    name: 'grouped-sign',
    example: ['γ{=}4 and 1{,}000', 'γ=4 and 1,000'],
    cues: ['{=', '{,', '{<', '{>', '{+', '{-', '{.'],
    pattern: /\{([=<>+,.-])\}/g,
    replacement: '$1',
  },
];
