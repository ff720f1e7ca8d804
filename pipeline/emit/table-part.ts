/** Some rows of a table in the forms that its files are put together from. */
import { columnsOf } from '../../schemas/columns.ts';
import { TABLES } from '../../schemas/tables.ts';
import type { TableName } from '../../schemas/tables.ts';
import { canonicalRows } from './canonical-row.ts';
import type { CanonicalRow } from './canonical-row.ts';
import { CsvRows } from './csv-rows.ts';
import { keyOrder } from './key-order.ts';
import { RowGroupEncoder, type RowGroups } from './row-groups.ts';

export type ReleaseTable = (typeof TABLES)[number];

export interface TablePart {
  readonly rows: number;
  /** A record on each line. */
  readonly ndjson: Uint8Array;
  /** The lines of the rows, without the header. */
  readonly csv: Uint8Array;
  readonly parquet: RowGroups;
}

/** Takes the rows of a table, in the order of its primary key, and makes parts of them. */
export class PartMaker {
  readonly #canonical: (row: object) => CanonicalRow;
  readonly #checkOrder: (record: CanonicalRow['record']) => void;
  readonly #csv: CsvRows;
  readonly #parquet: RowGroupEncoder;
  #lines: string[] = [];

  constructor(table: ReleaseTable) {
    const columns = columnsOf(table.row);
    this.#canonical = canonicalRows(table.name, columns, table.primaryKey);
    this.#checkOrder = keyOrder(table);
    this.#csv = new CsvRows(table);
    this.#parquet = new RowGroupEncoder(columns);
  }

  /** Rows since the last part. */
  get rows(): number {
    return this.#lines.length;
  }

  /** @throws {DataError} for a row that does not fit the schema, or is out of order. */
  add(row: object): void {
    const { record, json } = this.#canonical(row);
    this.#checkOrder(record);
    this.#lines.push(json);
    this.#csv.add(record);
    this.#parquet.add(record);
  }

  /** The rows since the last part, as one. */
  async take(): Promise<TablePart> {
    const lines = this.#lines;
    this.#lines = [];
    const ndjson = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    return { rows: lines.length, ndjson, csv: this.#csv.take(), parquet: await this.#parquet.take() };
  }
}

/** The table called `name`. */
export function tableNamed(name: TableName): ReleaseTable {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new TypeError(`${name}: found no such table, expected one of TABLES.`);
  return table;
}
