import { stringify } from 'csv-stringify/sync';
import { csvColumnsOf } from '../../schemas/columns.ts';
import type { CsvColumn, CsvEncoding } from '../../schemas/columns.ts';
import type { Table } from '../../schemas/tables.ts';
import { DataError } from '../shared/errors.ts';
import { rowName, type Cell, type CellRecord } from './canonical-row.ts';

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
  readonly #table: Table;
  readonly #columns: readonly CsvColumn[];
  #batch: CsvCells[] = [];
  #text = '';

  constructor(table: Table) {
    this.#table = table;
    this.#columns = csvColumnsOf(table);
  }

  add(record: CellRecord): void {
    this.#batch.push(this.#columns.map((column) => this.#cell(column, record)));
    if (this.#batch.length === BATCH_ROWS) this.#flush();
  }

  /** The rows so far, and starts anew. */
  take(): Uint8Array {
    this.#flush();
    const bytes = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    return bytes;
  }

  #cell(column: CsvColumn, record: CellRecord): string | null {
    const cell = cellOf(column, record);
    if (cell !== '') return cell;
    throw new DataError({
      where: `${this.#table.name}, ${rowName(record, this.#table.primaryKey)}, field ${column.name}`,
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
  return columns.map((column) => cellOf(column, record));
}

function cellOf({ field, encoding }: CsvColumn, record: CellRecord): string | null {
  const value = record[field] ?? null;
  return value === null ? null : csvCell(encoding, value);
}

/** Text as it is, `true` and `false`, numbers in the shortest form that reads back as the same double. */
function csvCell(encoding: CsvEncoding, value: Exclude<Cell, null>): string {
  if (encoding === 'count') return String(Array.isArray(value) ? value.length : 0);
  return encoding === 'json' || typeof value === 'object' ? JSON.stringify(value) : String(value);
}
