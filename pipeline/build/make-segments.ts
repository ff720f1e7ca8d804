/** Merge, validate and encode all papers, segment by segment; a segment that is kept is not made again. */
import { rm } from 'node:fs/promises';
import { DataError } from '../shared/errors.ts';
import type { Progress } from '../shared/progress.ts';
import { cutSegments, type Run } from './cut-segments.ts';
import type { KeptResults, Room } from './kept-results.ts';
import type { SegmentPlan } from './plan-segment.ts';
import type { Segment } from './segment.ts';
import type { Workers } from './workers.ts';

export interface SegmentsPlace {
  readonly kept: KeptResults<Segment>;
  /** Whether segments stay for the next build. */
  readonly stay: boolean;
  readonly workers: Workers;
}

/** Plans are made twice, for the key and for the work: those of a million papers at once would fill memory. */
type Planner = (run: Run) => SegmentPlan;
type Planned = Omit<SegmentPlan, 'task'>;

/** From so many papers on, threads save more than starting them costs. */
const PAPERS_WORTH_THREADS = 3_000;
/** From so many on, new threads, which hold nothing of what extracted, save more memory than the second it takes to start them. */
const PAPERS_WORTH_NEW_THREADS = 100_000;

/**
 * Gives the segments of the papers `ids`, in their order; those that are missing are made meanwhile, several at a time.
 * The bytes of a segment are good until the next one is asked for.
 * @throws DataError as `makeSegment` does.
 */
export async function* makeSegments(ids: readonly string[], planOf: Planner, place: SegmentsPlace, progress: Progress): AsyncGenerator<Segment> {
  const planned = cutSegments(ids).map((run): Planned => ({ run, key: planOf(run).key }));
  const made = await makeMissing(planned, planOf, place);
  await place.kept.sweep(planned.map(({ key }) => key));
  progress.start('Writing papers', ids.length);
  // By turns: while one segment is in use, the next is read, and the one before is done with.
  const rooms = [reusedRoom(), reusedRoom()];
  const upcoming = planned.map((segment, index) => async () => {
    await made.get(segment.key);
    return await takeSegment(segment, planOf, place, rooms[index % rooms.length]);
  });
  for await (const [index, segment] of readAhead(upcoming)) {
    yield segment;
    progress.advance(planned[index]?.run.end ?? 0);
  }
  // Nothing is left to do for them, and what comes now takes memory: the footers of all tables.
  await place.workers.close();
  progress.finish();
}

/** Starts to make what is missing: a promise for each, by key. */
async function makeMissing(planned: readonly Planned[], planOf: Planner, { kept, workers }: SegmentsPlace): Promise<ReadonlyMap<string, Promise<void>>> {
  const are = await Promise.all(planned.map(({ key }) => kept.has(key)));
  const missing = planned.filter((_, index) => are[index] === false);
  const papers = missing.reduce((sum, { run }) => sum + run.end - run.start, 0);
  if (papers >= PAPERS_WORTH_NEW_THREADS) await workers.close();
  if (papers >= PAPERS_WORTH_THREADS) workers.start();
  return new Map(
    missing.map(({ run, key }) => {
      const made = workers.segment(() => ({ ...planOf(run).task, file: kept.fileOf(key) }));
      // Told where it is awaited; until then a failure must not end the process.
      made.catch(() => undefined);
      return [key, made];
    }),
  );
}

/** Reads a segment; where what was kept cannot be read, makes it again. */
async function takeSegment({ run, key }: Planned, planOf: Planner, { kept, stay, workers }: SegmentsPlace, room: Room | undefined): Promise<Segment> {
  const found = await kept.read(key, room);
  if (found === null) await workers.segment(() => ({ ...planOf(run).task, file: kept.fileOf(key) }));
  const segment = found ?? (await kept.read(key, room));
  if (segment === null) throw new DataError({ where: kept.fileOf(key), found: 'a segment that cannot be read though it was just written', expected: 'what was written', cure: 'Look after the disk, and build again.' });
  if (!stay) await rm(kept.fileOf(key));
  return segment;
}

/** One buffer, used again and again: new ones would lie about until they are collected. */
function reusedRoom(): Room {
  let buffer = Buffer.alloc(0);
  return (size) => {
    if (buffer.byteLength < size) buffer = Buffer.allocUnsafeSlow(size);
    return buffer.subarray(0, size);
  };
}

/** What `steps` give, in their order, with their numbers; while one is in use, the next is under way. */
async function* readAhead<Value>(steps: readonly (() => Promise<Value>)[]): AsyncGenerator<readonly [number, Value]> {
  let next = steps[0]?.();
  for (const index of steps.keys()) {
    const value = await next;
    next = steps[index + 1]?.();
    // Told when it is its turn.
    next?.catch(() => undefined);
    if (value !== undefined) yield [index, value];
  }
}
