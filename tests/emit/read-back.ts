/** Reads a Parquet file with two implementations that did not write it: DuckDB (C++) and Rust's Arrow. */
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm/node';

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Every row as DuckDB reads it, as JSON values: dates and moments as ISO text. */
export async function readWithDuckDb(file: string): Promise<Rows> {
  return queryDuckDb(`SELECT to_json(t)::VARCHAR AS row FROM read_parquet('${file}') t`, (row) => JSON.parse(String(row['row'])));
}

/** The types of the columns as DuckDB reads them. */
export async function typesInDuckDb(file: string): Promise<ReadonlyMap<string, string>> {
  const rows = await queryDuckDb(`DESCRIBE SELECT * FROM read_parquet('${file}')`, (row) => row);
  return new Map(rows.map((row) => [String(row['column_name']), String(row['column_type'])]));
}

/** The rows that DuckDB gives for `sql`. */
export async function queryDuckDb<Row>(sql: string, map: (row: Readonly<Record<string, unknown>>) => Row): Promise<readonly Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return (await connection.runAndReadAll(sql)).getRowObjectsJson().map(map);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every row as Rust's Arrow reads it, as JSON values: days as a count of milliseconds. */
export async function readWithArrow(file: string): Promise<Rows> {
  const table = tableFromIPC(readParquet(new Uint8Array(await readFile(file))).intoIPCStream());
  return table.toArray().map((row) => JSON.parse(JSON.stringify(row)));
}
