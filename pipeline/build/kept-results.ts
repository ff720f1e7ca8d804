/**
 * Results kept from build to build, a file each, found by what they were made from: the input and the code. So nothing
 * is ever out of date, and changed input or code makes a new one. Values are anything that a structured clone holds.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { bulkPieces, bulkValue } from './bulk-value.ts';

export interface KeptResults<Result> {
  /** Where the result of a key lies or will lie; what belongs to it has its name and an ending. */
  fileOf(key: string): string;
  has(key: string): Promise<boolean>;
  /** The result of a key; null where there is none, or what is there cannot be read. */
  read(key: string): Promise<Result | null>;
  /** Removes all but the results of `keys`. */
  sweep(keys: readonly string[]): Promise<void>;
}

/** Opens the folder `directory` of results that {@link writeResult} wrote; creates it where it is missing. */
export async function openKeptResults<Result>(directory: string): Promise<KeptResults<Result>> {
  await mkdir(directory, { recursive: true });
  const fileOf = (key: string): string => path.join(directory, key);
  return {
    fileOf,
    has: (key) => stat(fileOf(key)).then((found) => found.isFile(), () => false),
    read: (key) => readResult<Result>(fileOf(key)).catch(() => null),
    async sweep(keys) {
      const keep = new Set(keys);
      const stale = (await readdir(directory)).filter((name) => !keep.has(name.split('.')[0] ?? ''));
      await Promise.all(stale.map((name) => rm(path.join(directory, name), { force: true })));
    },
  };
}

async function readResult<Result>(file: string): Promise<Result>;
async function readResult(file: string): Promise<unknown> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    // At one go: readFile takes half a megabyte at a time.
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(size), 0, size, 0);
    return bulkValue(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Writes a result into `file`, whole or not at all. */
export async function writeResult(file: string, result: unknown): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  const handle = await open(partial, 'w');
  try {
    for (const piece of bulkPieces(result)) await handle.appendFile(piece);
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}
