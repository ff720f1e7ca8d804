/** Emit, alone: merged papers that another process made become a release folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Manifest } from '../../schemas/manifest.ts';
import { withStagedDirectory } from '../emit/replace-directory.ts';
import type { MergedPaper } from '../merge/merge-paper.ts';
import { emitPapers } from './emit-papers.ts';
import type { Sources } from './sources.ts';

/**
 * Writes or replaces the release folder `out`. The entries of a capture are counted by their appearances.
 * @throws DataError where a record is out of order or does not fit its schema.
 */
export async function emitRecords(
  papers: readonly MergedPaper[],
  sources: Sources,
  { out, datasetVersion }: { readonly out: string; readonly datasetVersion: string },
): Promise<Manifest> {
  const entries = new Map<string, number>();
  for (const { capture_id } of papers.flatMap(({ appearances }) => appearances)) entries.set(capture_id, (entries.get(capture_id) ?? 0) + 1);
  const work = await mkdtemp(path.join(tmpdir(), 'trending-papers-'));
  try {
    const input = { papers, sources, rejects: [], entries, datasetVersion };
    return (await withStagedDirectory(out, (staging) => emitPapers(input, staging, work))).manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
