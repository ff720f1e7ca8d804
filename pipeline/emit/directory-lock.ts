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
      if (!(await isOwn(path, own))) throw busy(path, await readHolder(path));
    },
    async release() {
      if (await isOwn(path, own)) await rm(path, { force: true });
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
 * another may have taken the lock anew. A lock that is not there is never removed, as it may appear at any moment.
 */
async function removeStale(path: string, own: ProcessIdentity): Promise<void> {
  await refuseAlive(path);
  const guard = `${path}.takeover`;
  if (!(await create(guard, own))) {
    // Left by a process that was killed in these few microseconds: gone for the next try.
    if ((await refuseAlive(guard)) !== 'none') await rm(guard, { force: true });
    throw busy(guard, 'none');
  }
  try {
    if ((await refuseAlive(path)) !== 'none') await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** Who holds a lock that may be removed: nobody, or somebody who is gone. @throws {DataError} where a living process holds it. */
async function refuseAlive(path: string): Promise<Holder> {
  const holder = await readHolder(path);
  if (typeof holder === 'object' && (await isAlive(holder))) throw busy(path, holder);
  return holder;
}

/** Whom a lock names; `none` where there is no lock, `torn` where a crash of the machine left one that names nobody. */
type Holder = ProcessIdentity | 'none' | 'torn';

async function readHolder(path: string): Promise<Holder> {
  try {
    // A pipe would be read for ever.
    if (!(await stat(path)).isFile()) throw new DataError({ where: path, found: 'something that is no file', expected: 'a lock, or nothing', cure: 'Move it away.' });
    return processIdentitySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'none';
    if (error instanceof SyntaxError || error instanceof z.ZodError) return 'torn';
    throw error;
  }
}

async function isOwn(path: string, { token }: ProcessIdentity): Promise<boolean> {
  const holder = await readHolder(path);
  return typeof holder === 'object' && holder.token === token;
}

function busy(path: string, holder: Holder): DataError {
  return new DataError({
    where: path,
    found: typeof holder === 'string' ? 'another build at work' : `the build of process ${holder.pid} on ${holder.host} at work`,
    expected: 'no other build in this folder',
    cure: 'Wait until it has ended; if that process is gone, remove the file.',
  });
}
