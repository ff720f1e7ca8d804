/** Reads the rows of a table back, from each format of a release, one at a time. */
import { createReadStream } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { DataError, quote } from '../shared/errors.ts';
import { lineBatches } from '../shared/ndjson.ts';

const LARGEST_CSV_RECORD = 64 * 1024 * 1024;
/** Parquet rows read at a time. */
const PARQUET_ROWS = 5_000;

/** The records of an NDJSON file. @throws DataError naming the line that is no JSON. */
export async function* ndjsonRows(file: string): AsyncGenerator {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    yield parseRecord(text, `${file}, line ${line}`);
  }
}

/** The records of a JSON file as releases hold it: a list, a record on each line. @throws DataError for any other form. */
export async function* jsonRows(file: string): AsyncGenerator {
  let line = 0;
  let state: 'before' | 'first' | 'more' | 'last' | 'after' = 'before';
  for await (const text of linesOf(file)) {
    line += 1;
    const where = `${file}, line ${line}`;
    if (state === 'before') {
      state = expectLine(text, ['[', '[]'], where) === '[' ? 'first' : 'after';
    } else if (state === 'last') {
      expectLine(text, [']'], where);
      state = 'after';
    } else if (state === 'after') {
      throw new DataError({ where, found: quote(text), expected: 'the end of the file' });
    } else {
      state = text.endsWith(',') ? 'more' : 'last';
      yield parseRecord(state === 'more' ? text.slice(0, -1) : text, where);
    }
  }
  if (state !== 'after') throw new DataError({ where: file, found: 'no end of the list', expected: 'a whole JSON list' });
}

/** The cells of a CSV file, its header first. @throws DataError where it is no CSV. */
export async function* csvRows(file: string): AsyncGenerator<readonly string[]> {
  const parser = parse({ max_record_size: LARGEST_CSV_RECORD, record_delimiter: '\r\n' });
  createReadStream(file).on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    yield* parser;
  } catch (cause) {
    throw new DataError({ where: file, found: cause instanceof Error ? cause.message : 'an error', expected: 'CSV as RFC 4180 has it' }, { cause });
  }
}

/** The rows of a Parquet file, in batches of rows. @throws DataError where it cannot be read. */
export async function* parquetRows(file: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  try {
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer);
    const rows = Number(metadata.num_rows);
    for (let rowStart = 0; rowStart < rows; rowStart += PARQUET_ROWS) {
      yield* await parquetReadObjects({ file: buffer, metadata, compressors: { GZIP: unzip }, rowStart, rowEnd: Math.min(rows, rowStart + PARQUET_ROWS) });
    }
  } catch (cause) {
    throw new DataError({ where: file, found: cause instanceof Error ? cause.message : 'an error', expected: 'a Parquet file' }, { cause });
  }
}

/** The format is the one that releases use: every reader knows it. */
function unzip(compressed: Uint8Array, bytes: number): Uint8Array {
  return gunzipSync(compressed, { maxOutputLength: Math.max(1, bytes) });
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const batch of lineBatches(chunksOf(file))) {
    for (const { bytes, number } of batch) yield decodeLine(bytes, decoder, `${file}, line ${number}`);
  }
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk;
  } catch (cause) {
    throw new DataError({ where: file, found: cause instanceof Error ? cause.message : 'an error', expected: 'a file that can be read' }, { cause });
  }
}

function decodeLine(bytes: Uint8Array, decoder: TextDecoder, where: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new DataError({ where, found: 'bytes that are no UTF-8', expected: 'UTF-8' }, { cause });
  }
}

function parseRecord(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError({ where, found: quote(text), expected: 'a JSON record' }, { cause });
  }
}

function expectLine(text: string, expected: readonly string[], where: string): string {
  if (expected.includes(text)) return text;
  throw new DataError({ where, found: quote(text), expected: expected.join(' or ') });
}
