/** Merge, validate and encode all papers, segment by segment; a segment that is kept is not made again. */
import { rm } from 'node:fs/promises';
import type { Progress } from '../shared/progress.ts';
import { cutSegments } from './cut-segments.ts';
import type { KeptResults } from './kept-results.ts';
import type { SegmentPlan } from './plan-segment.ts';
import type { Segment } from './segment.ts';
import type { Workers } from './workers.ts';

export interface SegmentsPlace {
  readonly kept: KeptResults<Segment>;
  /** Whether segments stay for the next build. */
  readonly stay: boolean;
  readonly workers: Workers;
}

/** From so many papers on, threads save more than starting them costs. */
const PAPERS_WORTH_THREADS = 3_000;

/**
 * Gives the segments of the papers `ids`, in their order; those that are missing are made meanwhile, several at a time.
 * @throws DataError as `makeSegment` does.
 */
export async function* makeSegments(
  ids: readonly string[],
  planOf: (ids: readonly string[]) => SegmentPlan,
  place: SegmentsPlace,
  progress: Progress,
): AsyncGenerator<Segment> {
  const segments = cutSegments(ids).map((some) => ({ ids: some, key: planOf(some).key }));
  const made = await makeMissing(segments, planOf, place);
  await place.kept.sweep(segments.map(({ key }) => key));
  progress.start('Writing papers', ids.length);
  let done = 0;
  for (const segment of segments) {
    await made.get(segment.key);
    yield (await place.kept.read(segment.key)) ?? (await makeAgain(planOf(segment.ids), place));
    if (!place.stay) await rm(place.kept.fileOf(segment.key));
    done += segment.ids.length;
    progress.advance(done);
  }
  progress.finish();
}

type Planned = Pick<SegmentPlan, 'ids' | 'key'>;

/** Starts to make what is missing: a promise for each, by key. Plans are made again then, as all at once fill memory. */
async function makeMissing(segments: readonly Planned[], planOf: (ids: readonly string[]) => SegmentPlan, { kept, workers }: SegmentsPlace): Promise<ReadonlyMap<string, Promise<void>>> {
  const are = await Promise.all(segments.map(({ key }) => kept.has(key)));
  const missing = segments.filter((_, index) => are[index] === false);
  if (missing.reduce((sum, { ids }) => sum + ids.length, 0) >= PAPERS_WORTH_THREADS) workers.start();
  return new Map(
    missing.map(({ ids, key }) => {
      const made = workers.segment(() => ({ ...planOf(ids).task, file: kept.fileOf(key) }));
      // Told where it is awaited; until then a failure must not end the process.
      made.catch(() => undefined);
      return [key, made];
    }),
  );
}

/** Where what was kept cannot be read. */
async function makeAgain({ task, key }: SegmentPlan, { kept, workers }: SegmentsPlace): Promise<Segment> {
  await workers.segment(() => ({ ...task, file: kept.fileOf(key) }));
  const segment = await kept.read(key);
  if (segment === null) throw new Error(`the segment ${kept.fileOf(key)} cannot be read`);
  return segment;
}
