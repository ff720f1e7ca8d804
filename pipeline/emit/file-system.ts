import { open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '../shared/errors.ts';

/** What the file system's refusals mean to someone who waits for a release. Codes: errno(3). */
const REFUSALS: Readonly<Record<string, { readonly found: string; readonly cure: string }>> = {
  ENOSPC: { found: 'no space left on the disk', cure: 'Free some space and build again.' },
  EDQUOT: { found: 'the disk quota used up', cure: 'Free some space and build again.' },
  EROFS: { found: 'a read-only file system', cure: 'Choose another folder.' },
  EACCES: { found: 'no permission to write', cure: 'Choose another folder, or change its permissions.' },
  EPERM: { found: 'no permission to write', cure: 'Choose another folder, or change its permissions.' },
  EBUSY: { found: 'a folder in use, such as a mount point', cure: 'Choose a folder inside it.' },
  EXDEV: { found: 'a folder on another file system than its parent', cure: 'Choose a folder inside it.' },
  EEXIST: { found: 'a file where a folder should be', cure: 'Choose another folder.' },
  ENOTDIR: { found: 'a file where a folder should be', cure: 'Choose another folder.' },
  EIO: { found: 'an error of the disk', cure: 'Check the disk and build again.' },
};

/** The system's code of an error, such as `ENOENT`; undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * A refusal of the file system as an error that says what to do; any other error as it is.
 * @param option of the command line, by which another folder is chosen.
 */
export function explainRefusal(error: unknown, where: string, option: '--out' | '--cache' = '--out'): unknown {
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
