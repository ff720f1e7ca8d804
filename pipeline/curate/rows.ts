/** The rows of a curated table: CSV with a header. */
import { parse } from 'csv-parse/sync';
import type { LoadedCapture } from '../records.ts';
import { DataError } from '../shared/errors.ts';

const LONGEST_RECORD = 100_000;

/** Reads the rows of a curated table, each by the names of its columns. @throws DataError where it is no CSV, or has other columns. */
export function readRows({ content, sidecar }: LoadedCapture, columns: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const header = (found: readonly string[]): string[] => {
    if (found.toSorted().join() === columns.toSorted().join()) return [...found];
    throw malformed(sidecar.capture_id, `a header of the columns ${found.join(', ').slice(0, 200)}`, columns);
  };
  try {
    return parse(Buffer.from(content), { columns: header, bom: true, max_record_size: LONGEST_RECORD });
  } catch (cause) {
    throw cause instanceof DataError ? cause : malformed(sidecar.capture_id, cause instanceof Error ? cause.message : String(cause), columns, cause);
  }
}

function malformed(where: string, found: string, columns: readonly string[], cause?: unknown): DataError {
  return new DataError({ where, found, expected: `CSV with the columns ${columns.join(', ')}` }, { cause });
}
