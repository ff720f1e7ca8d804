import type { CanonicalRow } from './canonical-row.ts';
import type { SinkFacts } from './file-sink.ts';

/** What a file of rows turned out to be. */
export interface FileFacts extends SinkFacts {
  readonly rows: number;
}

/** Writes the rows of one file. Await what `write` returns before the next call: this is what bounds memory. */
export interface RowWriter {
  write(row: CanonicalRow): void | Promise<void>;
  /** Ends the file and tells what it holds. */
  close(): Promise<FileFacts>;
  /** Lets go of the file after a failure; never throws. */
  abandon(): Promise<void>;
}
