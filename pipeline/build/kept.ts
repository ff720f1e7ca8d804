/** What a build keeps: shards and segments, for the builds to come or for itself alone. */
import path from 'node:path';
import { sha256 } from '../captures/store.ts';
import { underLock } from '../emit/directory-lock.ts';
import { exists, makeFolder } from '../shared/file-system.ts';
import { openKeptResults, type KeptResults } from './kept-results.ts';
import type { Segment } from './segment.ts';
import type { ShardFacts } from './shard.ts';

export interface Kept {
  readonly shards: KeptResults<ShardFacts>;
  readonly segments: KeptResults<Segment>;
}

/**
 * Opens what builds of `raw` before kept in `cache`, under a lock, and does `build` with it; with no cache, opens the
 * folder `work`, which nobody else has.
 * @throws DataError where another build of `raw` is at work with the same cache, or the file system refuses.
 */
export async function withKept<Result>(
  { raw, cache }: { readonly raw: string; readonly cache: string | null },
  work: string,
  build: (kept: Kept) => Promise<Result>,
): Promise<Result> {
  // Nothing is kept of captures that are not there: the build tells of them.
  if (cache === null || !(await exists(raw))) return await build(await keptIn(work));
  // A folder for each `raw`: builds of two of them must not sweep away each other's results.
  const folder = path.join(cache, sha256(path.resolve(raw)).slice(0, 12));
  await makeFolder(folder, '--cache');
  return await underLock(path.join(folder, 'lock'), '--cache', async (lock) => {
    const result = await build(await keptIn(folder));
    await lock.assertHeld();
    return result;
  });
}

async function keptIn(folder: string): Promise<Kept> {
  return {
    shards: await openKeptResults<ShardFacts>(path.join(folder, 'shards')),
    segments: await openKeptResults<Segment>(path.join(folder, 'segments')),
  };
}
