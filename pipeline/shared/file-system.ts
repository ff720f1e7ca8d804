/** What the stages ask of the file system beyond single calls: whole files, folders, refusals that are explained. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DataError } from './errors.ts';

interface Refusal {
  readonly found: string;
  readonly cure: string;
}

const NO_PERMISSION: Refusal = { found: 'no permission to write', cure: 'Choose another folder, or change its permissions.' };
const FILE_IN_THE_WAY: Refusal = { found: 'a file where a folder should be', cure: 'Choose another folder.' };
const FOLDER_IN_THE_WAY: Refusal = { found: 'a folder where a file should be', cure: 'Move it away, or choose another folder.' };

/** What the file system's refusals mean to someone who waits for a release. Codes: errno(3). */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ENOSPC: { found: 'no space left on the disk', cure: 'Free some space and build again.' },
  EDQUOT: { found: 'the disk quota used up', cure: 'Free some space and build again.' },
  EROFS: { found: 'a read-only file system', cure: 'Choose another folder.' },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EBUSY: { found: 'a folder in use, such as a mount point', cure: 'Choose a folder inside it.' },
  EXDEV: { found: 'a folder on another file system than its parent', cure: 'Choose a folder inside it.' },
  EEXIST: FILE_IN_THE_WAY,
  ENOTDIR: FILE_IN_THE_WAY,
  EISDIR: FOLDER_IN_THE_WAY,
  ENOTEMPTY: FOLDER_IN_THE_WAY,
  ELOOP: { found: 'links that lead to each other', cure: 'Mend them, or choose another folder.' },
  EIO: { found: 'an error of the disk', cure: 'Check the disk and build again.' },
};

/** The system's code of an error, such as `ENOENT`; undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Files opened at a time where there are many: systems allow a process some hundred. */
export const FILES_AT_A_TIME = 64;

/** The option of the command line that names a folder, as errors tell it. */
export type FolderOption = '--out' | '--cache' | '--raw' | '--out or --cache';

/** A refusal of the file system as an error that says what to do; any other error as it is. */
export function explainRefusal(error: unknown, where: string, option: FolderOption): unknown {
  const refusal = REFUSALS[errorCode(error) ?? ''];
  if (refusal === undefined) return error;
  return new DataError({ where, found: refusal.found, expected: 'a folder that can be written', cure: `${refusal.cure} ${option} names it.` }, { cause: error });
}

/** Whether something is at `path`. */
export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
      throw error;
    },
  );
}

/** Makes a folder, and those above it, unless it is there. @throws DataError where the file system refuses. */
export async function makeFolder(folder: string, option: FolderOption): Promise<void> {
  try {
    await makeWithParents(resolve(folder));
  } catch (cause) {
    // In a folder that is not there and cannot be made.
    if (errorCode(cause) !== 'ENOENT') throw explainRefusal(cause, folder, option);
    throw new DataError({ where: folder, found: 'a place where no folder can be made', expected: 'a folder that can be written', cure: `Choose another with ${option}.` }, { cause });
  }
}

/** Not by `recursive`, which never ends where no folder can be made, as below /proc. */
async function makeWithParents(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && dirname(folder) !== folder) {
      await makeWithParents(dirname(folder));
      return await mkdir(folder);
    }
    // There already, or the root of a disk that is read-only: either may be said by any code.
    if (!(await stat(folder).then((facts) => facts.isDirectory(), () => false))) throw error;
  }
}

const PARTIAL = '.partial-';

/** Whether a file of this name is what a process that was killed in {@link writeWhole} left. */
export function isPartial(name: string): boolean {
  return name.includes(PARTIAL);
}

/** Writes pieces, one behind the other, into `file`, whole or not at all; `durably`: on the disk before it appears. */
export async function writeWhole(file: string, pieces: readonly (Uint8Array | string)[], { durably }: { readonly durably: boolean }): Promise<void> {
  const partial = `${file}${PARTIAL}${randomUUID()}`;
  try {
    const handle = await open(partial, 'wx');
    try {
      for (const piece of pieces) await handle.appendFile(piece);
      if (durably) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Renames `from` to `to` where there is a `from`. */
export async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Makes sure that every file under a folder, and the folder, are on the disk and not only on their way to it. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(entries.map((entry) => (entry.isDirectory() ? syncTree : syncPath)(join(folder, entry.name))));
  await syncPath(folder);
}

/** Flushes one file or folder to the disk. Windows flushes folders by itself and does not let them be opened. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (process.platform === 'win32') return null;
    throw error;
  });
  try {
    await handle?.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle?.close();
  }
}
