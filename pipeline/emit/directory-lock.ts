import { link, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { DataError } from '../shared/errors.ts';
import { errorCode, explainRefusal, type FolderOption } from '../shared/file-system.ts';
import { isAlive, ownIdentity, processIdentitySchema } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** A lock that this process holds. */
export interface DirectoryLock {
  /** @throws {DataError} where another process has taken the lock over. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Does `work` under the lock that the file `path` stands for, and removes what processes killed over it left beside it.
 * @param option by which another folder is chosen.
 * @throws {DataError} where a living process holds it, or the file system refuses; and what `work` throws.
 */
export async function underLock<Result>(path: string, option: FolderOption, work: (lock: DirectoryLock) => Promise<Result>): Promise<Result> {
  const lock = await takeLock(path).catch((error: unknown) => {
    throw explainRefusal(error, dirname(path), option);
  });
  try {
    await removeLockDrafts(path);
    return await work(lock);
  } finally {
    await lock.release();
  }
}

/**
 * Takes the lock that the file `path` stands for. A lock whose process is gone is taken over.
 * @throws {DataError} where a living process holds it.
 */
async function takeLock(path: string): Promise<DirectoryLock> {
  const own = await ownIdentity();
  if (!(await create(path, own))) {
    await removeStale(path, own);
    if (!(await create(path, own))) throw busy(path, await readHolder(path));
  }
  return {
    async assertHeld() {
      const holder = await readHolder(path);
      if (holder?.token !== own.token) throw busy(path, holder);
    },
    async release() {
      if ((await readHolder(path))?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** Removes what processes killed while they took the lock left beside it. To be called by who holds it. */
async function removeLockDrafts(path: string): Promise<void> {
  const prefix = `${basename(path)}-`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix) && z.uuid().safeParse(name.slice(prefix.length)).success) await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** Written under another name and linked in place: the lock appears with its holder in it, and only where there is none. */
async function create(path: string, own: ProcessIdentity): Promise<boolean> {
  const draft = `${path}-${own.token}`;
  try {
    await writeFile(draft, JSON.stringify(own));
    await link(draft, path);
    return true;
  } catch (error) {
    // EEXIST: there is a lock. ENOENT: who holds it has just removed our draft as a leftover.
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Removes the lock of a process that is gone. Of several that find it, one at a time may, and looks once more: by then
 * another may have taken the lock anew. A guard that was left in these few microseconds is removed for the next try.
 */
async function removeStale(path: string, own: ProcessIdentity): Promise<void> {
  await refuseAlive(path);
  const guard = `${path}.takeover`;
  if (!(await create(guard, own))) {
    await refuseAlive(guard);
    await rm(guard, { force: true });
    throw busy(path, await readHolder(path));
  }
  try {
    await refuseAlive(path);
    await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function refuseAlive(path: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder !== null && (await isAlive(holder))) throw busy(path, holder);
}

/** The holder that a lock names; null where there is no lock, or one that a crash of the machine left torn. */
async function readHolder(path: string): Promise<ProcessIdentity | null> {
  try {
    // A pipe would be read for ever.
    if (!(await stat(path)).isFile()) throw new DataError({ where: path, found: 'something that is no file', expected: 'a lock, or nothing', cure: 'Move it away.' });
    return processIdentitySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function busy(path: string, holder: ProcessIdentity | null): DataError {
  return new DataError({
    where: path,
    found: holder === null ? 'another build at work' : `the build of process ${holder.pid} on ${holder.host} at work`,
    expected: 'no other build in this folder',
    cure: 'Wait until it has ended; if that process is gone, remove the file.',
  });
}
