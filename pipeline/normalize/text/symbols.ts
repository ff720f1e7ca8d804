/** Symbols and the names TeX gives them. */

export const GREEK: ReadonlyMap<string, string> = new Map([
  ['alpha', 'α'], ['beta', 'β'], ['gamma', 'γ'], ['delta', 'δ'], ['epsilon', 'ε'], ['varepsilon', 'ε'], ['zeta', 'ζ'],
  ['eta', 'η'], ['theta', 'θ'], ['kappa', 'κ'], ['lambda', 'λ'], ['mu', 'μ'], ['nu', 'ν'], ['xi', 'ξ'], ['pi', 'π'],
  ['rho', 'ρ'], ['sigma', 'σ'], ['tau', 'τ'], ['phi', 'φ'], ['varphi', 'φ'], ['chi', 'χ'], ['psi', 'ψ'], ['omega', 'ω'],
  ['Gamma', 'Γ'], ['Delta', 'Δ'], ['Theta', 'Θ'], ['Lambda', 'Λ'], ['Xi', 'Ξ'], ['Pi', 'Π'], ['Sigma', 'Σ'], ['Phi', 'Φ'],
  ['Psi', 'Ψ'], ['Omega', 'Ω'],
]);

/** Names that are words of no language: certain without a backslash. */
export const WORDLESS: ReadonlyMap<string, string> = new Map([
  ['leq', '≤'], ['geq', '≥'], ['neq', '≠'], ['nabla', '∇'], ['leftarrow', '←'], ['rightarrow', '→'], ['uparrow', '↑'],
  ['downarrow', '↓'], ['Leftarrow', '⇐'], ['Rightarrow', '⇒'], ['leftrightarrow', '↔'], ['longrightarrow', '⟶'],
  ['mapsto', '↦'], ['subseteq', '⊆'], ['propto', '∝'], ['cdot', '·'], ['cdots', '⋯'], ['ldots', '…'],
]);

/** Names that are words too, or parts of words: certain after a backslash, or raised. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['times', '×'], ['pm', '±'], ['mp', '∓'], ['sim', '~'], ['le', '≤'], ['ge', '≥'], ['ne', '≠'], ['ll', '≪'], ['gg', '≫'],
  ['approx', '≈'], ['equiv', '≡'], ['to', '→'], ['in', '∈'], ['subset', '⊂'], ['cup', '∪'], ['cap', '∩'], ['forall', '∀'],
  ['exists', '∃'], ['partial', '∂'], ['infty', '∞'], ['ell', 'ℓ'], ['dots', '…'], ['langle', '⟨'], ['rangle', '⟩'],
  ['top', '⊤'], ['star', '*'], ['ast', '*'], ['dagger', '†'], ['prime', '′'], ['circ', '∘'], ['log', 'log'], ['exp', 'exp'],
  ['max', 'max'], ['min', 'min'],
]);
