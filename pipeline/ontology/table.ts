/** Reads the tables of the ontology: tab-separated text, lists with `|` between, comments before the header. */
import { readFileSync } from 'node:fs';
import { DataError } from '../shared/errors.ts';

/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** A row of a table with where it stands, for messages. */
export interface TableRow {
  readonly where: string;
  readonly cells: Cells;
}

/**
 * Reads a table that lies beside this module. Cells hold no tab, no line break and no quotation marks around them, so a
 * line is split and no more: this is done at every start, and a CSV library takes twenty times as long.
 * @throws DataError naming the file and line where a row does not have the header's columns.
 */
export function readTable(file: string): readonly TableRow[] {
  const path = `pipeline/ontology/${file}`;
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split(/\r?\n/);
  const rows = lines.map((line, index) => ({ where: `${path}, line ${index + 1}`, cells: line.split('\t'), line })).filter(({ line }) => line !== '' && !line.startsWith('#'));
  const [header, ...body] = rows;
  return body.map(({ where, cells }) => ({ where, cells: named(cells, header?.cells ?? [], where) }));
}

function named(cells: readonly string[], columns: readonly string[], where: string): Cells {
  if (cells.length !== columns.length) throw new DataError({ where, found: `${cells.length} cells`, expected: `${columns.length}, tab-separated: ${columns.join(', ')}` });
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

/** The items of a list cell. */
export function listOf(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}
