/** `extract`: a filter over NDJSON, in bounded memory. */
import { extractEntry } from '../extract/extract-entry.ts';
import { filterLine } from '../extract/filter.ts';
import type { NormalizedEntry } from '../records.ts';
import { lineBatches } from '../shared/ndjson.ts';
import type { Command, Surroundings } from './command.ts';
import { mapRecords } from './map-records.ts';

export const extractCommand: Command = {
  name: 'extract',
  summary: 'Read code status, links and reported results out of abstracts: a filter from NDJSON to NDJSON.',
  options: {
    entries: { help: 'Take normalized entries of the flow instead, and give them back with what was found.' },
  },
  notes: [
    'In:  {"id": string, "title": string, "abstract": string}, a line each.',
    'Out: {"id", "title", "abstract", "code_status", "links", "metrics"}, a line for a line and in order; title and',
    '     abstract are cleaned, and offsets point into the cleaned abstract.',
    'Results are looked for in the first 20,000 characters of an abstract.',
    'A line that is no such record gives {"error", "line"} in its place, and exit code 1 at the end.',
  ].join('\n'),
  async run(call, surroundings) {
    if (!call.flag('entries')) return filterAll(surroundings);
    await mapRecords<NormalizedEntry>(surroundings, (entry) => [extractEntry(entry)]);
    return 0;
  },
};

async function filterAll({ stdin, print }: Surroundings): Promise<number> {
  let failed = false;
  for await (const batch of lineBatches(stdin)) {
    let output = '';
    for (const line of batch) {
      const filtered = filterLine(line);
      failed ||= filtered.failed;
      output += `${filtered.line}\n`;
    }
    await print(output);
  }
  return failed ? 1 : 0;
}
