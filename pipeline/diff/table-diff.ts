/** What changed in a table: counts of all, and the first changes themselves. */

export interface FieldChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Why a row changed: a capture said so, or the code or the curation reads the same captures in another way. */
export type Reason = 'capture' | 'reading';

export interface RowChange {
  readonly key: string;
  readonly what: 'added' | 'removed' | 'changed';
  readonly reason: Reason;
  readonly fields: readonly FieldChange[];
}

export interface TableDiff {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Of the three together, those that a capture explains. */
  readonly byCapture: number;
  /** Fields that changed, with how often. */
  readonly fields: Readonly<Record<string, number>>;
  /** The first changes, losses before all others. */
  readonly changes: readonly RowChange[];
}

const MOST_KEPT = 1_000;

/** Gathers the changes of one table. */
export class TableDiffer {
  readonly #table: string;
  readonly #counts = { added: 0, removed: 0, changed: 0 };
  readonly #fields = new Map<string, number>();
  readonly #losses: RowChange[] = [];
  readonly #others: RowChange[] = [];
  #byCapture = 0;

  constructor(table: string) {
    this.#table = table;
  }

  add(change: RowChange): void {
    this.#counts[change.what] += 1;
    if (change.reason === 'capture') this.#byCapture += 1;
    for (const { field } of change.fields) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    const kept = change.what === 'removed' ? this.#losses : this.#others;
    if (kept.length < MOST_KEPT) kept.push(change);
  }

  result(): TableDiff {
    const fields = Object.fromEntries([...this.#fields].toSorted((a, b) => (a[0] < b[0] ? -1 : 1)));
    return { table: this.#table, ...this.#counts, byCapture: this.#byCapture, fields, changes: [...this.#losses, ...this.#others].slice(0, MOST_KEPT) };
  }
}

/** The fields in which two records differ, in the order of the new one. */
export function changedFields(old: object, current: object, except: readonly string[] = []): readonly FieldChange[] {
  const [before, after] = [new Map<string, unknown>(Object.entries(old)), new Map<string, unknown>(Object.entries(current))];
  const names = [...new Set([...after.keys(), ...before.keys()])].filter((name) => !except.includes(name));
  const differing = names.filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
  return differing.map((name) => ({ field: name, old: before.get(name) ?? null, new: after.get(name) ?? null }));
}
