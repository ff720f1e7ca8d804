/** The main job: parse, normalize, extract, merge, validate, emit, from the captures in `raw/` to a release folder. */
import type { Reject } from '../../schemas/types.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Progress } from '../shared/progress.ts';
import { withStagedDirectory } from '../emit/replace-directory.ts';
import { codeVersions } from './code-version.ts';
import { emitSegments } from './emit-segments.ts';
import { groupPapers, type GroupedPapers, type MergeReport } from './group-papers.ts';
import { withKept, type Kept } from './kept.ts';
import { makeSegments } from './make-segments.ts';
import { segmentPlanner } from './plan-segment.ts';
import { readListings, withoutKeys, type GroupedListings, type ReadListings } from './read-listings.ts';
import { refuseTooManyRejects } from './reject-limit.ts';
import { openSources, type Sources } from './sources.ts';
import { noTimings, type Timings } from './timings.ts';
import { openWorkers, type Workers } from './workers.ts';

export interface BuildOptions {
  /** The folder of captures. */
  readonly raw: string;
  /** The release folder to write or replace. */
  readonly out: string;
  readonly maxRejects: number;
  readonly datasetVersion: string;
  /** Folder of shards and segments kept from build to build; null to make all anew and keep none. */
  readonly cache: string | null;
  /** Told how long each stage took; the output does not depend on it. */
  readonly timings?: Timings;
  /** Who does the work; ended with the build. */
  readonly workers?: Workers;
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
 * @throws UsageError when the captures, or what is kept, lie in `out`, or `out` holds other files.
 * @throws DataError when a capture is damaged, more records than `maxRejects` had to be set aside, another build is at
 * work in `out` or in what is kept, or the disk refuses.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<BuildReport> {
  const { out, raw, cache } = options;
  const apart = cache === null ? [raw] : [raw, cache];
  return await withStagedDirectory({ out, apart }, (staging, work) =>
    withKept(options, work, async (kept) => {
      const workers = options.workers ?? openWorkers();
      try {
        return await stages({ options, timings: options.timings ?? noTimings, workers, kept, staging, versions: await codeVersions(), progress });
      } finally {
        // Before the locks are given back: a task under way still writes.
        await workers.close();
      }
    }),
  );
}

/** Where and by whom a build is done. */
interface BuildPlace {
  readonly options: BuildOptions;
  readonly timings: Timings;
  readonly workers: Workers;
  readonly kept: Kept;
  readonly staging: string;
  readonly versions: { readonly reading: string; readonly all: string };
  readonly progress: Progress;
}

async function stages(place: BuildPlace): Promise<BuildReport> {
  const { options, timings } = place;
  const sources = await timings.measure('find captures', () => openSources(options.raw), ({ captures }) => captures.length);
  const [listings, grouped] = await readAndGroup(sources, place);
  return await timings.measure('merge, validate, emit', () => write(sources, listings, grouped, place), ({ manifest }) => manifest.counts.papers);
}

/** A function of its own: when it ends, the keys of all entries go. */
async function readAndGroup(sources: Sources, place: BuildPlace): Promise<readonly [GroupedListings, GroupedPapers]> {
  const { options, timings } = place;
  const listings = await timings.measure('parse, normalize, extract', () => read(sources, place), entriesOf);
  await refuseTooManyRejects([...sources.rejects, ...listings.rejects], options.maxRejects, options.out);
  const grouped = await timings.measure('group by paper', () => groupPapers(listings, sources), ({ ids }) => ids.length);
  return [withoutKeys(listings), grouped];
}

async function read({ listings }: Sources, { kept, versions, workers, progress }: BuildPlace): Promise<ReadListings> {
  return await readListings(listings, { kept: kept.shards, version: versions.reading, workers }, progress);
}

async function write(sources: Sources, listings: GroupedListings, grouped: GroupedPapers, place: BuildPlace): Promise<BuildReport> {
  const { options, workers, kept, staging, versions, progress } = place;
  const planOf = segmentPlanner(grouped, listings.shards, sources, versions.all);
  const segments = makeSegments(grouped.ids, planOf, { kept: kept.segments, stay: options.cache !== null, workers }, progress);
  const entries = new Map(listings.shards.map(({ facts }) => [facts.capture_id, facts.entries]));
  const emitted = await emitSegments({ segments, sources, rejects: listings.rejects, entries, datasetVersion: options.datasetVersion }, staging);
  await refuseTooManyRejects(emitted.rejects, options.maxRejects, options.out);
  return { ...grouped.report, ...emitted, reused: listings.reused, unknownFields: listings.unknownFields };
}

function entriesOf({ shards }: ReadListings): number {
  return shards.reduce((sum, { facts }) => sum + facts.entries, 0);
}
