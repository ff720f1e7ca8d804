/** A stage as a filter: records of the flow come as NDJSON and go as NDJSON. */
import { DataError, quote } from '../shared/errors.ts';
import { jsonLines } from '../shared/ndjson.ts';
import type { Surroundings } from './command.ts';

const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Gives every record of standard input to `map` and writes what it gives. The records are taken to be what the stage
 * before wrote: the flow's own form, checked again by validate.
 * @throws DataError naming the line where `map` cannot take the record, and what it throws of that kind itself.
 */
// eslint-disable-next-line typescript/no-unnecessary-type-parameters -- names the form that the stage before wrote
export async function mapRecords<Input>({ stdin, print }: Surroundings, map: (record: Input) => readonly unknown[]): Promise<void> {
  let output = '';
  let line = 0;
  for await (const record of jsonLines<Input>(stdin)) {
    line += 1;
    for (const result of mapped(map, record, line)) output += `${JSON.stringify(result)}\n`;
    if (output.length >= CHUNK_CHARACTERS) {
      await print(output);
      output = '';
    }
  }
  await print(output);
}

function mapped<Input>(map: (record: Input) => readonly unknown[], record: Input, line: number): readonly unknown[] {
  try {
    return map(record);
  } catch (error) {
    throw otherForm(error, `line ${line} of standard input`);
  }
}

/** An error met over a record that is not what the stage before writes, with its place; one that has a place as it is. */
export function otherForm(error: unknown, where: string): unknown {
  if (!(error instanceof TypeError || error instanceof RangeError)) return error;
  return new DataError({ where, found: `a record of another form (${quote(error.message)})`, expected: 'a record as the stage before writes it' }, { cause: error });
}
