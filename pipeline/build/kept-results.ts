/**
 * Results kept from build to build, a file each, found by what they were made from: the input and the code. So nothing
 * is ever out of date, and changed input or code makes a new one. Values are anything that a structured clone holds.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, explainRefusal } from '../emit/file-system.ts';
import { DataError } from '../shared/errors.ts';
import { bulkPieces, bulkValue } from './bulk-value.ts';

/** Gives a buffer of so many bytes to read into. */
export type Room = (size: number) => Buffer;

export interface KeptResults<Result> {
  /** Where the result of a key lies or will lie; what belongs to it has its name and an ending. */
  fileOf(key: string): string;
  has(key: string): Promise<boolean>;
  /** The result of a key; null where there is none, or what is there cannot be read. Its bytes are views of `room`. */
  read(key: string, room?: Room): Promise<Result | null>;
  /** Removes all but the results of `keys`. */
  sweep(keys: readonly string[]): Promise<void>;
}

/** Opens the folder `directory` of results that {@link writeResult} wrote; creates it where it is missing. */
export async function openKeptResults<Result>(directory: string): Promise<KeptResults<Result>> {
  await makeFolder(directory);
  const fileOf = (key: string): string => path.join(directory, key);
  return {
    fileOf,
    has: (key) => stat(fileOf(key)).then((found) => found.isFile(), () => false),
    read: (key, room = (size) => Buffer.allocUnsafeSlow(size)) => readResult<Result>(fileOf(key), room).catch(() => null),
    async sweep(keys) {
      const keep = new Set(keys);
      const stale = (await readdir(directory)).filter((name) => !keep.has(name.split('.')[0] ?? ''));
      await Promise.all(stale.map((name) => rm(path.join(directory, name), { recursive: true, force: true })));
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
    return bulkValue(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** @throws DataError where it cannot be made. */
async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (cause) {
    // A folder in one that is read-only: mkdir says no more than that it is not there.
    if (errorCode(cause) !== 'ENOENT') throw explainRefusal(cause, directory, '--cache');
    throw new DataError({ where: directory, found: 'a place where no folder can be made', expected: 'a folder that can be written', cure: 'Choose another with --cache.' }, { cause });
  }
}

/** Writes a result into `file`, whole or not at all. @throws DataError where the file system refuses. */
export async function writeResult(file: string, result: unknown): Promise<void> {
  await writePieces(file, bulkPieces(result));
}

/** Writes pieces, one behind the other, into `file`, whole or not at all. @throws DataError where the file system refuses. */
export async function writePieces(file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  try {
    const handle = await open(partial, 'w');
    try {
      for (const piece of pieces) await handle.appendFile(piece);
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw explainRefusal(error, file, '--cache');
  }
}
