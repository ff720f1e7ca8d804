/** `import`: files that someone saved become captures in raw/. */
import { readFile, stat } from 'node:fs/promises';
import { LARGEST_CAPTURE_BYTES } from '../captures/store.ts';
import { writeCapture } from '../captures/write-capture.ts';
import { importFile, type Imported } from '../import/import.ts';
import type { Given } from '../import/infer.ts';
import { DataError, UsageError } from '../shared/errors.ts';
import { CAPTURE_KINDS, LISTS } from '../../schemas/capture.ts';
import type { Call, Command, Surroundings } from './command.ts';
import { DEFAULT_RAW } from './folders.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring saved pages, API answers, text renderings or curated tables into raw/, each with its sidecar.',
  operands: 'FILE...',
  options: {
    raw: { value: 'DIR', help: 'Folder of captures (raw).' },
    kind: { value: 'KIND', help: `What the files are: ${CAPTURE_KINDS.join(', ')}.` },
    list: { value: 'LIST', help: `Which list they show: ${LISTS.join(', ')}.` },
    period: { value: 'PERIOD', help: "The list's own date, week, month or query." },
    'captured-at': { value: 'TIME', help: 'When they were captured: 2025-03-17, or 2025-03-17T08:00:00Z.' },
    url: { value: 'URL', help: 'Where they came from.' },
  },
  notes: [
    'What is not given is inferred from the document and the name of the file, such as 2025-03-17.json; never from the',
    "file's own time. A file that fails is told with its reason, the others are kept, and the exit code is 1.",
  ].join('\n'),
  async run(call, surroundings) {
    if (call.positionals.length === 0) throw new UsageError('import takes at least one FILE. See import --help.');
    return importAll(call, surroundings);
  },
};

async function importAll(call: Call, { print, tell, progress }: Surroundings): Promise<number> {
  const imported: Imported[] = [];
  let failed = 0;
  progress.start('Importing', call.positionals.length);
  for (const file of call.positionals) {
    try {
      imported.push(await importOne(file, call));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      tell(`trending-papers: ${error.message}`);
      failed += 1;
    }
    progress.advance(imported.length + failed);
  }
  progress.finish();
  if (!call.flag('quiet')) await print(summaryOf(imported, failed));
  return failed > 0 ? 1 : 0;
}

async function importOne(file: string, call: Call): Promise<Imported> {
  const facts = await stat(file).catch(() => null);
  if (facts?.isFile() !== true) throw new DataError({ where: file, found: 'no such file', expected: 'a file to import' });
  if (facts.size > LARGEST_CAPTURE_BYTES) {
    throw new DataError({ where: file, found: `${facts.size} bytes`, expected: `at most ${LARGEST_CAPTURE_BYTES} bytes` });
  }
  const raw = call.text('raw') ?? DEFAULT_RAW;
  return importFile(file, await readFile(file), givenIn(call), ({ sidecar, content }) => writeCapture(raw, sidecar, content));
}

function givenIn(call: Call): Given {
  return {
    kind: oneOf('kind', call.text('kind'), CAPTURE_KINDS),
    list: oneOf('list', call.text('list'), LISTS),
    period: call.text('period'),
    capturedAt: call.text('captured-at'),
    url: call.text('url'),
  };
}

function oneOf<Name extends string>(option: string, written: string | null, names: readonly Name[]): Name | null {
  if (written === null) return null;
  const known = names.find((name) => name === written);
  if (known !== undefined) return known;
  throw new UsageError(`--${option}: found ${JSON.stringify(written)}, expected one of ${names.join(', ')}.`);
}

function summaryOf(imported: readonly Imported[], failed: number): string {
  const entries = imported.reduce((sum, one) => sum + one.entries, 0);
  const rejected = imported.reduce((sum, one) => sum + one.rejected, 0);
  return `${imported.length} captures with ${entries} entries are in raw/; ${rejected} entries will be rejected, ${failed} files failed\n`;
}
