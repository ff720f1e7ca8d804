/** What a table of the release looks like from outside. */

/** A table of the release. Its rows are read when they are first asked for; going through it gives them in the order of the release. */
export interface Table<Row> extends Iterable<Row> {
  /** How many rows it has. */
  readonly size: number;
  /** All rows, in the order of the release. */
  all(): readonly Row[];
}
