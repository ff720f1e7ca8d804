/** The version of the code that reads captures: a hash of its own files, so that no number has to be raised by hand. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the content of a shard depends on: the reading stages, what they share, the schemas, and the libraries. */
const READING = ['pipeline/parse', 'pipeline/normalize', 'pipeline/extract', 'pipeline/ontology', 'pipeline/shared', 'pipeline/build/shard', 'schemas'];

/** A hash of the code and tables that make shards; the same on any machine. */
export async function codeVersion(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = (await Promise.all(['pipeline', 'schemas'].map((folder) => filesBelow(root, folder)))).flat();
  const hash = createHash('sha256');
  for (const file of files.filter((name) => READING.some((start) => name.startsWith(start))).toSorted()) {
    hash.update(`${file}\n`).update(await readFile(path.join(root, file)));
  }
  // The libraries that read: their versions are those of the lockfile, where there is one.
  for (const file of ['package.json', 'package-lock.json']) hash.update(await readFile(path.join(root, file)).catch(() => ''));
  return hash.digest('hex');
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return names.filter((name) => name.isFile()).map((name) => path.relative(root, path.join(name.parentPath, name.name)).replaceAll('\\', '/'));
}
