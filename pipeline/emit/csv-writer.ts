import { stringify } from 'csv-stringify/sync';
import { csvColumnsOf } from '../../schemas/columns.ts';
import type { CsvColumn, CsvEncoding } from '../../schemas/columns.ts';
import type { Table } from '../../schemas/tables.ts';
import { DataError } from '../shared/errors.ts';
import type { CanonicalRow, Cell, CellRecord } from './canonical-row.ts';
import type { FileSink } from './file-sink.ts';
import type { FileFacts, RowWriter } from './row-writer.ts';

/** Rows turned into text at a time: calls of the CSV library cost more than the rows of a batch. */
const BATCH_ROWS = 250;

/**
 * CSV as RFC 4180 has it: UTF-8 without a byte order mark, CRLF, a header. Null is an empty cell, and nothing else is:
 * empty text is refused. Cells are the data unchanged: one that begins with `=` stays so.
 */
export class CsvWriter implements RowWriter {
  readonly #sink: FileSink;
  readonly #table: string;
  readonly #columns: readonly CsvColumn[];
  #batch: (string | null)[][];
  #rows = 0;

  constructor(sink: FileSink, table: Table) {
    this.#sink = sink;
    this.#table = table.name;
    this.#columns = csvColumnsOf(table);
    this.#batch = [this.#columns.map((column) => column.name)];
  }

  write({ record }: CanonicalRow): void | Promise<void> {
    this.#rows += 1;
    this.#batch.push(this.#columns.map((column) => this.#cell(column, record[column.field] ?? null)));
    return this.#batch.length < BATCH_ROWS ? undefined : this.#flush();
  }

  async close(): Promise<FileFacts> {
    await this.#flush();
    return { ...(await this.#sink.close()), rows: this.#rows };
  }

  abandon(): Promise<void> {
    return this.#sink.abandon();
  }

  #cell({ name, encoding }: CsvColumn, value: Cell): string | null {
    if (value === null) return null;
    const cell = csvCell(encoding, value);
    if (cell !== '') return cell;
    throw new DataError({
      where: `${this.#table}, row ${this.#rows}, field ${name}`,
      found: 'empty text',
      expected: 'text or null: a CSV cell cannot tell them apart',
    });
  }

  #flush(): void | Promise<void> {
    const text = stringify(this.#batch, { record_delimiter: 'windows' });
    this.#batch = [];
    return this.#sink.write(text);
  }
}

/** The cells of a row, in the order of `columns`; null for what is absent. */
export function csvCells(columns: readonly CsvColumn[], record: CellRecord): readonly (string | null)[] {
  return columns.map(({ field, encoding }) => {
    const value = record[field] ?? null;
    return value === null ? null : csvCell(encoding, value);
  });
}

/** Text as it is, `true` and `false`, numbers in the shortest form that reads back as the same double. */
function csvCell(encoding: CsvEncoding, value: Exclude<Cell, null>): string {
  if (encoding === 'count') return String(Array.isArray(value) ? value.length : 0);
  return encoding === 'json' || typeof value === 'object' ? JSON.stringify(value) : String(value);
}
