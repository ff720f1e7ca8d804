import type { ReleaseFile } from '../../schemas/manifest.ts';
import type { TableName } from '../../schemas/tables.ts';
import type { ParquetNotes } from './row-groups.ts';
import { TableFiles } from './table-files.ts';
import { PartMaker, tableNamed } from './table-part.ts';

/** Rows of a part. A fixed number, so that the bytes depend on nothing but the rows; it bounds memory. */
const PART_ROWS = 10_000;

/**
 * Writes one table of a release in every format.
 * @param rows in the order of the primary key.
 * @throws {DataError} for a row that does not fit the schema, or is out of order.
 */
export async function writeTable(directory: string, name: TableName, rows: Iterable<object>, notes: ParquetNotes): Promise<readonly ReleaseFile[]> {
  const table = tableNamed(name);
  const maker = new PartMaker(table);
  const files = await TableFiles.create(directory, table, notes);
  try {
    for (const row of rows) {
      maker.add(row);
      if (maker.rows === PART_ROWS) await files.append(await maker.take());
    }
    await files.append(await maker.take());
    return await files.close();
  } catch (error) {
    await files.abandon();
    throw error;
  }
}
