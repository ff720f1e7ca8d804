/**
 * Mathematics whose dollars and backslashes a listing dropped: `$\chi^2$` arrives as `chi^2`. Repaired only where no
 * English reading is left: a name glued to a number, before `^` or `_`, of no language, or still with its backslash.
 */
import type { Rule } from './rule.ts';
import { GREEK, SIGNS, WORDLESS } from './symbols.ts';

export const MATH_RULES: readonly Rule[] = [
  {
    name: 'dollars',
    example: ['in $O(n^2)$ for $k$ heads; $25 and $30 stay', 'in O(n^2) for k heads; $25 and $30 stay'],
    cues: ['$'],
    pattern: /(?<![\\$\w])\$((?=[^\s$\d]|\d[^\s$]{0,40}[\\^_])[^$]{1,120})(?<![\s\\])\$(?![\w$])/g,
    replacement: (written, formula = '') => (/[\\^_={}]|^[A-Za-z]$|^O\(/.test(formula) ? formula : written),
  },
  {
    name: 'sized-brackets',
    example: ['from Oleft(n^2dright) to Oleft(n log(n)right)', 'from O(n^2d) to O(n log(n))'],
    cues: ['left(', 'left['],
    pattern: /(?<=[A-Za-z=^_)}])left([([])([^()[\]]{0,80}(?:\([^()[\]]{0,60}\)[^()[\]]{0,80})?)(?<=\S)right([)\]])/g,
    replacement: '$1$2$3',
  },
  {
    name: 'bracket-size',
    example: ['f\\left(x\\right)', 'f(x)'],
    cues: ['\\left', '\\right', '\\big', '\\Big'],
    pattern: /\\(?:left|right|[bB]igg?[lr]?) ?(?=[()[\]|{}\\])/g,
    replacement: '',
  },
  {
    name: 'plus-minus',
    // Before a decimal fraction, for "11 pm 3 May" and "8.30 pm 5 May" are times of day.
    example: ['11.0 pm 1.3 points, 69.8pm0.5, 3 \\pm 1', '11.0 ± 1.3 points, 69.8 ± 0.5, 3 ± 1'],
    cues: ['pm'],
    pattern: /(?<=\d%?)(?: ?\\pm ?(?=\d)| ?pm ?(?=\d{1,4}\.\d)|pm(?=\d))/g,
    replacement: ' ± ',
  },
  {
    name: 'mean-plus-minus',
    example: ['mean pm standard deviation', 'mean ± standard deviation'],
    cues: ['mean pm '],
    pattern: /(?<=\bmean )pm(?= [a-z])/g,
    replacement: '±',
  },
  {
    name: 'about',
    // A digit alone may be part of a name: `sim2real`, `sim1`.
    example: ['sim110k samples, sim6%, {sim}750; sim2real, sim1 stay', '~110k samples, ~6%, ~750; sim2real, sim1 stay'],
    cues: ['sim'],
    pattern:
      /(?<![\w-])(?:\{sim\}(?=\d)|\\sim ?(?=[\d$])|sim(?=(?:\d{2,9}|\d{1,3}(?:,\d{3}){1,3}|\d{1,9}\.\d{1,6})(?:[kKMBTx%×]|GB|ms)?(?![\w-])|\d(?:[kKMBTx×](?![\w-])|\\?%)))/g,
    replacement: '~',
  },
  {
    name: 'approximately',
    // Between a symbol and a number: "takes approx 5 s" is an abbreviation.
    example: ['(G approx 1, phi approx 0)', '(G ≈ 1, phi ≈ 0)'],
    cues: [' approx '],
    pattern: /(?<=[ (](?:[b-zB-HJ-Z]|alpha|beta|gamma|delta|epsilon|lambda|mu|phi|pi|rho|sigma|tau|theta)) approx (?=-?\d)/g,
    replacement: ' ≈ ',
  },
  {
    name: 'logarithm',
    example: ['O(nlog n) or O(Llog(L)); O(polylog n) stays', 'O(n log n) or O(L log(L)); O(polylog n) stays'],
    cues: ['O('],
    pattern: /(?<=O\((?:[^()]{0,24}[^A-Za-z()])?[A-Za-z\d])\\?log(?=[ (_^])/g,
    replacement: ' log',
  },
  {
    name: 'degree',
    example: ['a 360^circ view at 90^{\\circ}C', 'a 360° view at 90°C'],
    cues: ['^'],
    pattern: /(?<=\d)\^(?:\\?circ|\{\\?circ\})(?![a-z])/g,
    replacement: '°',
  },
  {
    name: 'raised-sign',
    example: ['k_t v_t^top and q^{\\star}', 'k_t v_t^⊤ and q^*'],
    cues: ['^'],
    pattern: /(?<=[A-Za-z\d)}])\^(?:\\?(top|star|ast|dagger|prime)(?![A-Za-z])|\{\\?(top|star|ast|dagger|prime)\})/g,
    replacement: (written, name, braced = '') => `^${SIGNS.get(name ?? braced) ?? written.slice(1)}`,
  },
  {
    name: 'angle-bracket',
    example: ['a quadruple langle P_u, H rangle', 'a quadruple ⟨P_u, H⟩'],
    cues: ['angle'],
    pattern: /(?<![A-Za-z])\\?langle(?![A-Za-z]) ?| ?(?<![A-Za-z])\\?rangle(?![A-Za-z])/g,
    replacement: (written) => (written.includes('langle') ? '⟨' : '⟩'),
  },
  {
    name: 'norm',
    example: ['ell_1 regularization', 'ℓ_1 regularization'],
    cues: ['ell_'],
    pattern: /(?<![\w\\])ell(?=_(?:\{|[\dpq](?!\w)|\\?infty))/g,
    replacement: 'ℓ',
  },
  {
    name: 'infinity',
    example: ['infty-LLMs in L_infty', '∞-LLMs in L_∞'],
    cues: ['infty'],
    pattern: /(?<![A-Za-z])\\?infty(?![A-Za-z])/g,
    replacement: '∞',
  },
  {
    name: 'wordless-name',
    example: ['(leq 1K), 5.7% rightarrow 25.4%, nabla^2DFT', '(≤ 1K), 5.7% → 25.4%, ∇^2DFT'],
    cues: ['leq', 'geq', 'neq', 'arrow', 'nabla', 'mapsto', 'subseteq', 'propto', 'cdot', 'ldots'],
    pattern:
      /(?<![A-Za-z_./\\])(?:leq|geq|neq|nabla|(?:left|right|up|down|Left|Right|leftright|longright)arrow|mapsto|subseteq|propto|cdots?|ldots)(?![A-Za-z_(])/g,
    replacement: (name) => WORDLESS.get(name) ?? name,
  },
  {
    name: 'greek',
    // An index of one character: `lambda_function` is a name of a program.
    example: ['chi^2 divergence, tau_a, pi_{0.5}; lambda_function stays', 'χ^2 divergence, τ_a, π_{0.5}; lambda_function stays'],
    cues: ['^', '_'],
    pattern:
      /(?<![\w\\])(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega)(?=\^[\d{*+(A-Za-z-]|_(?:\{|[A-Za-z\d](?!\w)))/g,
    replacement: (name) => GREEK.get(name) ?? name,
  },
  {
    name: 'command-sign',
    example: ['\\alpha-stable, p \\in P', 'α-stable, p ∈ P'],
    cues: ['\\'],
    pattern: /\\([A-Za-z]{2,20})(?![A-Za-z])/g,
    replacement: (written, name = '') => GREEK.get(name) ?? WORDLESS.get(name) ?? SIGNS.get(name) ?? written,
  },
];
