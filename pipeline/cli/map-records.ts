/** A stage as a filter: records of the flow come as NDJSON and go as NDJSON. */
import { jsonLines } from '../shared/ndjson.ts';
import type { Surroundings } from './command.ts';

const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Gives every record of standard input to `map` and writes what it gives. The records are taken to be what the stage
 * before wrote: the flow's own form, checked again by validate.
 */
// eslint-disable-next-line typescript/no-unnecessary-type-parameters -- names the form that the stage before wrote
export async function mapRecords<Input>(
  { stdin, print }: Surroundings,
  map: (record: Input, line: number) => readonly unknown[],
): Promise<number> {
  let output = '';
  let line = 0;
  for await (const record of jsonLines<Input>(stdin)) {
    line += 1;
    for (const result of map(record, line)) output += `${JSON.stringify(result)}\n`;
    if (output.length >= CHUNK_CHARACTERS) {
      await print(output);
      output = '';
    }
  }
  await print(output);
  return 0;
}
