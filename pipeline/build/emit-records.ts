/** Emit, alone: merged papers that another process made become a release folder. */
import { CorrectionDesk } from '../curate/corrections.ts';
import { removedIds } from '../curate/redirects.ts';
import { withStagedDirectory } from '../emit/replace-directory.ts';
import type { MergedPaper } from '../merge/merge-paper.ts';
import { cutSegments } from './cut-segments.ts';
import { emitSegments, type Emitted } from './emit-segments.ts';
import { makeSegment, type Segment } from './segment.ts';
import type { Sources } from './sources.ts';

export interface EmitRecordsOptions {
  /** The folder of captures: not to be replaced. */
  readonly raw: string;
  readonly out: string;
  readonly datasetVersion: string;
}

/**
 * Writes or replaces the release folder `out`. The entries of a capture are counted by their appearances: those of a
 * listing of which neither list nor day is known are not.
 * @throws UsageError as `withStagedDirectory` does.
 * @throws DataError where a record is out of order or does not fit the form of the formats.
 */
export async function emitRecords(
  papers: readonly MergedPaper[],
  sources: Sources,
  { raw, out, datasetVersion }: EmitRecordsOptions,
): Promise<Emitted> {
  const entries = new Map<string, number>();
  for (const { capture_id } of papers.flatMap(({ appearances }) => appearances)) entries.set(capture_id, (entries.get(capture_id) ?? 0) + 1);
  const removed = removedIds(sources.redirects);
  const segments = segmentsOf(papers.filter(({ paper }) => !removed.has(paper.id)), sources);
  const input = { segments, sources, rejects: [], entries, datasetVersion };
  return await withStagedDirectory({ out, apart: [raw] }, (staging) => emitSegments(input, staging));
}

async function* segmentsOf(papers: readonly MergedPaper[], { corrections }: Sources): AsyncGenerator<Segment> {
  const desk = new CorrectionDesk(corrections);
  for (const { start, end } of cutSegments(papers.map(({ paper }) => paper.id))) {
    yield await makeSegment(papers.slice(start, end), (id) => desk.rowsOf(id));
  }
}
