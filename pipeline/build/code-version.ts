/** The version of the code that makes what is kept: a hash of its own files, so that no number has to be raised by hand. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the content of a shard depends on: the reading stages, what they share, the schemas, and the libraries. */
const READING = ['captures', 'parse', 'normalize', 'extract', 'ontology', 'shared', 'build'].map((stage) => `pipeline/${stage}/`);

/** Both of this code and of Node, which has its own tables of Unicode and its own gzip. */
export interface CodeVersions {
  /** Of what makes shards. */
  readonly reading: string;
  /** Of everything: what a segment depends on. */
  readonly all: string;
}

/** Hashes of the code and tables of this project; the same on any machine with this Node. */
export async function codeVersions(): Promise<CodeVersions> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const names = (await Promise.all(['pipeline', 'schemas'].map((folder) => filesBelow(root, folder)))).flat();
  // The libraries: their versions are those of the lockfile, where there is one.
  const hashes = await Promise.all([...names, 'package.json', 'package-lock.json'].toSorted().map(async (name) => ({ name, hash: await hashOf(path.join(root, name)) })));
  return {
    reading: versionOf(hashes.filter(({ name }) => !name.startsWith('pipeline/') || READING.some((stage) => name.startsWith(stage)))),
    all: versionOf(hashes),
  };
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file).catch(() => '')).digest('hex');
}

function versionOf(hashes: readonly { readonly name: string; readonly hash: string }[]): string {
  return createHash('sha256').update(JSON.stringify([process.version, hashes])).digest('hex');
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return names.filter((name) => name.isFile()).map((name) => path.relative(root, path.join(name.parentPath, name.name)).replaceAll('\\', '/'));
}
