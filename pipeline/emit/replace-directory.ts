import { mkdir, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataError } from '../shared/errors.ts';
import { underLock } from './directory-lock.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { exists, explainRefusal, makeFolder, moveIfThere, syncPath, syncTree } from '../shared/file-system.ts';
import { refuseForeign, refuseInside, releasePlaces } from './release-places.ts';
import type { ReleasePlaces } from './release-places.ts';

const RECOVERY_ATTEMPTS = 40;
const RECOVERY_PAUSE_MILLISECONDS = 50;

/** A release folder to replace, and the folders that must not lie in it: they would go with the old release. */
export interface Replacement {
  readonly out: string;
  readonly apart: readonly string[];
}

/** Writes a release into the empty folder `staging`; `work` is a place, not made yet, for what it needs meanwhile. */
export type Builder<Result> = (staging: string, work: string) => Promise<Result>;

/**
 * Replaces the release folder `out` by what `build` writes into the empty folder it is given, all or nothing: killed at
 * any moment, `out` (after {@link recoverDirectory}) is the old release or the new one, whole. Works beside `out`, on the
 * same file system, under a lock; what a killed build left there is removed by the next.
 * @returns what `build` returned.
 * @throws {UsageError} where `out` is neither empty nor a release, or a folder that must lie apart is in it.
 * @throws {DataError} where another build of `out` is at work, or the disk refuses; and what `build` throws. The old
 * release then stays as it was.
 */
export async function withStagedDirectory<Result>({ out, apart }: Replacement, build: Builder<Result>): Promise<Result> {
  const places = await releasePlaces(out);
  await refuseInside(places, apart);
  try {
    await makeFolder(places.parent, '--out');
    return await underLock(places.lock, '--out', (lock) => buildAndSwap(places, lock, build));
  } catch (error) {
    throw explainRefusal(error, places.out, '--out');
  }
}

/**
 * Puts back the release that a process left moved aside when it was killed. To be called before `out` is read: does
 * nothing where `out` is there, and waits for a build that is just moving a new one in place.
 * @throws {DataError} where the release cannot be put back.
 */
export async function recoverDirectory(out: string): Promise<void> {
  const places = await releasePlaces(out);
  for (let attempt = 1; !(await exists(places.out)) && (await exists(places.previous)); attempt += 1) {
    try {
      await underLock(places.lock, '--out', () => putBack(places));
    } catch (error) {
      if (!(error instanceof DataError) || attempt === RECOVERY_ATTEMPTS) throw explainRefusal(error, places.out, '--out');
      await sleep(RECOVERY_PAUSE_MILLISECONDS);
    }
  }
}

async function buildAndSwap<Result>(places: ReleasePlaces, lock: DirectoryLock, build: Builder<Result>): Promise<Result> {
  await putBack(places);
  await refuseForeign(places.out);
  await removeLeftovers(places);
  await mkdir(places.staging);
  try {
    const result = await build(places.staging, places.work);
    await syncTree(places.staging);
    await lock.assertHeld();
    await swap(places);
    return result;
  } catch (error) {
    await Promise.all([places.staging, places.work].map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)));
    throw error;
  }
}

/** Two renames. Between them there is no `out`, only `previous`: a process killed there is what putBack is for. */
async function swap(places: ReleasePlaces): Promise<void> {
  await moveIfThere(places.out, places.previous);
  try {
    await rename(places.staging, places.out);
  } catch (error) {
    await putBack(places);
    throw error;
  }
  await syncPath(places.parent);
  // The new release is in place. What cannot be removed now is removed by the next build.
  await removeLeftovers(places).catch(() => undefined);
}

async function putBack(places: ReleasePlaces): Promise<void> {
  if (!(await exists(places.out))) await moveIfThere(places.previous, places.out);
}

/**
 * Removes what earlier builds left. Safe under the lock only. `previous` gets another name before it is removed, so that
 * whatever has that name is whole.
 */
async function removeLeftovers(places: ReleasePlaces): Promise<void> {
  await rm(places.discarded, { recursive: true, force: true });
  await moveIfThere(places.previous, places.discarded);
  await rm(places.discarded, { recursive: true, force: true });
  await rm(places.staging, { recursive: true, force: true });
  await rm(places.work, { recursive: true, force: true });
}
