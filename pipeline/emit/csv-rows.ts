import { stringify } from 'csv-stringify/sync';
import { csvColumnsOf } from '../../schemas/columns.ts';
import type { CsvColumn, CsvEncoding } from '../../schemas/columns.ts';
import type { Table } from '../../schemas/tables.ts';
import { DataError } from '../shared/errors.ts';
import type { Cell, CellRecord } from './canonical-row.ts';

/** Rows turned into text at a time: calls of the CSV library cost more than the rows of a batch. */
const BATCH_ROWS = 250;

type CsvCells = (string | null)[];

/** The line of a table's CSV file that names its columns. */
export function csvHeader(table: Table): string {
  return csvText([csvColumnsOf(table).map((column) => column.name)]);
}

/**
 * CSV as RFC 4180 has it: UTF-8 without a byte order mark, CRLF. Null is an empty cell, and nothing else is: empty text
 * is refused. Cells are the data unchanged: one that begins with `=` stays so.
 */
export class CsvRows {
  readonly #table: string;
  readonly #columns: readonly CsvColumn[];
  #batch: CsvCells[] = [];
  #text = '';
  #rows = 0;

  constructor(table: Table) {
    this.#table = table.name;
    this.#columns = csvColumnsOf(table);
  }

  add(record: CellRecord): void {
    this.#rows += 1;
    this.#batch.push(this.#columns.map((column) => this.#cell(column, record[column.field] ?? null)));
    if (this.#batch.length === BATCH_ROWS) this.#flush();
  }

  /** The rows so far, and starts anew. */
  take(): Uint8Array {
    this.#flush();
    const bytes = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    return bytes;
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

  #flush(): void {
    if (this.#batch.length > 0) this.#text += csvText(this.#batch);
    this.#batch = [];
  }
}

function csvText(rows: readonly CsvCells[]): string {
  return stringify([...rows], { record_delimiter: 'windows' });
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
