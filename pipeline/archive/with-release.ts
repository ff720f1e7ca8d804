/** A release as a folder, whichever way it came: a folder as it is, an archive unpacked for as long as it is used. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recoverDirectory } from '../emit/replace-directory.ts';
import { UsageError } from '../shared/errors.ts';
import { unpackArchive } from './unpack.ts';

/**
 * Calls `use` with the folder of the release at `place`; one that a killed build left moved aside is put back first.
 * @throws UsageError where nothing is there; DataError where an archive is damaged, too large or names odd paths.
 */
export async function withRelease<Result>(place: string, use: (directory: string) => Promise<Result>): Promise<Result> {
  await recoverDirectory(place);
  const found = await stat(place).catch(() => null);
  if (found === null) throw new UsageError(`Nothing is at ${place}; expected the folder or the .tar.gz of a release.`);
  if (found.isDirectory()) return await use(place);
  const directory = await mkdtemp(path.join(tmpdir(), 'trending-papers-'));
  try {
    return await use(await unpackArchive(place, directory));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
