/** The rows of a curated table: CSV in UTF-8 with a header. */
import { CsvError, parse } from 'csv-parse/sync';
import { decodeUtf8 } from '../parse/decode.ts';
import type { LoadedCapture } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';

const LONGEST_RECORD = 100_000;

/**
 * Reads the rows of a curated table, each by the names of its columns, whatever their order.
 * @throws DataError where it is not UTF-8, not CSV (RFC 4180), or has other columns.
 */
export function readRows({ content, sidecar }: LoadedCapture, columns: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const where = `capture ${sidecar.capture_id}`;
  const header = (found: readonly string[]): string[] => {
    if (found.toSorted().join() === columns.toSorted().join()) return [...found];
    throw new DataError({ where: `${where}, line 1`, found: `the header "${quote(found.join())}"`, expected: `the header "${columns.join()}"` });
  };
  try {
    return parse(decodeUtf8(content, where), { columns: header, skip_empty_lines: true, max_record_size: LONGEST_RECORD });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new DataError(
      { where, found: quote(cause.message), expected: 'CSV as RFC 4180 has it', cure: 'Quote fields that hold commas, quotation marks or line breaks.' },
      { cause },
    );
  }
}
