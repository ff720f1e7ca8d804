/** Reads the tables of the ontology: tab-separated text, lists with `|` between, comments before the header. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DataError } from '../shared/errors.ts';

/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** A row of a table with where it stands, for messages. */
export interface TableRow {
  readonly where: string;
  readonly cells: Cells;
}

interface ParsedRow {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

const TABLE_FORMAT = { delimiter: '\t', quote: false, comment: '#', comment_no_infix: true, columns: true, info: true } as const;

/**
 * Reads a table that lies beside this module.
 * @throws DataError naming the file and line where a row does not have the header's columns.
 */
export function readTable(file: string): readonly TableRow[] {
  const path = `pipeline/ontology/${file}`;
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  try {
    const rows = parse<ParsedRow>(text, TABLE_FORMAT);
    return rows.map(({ record, info }) => ({ where: `${path}, line ${info.lines}`, cells: record }));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : 'something else';
    throw new DataError({ where: path, found, expected: 'tab-separated rows with the columns of the header' }, { cause });
  }
}

/** The items of a list cell. */
export function listOf(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}
