import { stringify } from 'csv-stringify/sync';
import type { CsvColumn } from '../../schemas/columns.ts';
import type { CanonicalRow, Cell, CellRecord } from './canonical-row.ts';
import type { FileSink } from './file-sink.ts';
import type { FileFacts, RowWriter } from './row-writer.ts';

/** Rows turned into text at a time: calls of the CSV library cost more than the rows of a batch. */
const BATCH_ROWS = 250;

/**
 * CSV as RFC 4180 has it: UTF-8 without a byte order mark, CRLF, a header. Null is an empty cell, and no other value is
 * (empty text never gets here). Cells are the data unchanged: one that begins with `=` stays so.
 */
export class CsvWriter implements RowWriter {
  readonly #sink: FileSink;
  readonly #columns: readonly CsvColumn[];
  #batch: (string | null)[][];
  #rows = 0;

  constructor(sink: FileSink, columns: readonly CsvColumn[]) {
    this.#sink = sink;
    this.#columns = columns;
    this.#batch = [columns.map((column) => column.name)];
  }

  write({ record }: CanonicalRow): void | Promise<void> {
    this.#rows += 1;
    this.#batch.push(this.#columns.map((column) => csvCell(column, record)));
    return this.#batch.length < BATCH_ROWS ? undefined : this.#flush();
  }

  async close(): Promise<FileFacts> {
    await this.#flush();
    return { ...(await this.#sink.close()), rows: this.#rows };
  }

  abandon(): Promise<void> {
    return this.#sink.abandon();
  }

  #flush(): void | Promise<void> {
    const text = stringify(this.#batch, { record_delimiter: 'windows' });
    this.#batch = [];
    return this.#sink.write(text);
  }
}

function csvCell({ field, encoding }: CsvColumn, record: CellRecord): string | null {
  const value = record[field] ?? null;
  if (value === null) return null;
  if (encoding === 'count') return String(Array.isArray(value) ? value.length : 0);
  return encoding === 'json' ? JSON.stringify(value) : plainCell(value);
}

/** Text as it is, `true` and `false`, numbers in the shortest form that reads back as the same double. */
function plainCell(value: Cell): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
