/** `build`: the main job. */
import path from 'node:path';
import { build, type BuildReport } from '../build/build.ts';
import { packageVersion } from '../shared/package-facts.ts';
import { gatherTimings, processClocks, timingLines } from '../build/timings.ts';
import type { Call, Command, Surroundings } from './command.ts';
import { DEFAULT_CACHE, DEFAULT_OUT, DEFAULT_RAW } from './folders.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'Build the dataset: parse, normalize, extract, merge, validate and emit, from raw/ to dist/.',
  options: {
    raw: { value: 'DIR', help: `Folder of captures (${DEFAULT_RAW}).` },
    out: { value: 'DIR', help: `Release folder to write or replace (${DEFAULT_OUT}).` },
    cache: { value: 'DIR', help: `Folder of what is kept from build to build (${DEFAULT_CACHE}).` },
    'no-cache': { help: 'Read every capture anew, and keep nothing; the output is the same.' },
    timings: { help: 'Tell where the time goes: wall, CPU, records a second and peak memory of each stage.' },
    'max-rejects': { value: 'N', help: 'Records that may be set aside before the build fails (0).' },
  },
  notes: 'The old release folder stays as it was until the new one is whole.',
  async run(call, surroundings) {
    const out = call.text('out') ?? DEFAULT_OUT;
    const timings = gatherTimings(processClocks());
    const report = await build(
      {
        raw: call.text('raw') ?? DEFAULT_RAW,
        out,
        cache: call.flag('no-cache') ? null : (call.text('cache') ?? DEFAULT_CACHE),
        maxRejects: call.wholeNumber('max-rejects', 0) ?? 0,
        datasetVersion: await packageVersion(),
        timings,
      },
      surroundings.progress,
    );
    await tellReport(report, out, call, surroundings);
    if (call.flag('timings')) await surroundings.print(`\n${timingLines(timings.stages).join('\n')}\n`);
    return 0;
  },
};

async function tellReport(report: BuildReport, out: string, call: Call, { print, tell }: Surroundings): Promise<void> {
  for (const line of warningsOf(report)) tell(line);
  if (!call.flag('quiet')) await print(`${summaryOf(report, out).join('\n')}\n`);
}

function warningsOf(report: BuildReport): readonly string[] {
  return [
    ...report.unusedRows.map((row) => `Curated row ${row.position} of ${row.capture_id} matches no paper: ${row.title}`),
    ...report.unidentified.map((entry) => `No arXiv id is known for entry ${entry.position} of ${entry.capture_id}: ${entry.title}`),
    ...report.ambiguous.map((entry) => `Several arXiv papers share the title of entry ${entry.position} of ${entry.capture_id}: ${entry.title}`),
    ...[...report.unknownFields].map(([field, times]) => `The source has a field that no reader knows, met ${times} times: ${field}`),
  ];
}

function summaryOf({ manifest }: BuildReport, out: string): readonly string[] {
  const newest = manifest.generated_from.newest_captured_at;
  return [
    `trending-papers ${manifest.dataset_version}, from captures up to ${newest}`,
    '',
    ...Object.entries({ ...manifest.counts, rejects: manifest.rejects }).map(([table, rows]) => `${String(rows).padStart(10)}  ${table}`),
    '',
    ...manifest.files.map(({ path: file, bytes }) => `${sizeOf(bytes).padStart(10)}  ${file}`),
    '',
    `Written to ${path.resolve(out)}`,
  ];
}

const KIB = 1024;

function sizeOf(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  return bytes < KIB * KIB ? `${(bytes / KIB).toFixed(1)} KiB` : `${(bytes / KIB / KIB).toFixed(1)} MiB`;
}
