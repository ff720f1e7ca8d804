/** Two folders hold the same bytes, or what differs first. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The first file, by path, that is not in both folders or not the same in both; null where there is none. */
export async function firstDifference(one: string, other: string): Promise<string | null> {
  const [ones, others] = [await filesOf(one), await filesOf(other)];
  const lone = [...ones.filter((file) => !others.includes(file)), ...others.filter((file) => !ones.includes(file))].toSorted()[0];
  if (lone !== undefined) return lone;
  for (const file of ones) {
    if (!(await readFile(path.join(one, file))).equals(await readFile(path.join(other, file)))) return file;
  }
  return null;
}

async function filesOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name))).toSorted();
}
