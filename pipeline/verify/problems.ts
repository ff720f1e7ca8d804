/** What a check of a release found wrong: every problem is counted, and the first of each check are kept to be told. */

export interface Problem {
  /** File, and row or field in it. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}

export interface CheckResult {
  readonly name: string;
  /** Things looked at: files, rows. */
  readonly checked: number;
  readonly problems: number;
}

const MOST_KEPT = 20;

/** Collects the results of checks, one after the other. */
export class Problems {
  readonly #kept: Problem[] = [];
  readonly #results: CheckResult[] = [];
  #inCheck = 0;
  #total = 0;

  add(problem: Problem): void {
    this.#inCheck += 1;
    this.#total += 1;
    if (this.#inCheck <= MOST_KEPT) this.#kept.push(problem);
  }

  /** Ends a check that looked at `checked` things; what is added next is of another. */
  endCheck(name: string, checked: number): void {
    this.#results.push({ name, checked, problems: this.#inCheck });
    this.#inCheck = 0;
  }

  get total(): number {
    return this.#total;
  }

  get kept(): readonly Problem[] {
    return this.#kept;
  }

  get results(): readonly CheckResult[] {
    return this.#results;
  }
}
