/**
 * Results kept from build to build, a file each, found by what they were made from: the input and the code. So nothing
 * is ever out of date, and changed input or code makes a new one. Values are anything that a structured clone holds.
 */
import type { Dirent } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../captures/store.ts';
import { explainRefusal, isPartial, makeFolder, writeWhole } from '../shared/file-system.ts';
import { bulkPieces, bulkValues } from './bulk-value.ts';

/** Gives a buffer of so many bytes to read into. */
export type Room = (size: number) => Buffer;

export interface KeptResults<Result> {
  /** Where the result of a key lies or will lie; what belongs to it has its name and an ending. */
  fileOf(key: string): string;
  has(key: string): Promise<boolean>;
  /** The result of a key; null where there is none, or what is there is damaged. Its bytes are views of `room`. */
  read(key: string, room?: Room): Promise<Result | null>;
  /** Removes all but the results of `keys`. */
  sweep(keys: readonly string[]): Promise<void>;
}

/** The key of what is made from `content` by the code of `version`. */
export function keyOf(version: string, content: unknown): string {
  return sha256(`${version}\n${JSON.stringify(content)}`).slice(0, 32);
}

/** A key, and endings of what belongs to it. What has another name is none of ours, whoever put it there. */
const OURS = /^[0-9a-f]{32}(?:\.|$)/;

/**
 * Opens the folder `directory` of results that {@link writeResult} wrote; creates it where it is missing, and removes
 * what is no result: leftovers of a build that was killed, folders. No other build may be at work in it.
 * @throws DataError where the file system refuses.
 */
export async function openKeptResults<Result>(directory: string): Promise<KeptResults<Result>> {
  await makeFolder(directory, '--cache');
  const fileOf = (key: string): string => path.join(directory, key);
  const removeAll = async (isStale: (entry: Dirent) => boolean): Promise<void> => {
    try {
      const stale = (await readdir(directory, { withFileTypes: true })).filter((entry) => OURS.test(entry.name) && isStale(entry));
      await Promise.all(stale.map(({ name }) => rm(path.join(directory, name), { recursive: true, force: true })));
    } catch (error) {
      throw explainRefusal(error, directory, '--cache');
    }
  };
  await removeAll((entry) => !entry.isFile() || isPartial(entry.name));
  return {
    fileOf,
    has: (key) => stat(fileOf(key)).then((found) => found.isFile(), () => false),
    read: (key, room = (size) => Buffer.allocUnsafeSlow(size)) => readResult<Result>(fileOf(key), room).catch(() => null),
    async sweep(keys) {
      const keep = new Set(keys);
      await removeAll(({ name }) => !keep.has(name.split('.')[0] ?? ''));
    },
  };
}

async function readResult<Result>(file: string, room: Room): Promise<Result | null>;
async function readResult(file: string, room: Room): Promise<unknown> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    // At one go: readFile takes half a megabyte at a time.
    const { bytesRead, buffer } = await handle.read(room(size), 0, size, 0);
    const [key, result] = bulkValues(buffer.subarray(0, bytesRead)) ?? [];
    return key === path.basename(file) ? result : null;
  } finally {
    await handle.close();
  }
}

/**
 * Writes a result into `file`, which is named after its key, whole or not at all. The key is in it too, so that a file
 * which came under another name is known.
 * @throws DataError where the file system refuses.
 */
export async function writeResult(file: string, result: unknown): Promise<void> {
  await writeBeside(file, bulkPieces([path.basename(file), result]));
}

/** Writes pieces, one behind the other, into a file of a result, whole or not at all. @throws DataError where the file system refuses. */
export async function writeBeside(file: string, pieces: readonly Uint8Array[]): Promise<void> {
  try {
    await writeWhole(file, pieces, { durably: false });
  } catch (error) {
    throw explainRefusal(error, file, '--out or --cache');
  }
}
