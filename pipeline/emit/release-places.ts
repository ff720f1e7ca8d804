import { readFile, readdir, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { DATASET_NAME, MANIFEST_FILE } from '../../schemas/manifest.ts';
import { UsageError } from '../shared/errors.ts';
import { errorCode } from '../shared/file-system.ts';

/** A release folder and the places beside it that replacing it needs: for `dist`, `.dist-staging` and so on. */
export interface ReleasePlaces {
  readonly out: string;
  readonly parent: string;
  readonly lock: string;
  /** Where the new release is written. */
  readonly staging: string;
  /** The old release, whole, while the new one is moved in place. */
  readonly previous: string;
  /** What a build keeps for itself alone. */
  readonly work: string;
  /** What is about to be removed. */
  readonly discarded: string;
}

/** The places of a release folder. Where `out` is a link, those of the folder it leads to. */
export async function releasePlaces(out: string): Promise<ReleasePlaces> {
  const folder = await followLink(resolve(out));
  const parent = dirname(folder);
  const beside = join(parent, `.${basename(folder)}`);
  return {
    out: folder,
    parent,
    lock: `${beside}-lock`,
    staging: `${beside}-staging`,
    previous: `${beside}-previous`,
    work: `${beside}-work`,
    discarded: `${beside}-discarded`,
  };
}

/** Not `realpath`: the link must lead to its folder also while that is moved aside. */
async function followLink(path: string): Promise<string> {
  try {
    return resolve(dirname(path), await readlink(path));
  } catch {
    return path;
  }
}

/**
 * Refuses a folder that a release must not replace, so that a wrong `--out` cannot cost anyone their files.
 * @throws {UsageError} where `out` is there, is not empty, and is not a release of this dataset.
 */
export async function refuseForeign(out: string): Promise<void> {
  const names = await namesIn(out);
  if (names.length === 0 || (names.includes(MANIFEST_FILE) && (await isOurs(join(out, MANIFEST_FILE))))) return;
  throw new UsageError(
    `${out}: found a folder with other files, expected an empty folder or a release of ${DATASET_NAME} to replace. ` +
      'Choose another folder with --out, or empty this one yourself.',
  );
}

/**
 * Refuses places that something else lies in, links followed: a new release would replace or remove it too.
 * @throws {UsageError} where one of the folders `apart` is, or is in, the release folder or a place that a build needs beside it.
 */
export async function refuseInside({ out, staging, previous, work, discarded }: ReleasePlaces, apart: readonly string[]): Promise<void> {
  for (const folder of apart) {
    for (const place of [out, staging, previous, work, discarded]) {
      const within = relative(await realPlace(place), await realPlace(folder));
      if (within.split(sep)[0] === '..' || isAbsolute(within)) continue;
      throw new UsageError(`${folder}: found inside ${place}, expected a folder of its own: a build of ${out} replaces that whole. Choose another with --out.`);
    }
  }
}

/** Where a path leads; where nothing is there yet, where it would be. */
async function realPlace(path: string): Promise<string> {
  const parent = dirname(resolve(path));
  return await realpath(path).catch(async () => (parent === resolve(path) ? parent : join(await realPlace(parent), basename(path))));
}

async function namesIn(out: string): Promise<readonly string[]> {
  try {
    return await readdir(out);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    if (errorCode(error) === 'ENOTDIR') throw new UsageError(`${out}: found a file, expected a folder. Choose another with --out.`);
    throw error;
  }
}

async function isOurs(manifest: string): Promise<boolean> {
  try {
    const content: unknown = JSON.parse(await readFile(manifest, 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content && content.name === DATASET_NAME;
  } catch {
    return false;
  }
}
