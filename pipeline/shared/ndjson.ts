/** NDJSON in and out, in bounded memory: one JSON text a line, `\n` between. */
import { TextDecoder } from 'node:util';
import { DataError } from './errors.ts';

/** A line longer than this is refused. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** One line of a stream, without its ending, and its number from 1. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Splits a stream of bytes into batches of whole lines, a batch for each chunk that ends some.
 * @throws DataError for a line of more than 64 MiB.
 */
export async function* lineBatches(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let number = 0;
  for await (const chunk of source) {
    const lastNewline = chunk.lastIndexOf(NEWLINE);
    if (lastNewline >= 0) {
      const lines = splitLines(Buffer.concat([...rest, chunk.subarray(0, lastNewline + 1)]), number);
      number += lines.length;
      rest = [];
      restBytes = 0;
      yield lines;
    }
    const tail = chunk.subarray(lastNewline + 1);
    if (tail.length > 0) rest.push(tail);
    restBytes += tail.length;
    if (restBytes > LONGEST_LINE_BYTES) throw tooLong(number + 1);
  }
  if (restBytes > 0) yield [{ number: number + 1, bytes: withoutReturn(Buffer.concat(rest)) }];
}

function splitLines(bytes: Uint8Array, before: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    lines.push({ number: before + lines.length + 1, bytes: withoutReturn(bytes.subarray(start, end)) });
    start = end + 1;
  }
  return lines;
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

function tooLong(number: number): DataError {
  return new DataError({
    where: `line ${number} of standard input`,
    found: `more than ${LONGEST_LINE_BYTES} bytes without a line ending`,
    expected: 'one JSON record a line',
  });
}

/**
 * Reads every line as a JSON record. `Form` is what the caller knows the writer to have written; it is not checked.
 * @throws DataError naming the line that is not JSON.
 */
export async function* jsonLines<Form = unknown>(source: AsyncIterable<Uint8Array>): AsyncGenerator<Form> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const batch of lineBatches(source)) {
    for (const { number, bytes } of batch) yield parseLine(bytes, number, decoder);
  }
}

// eslint-disable-next-line typescript/no-unnecessary-type-parameters -- JSON.parse gives whatever form the caller knows
function parseLine<Form>(bytes: Uint8Array, number: number, decoder: TextDecoder): Form {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw new DataError({ where: `line ${number} of standard input`, found: 'no JSON in UTF-8', expected: 'one JSON record a line' }, { cause });
  }
}
