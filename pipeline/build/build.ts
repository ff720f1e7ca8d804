/** The main job: parse, normalize, extract, merge, validate, emit, from the captures in `raw/` to a release folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reject } from '../../schemas/types.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import { sha256 } from '../captures/store.ts';
import type { Progress } from '../shared/progress.ts';
import { withStagedDirectory } from '../emit/replace-directory.ts';
import { codeVersion } from './code-version.ts';
import { emitPapers } from './emit-papers.ts';
import type { MergedPaper } from '../merge/merge-paper.ts';
import { mergeShards, type MergeReport } from './merge-shards.ts';
import { readListings } from './read-listings.ts';
import { refuseTooManyRejects } from './reject-limit.ts';
import { openShardCache } from './shard-cache.ts';
import { openSources } from './sources.ts';
import { noTimings, type Timings } from './timings.ts';

export interface BuildOptions {
  /** The folder of captures. */
  readonly raw: string;
  /** The release folder to write or replace. */
  readonly out: string;
  readonly maxRejects: number;
  readonly datasetVersion: string;
  /** Folder of shards kept from build to build; null to make all anew and keep none. */
  readonly cache: string | null;
  /** Told how long each stage took; the output does not depend on it. */
  readonly timings?: Timings;
}

export interface BuildReport extends MergeReport {
  readonly manifest: Manifest;
  readonly rejects: readonly Reject[];
  /** How many captures needed no reading, because a build before read them with the same code. */
  readonly reused: number;
  /** Fields of the sources that no reader knows, with how often each was met. */
  readonly unknownFields: ReadonlyMap<string, number>;
}

/**
 * Builds the release folder `out` from `raw`. The same captures and code give the same bytes; on any failure the old
 * folder stays as it was.
 * @throws DataError when a capture is damaged, or more records than `maxRejects` had to be set aside.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<BuildReport> {
  const timings = options.timings ?? noTimings;
  const sources = await timings.measure('find captures', () => openSources(options.raw), ({ captures }) => captures.length);
  const work = await mkdtemp(path.join(tmpdir(), 'trending-papers-'));
  try {
    const cache = await openShardCache(cacheOf(options, work), await codeVersion());
    const listings = await timings.measure('parse, normalize, extract', () => readListings(sources.listings, cache, progress), ({ entries }) => sumOf(entries.values()));
    const merged = await timings.measure('group by paper', () => mergeShards(listings, sources), ({ paperCount }) => paperCount);
    return await timings.measure('merge, validate, emit', () => withStagedDirectory(options.out, async (staging) => {
      const papers = withProgress(merged.papers(), merged.paperCount, progress);
      const input = { papers, sources, rejects: listings.rejects, entries: listings.entries, datasetVersion: options.datasetVersion };
      const emitted = await emitPapers(input, staging, work);
      await refuseTooManyRejects(emitted.rejects, options.maxRejects, options.out);
      return { ...merged.report, ...emitted, reused: listings.reused, unknownFields: listings.unknownFields };
    }), ({ manifest }) => manifest.counts.papers);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** A folder for each `raw`: builds from two of them at once must not sweep away each other's shards. */
function cacheOf({ cache, raw }: BuildOptions, work: string): string {
  return cache === null ? path.join(work, 'shards') : path.join(cache, sha256(path.resolve(raw)).slice(0, 12));
}

function* withProgress(papers: Iterable<MergedPaper>, total: number, progress: Progress): Generator<MergedPaper> {
  progress.start('Writing papers', total);
  let done = 0;
  for (const merged of papers) {
    yield merged;
    done += 1;
    progress.advance(done);
  }
  progress.finish();
}
