/** The version of the code that makes what is kept: a hash of its own files, so that no number has to be raised by hand. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sha256 } from '../captures/store.ts';

/** What the content of a shard depends on: the reading stages, what they share, the schemas, and the libraries. */
const READING = ['captures', 'parse', 'normalize', 'extract', 'ontology', 'shared', 'build'].map((stage) => `pipeline/${stage}/`);

const LOCKFILE = 'package-lock.json';
const lockSchema = z.object({ packages: z.record(z.string(), z.unknown()).default({}) });

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
  const code = await Promise.all(names.toSorted().map(async (name) => ({ name, hash: sha256(await readFile(path.join(root, name))) })));
  const hashes = [...code, { name: LOCKFILE, hash: sha256(await librariesIn(path.join(root, LOCKFILE))) }];
  return {
    reading: versionOf(hashes.filter(({ name }) => !name.startsWith('pipeline/') || READING.some((stage) => name.startsWith(stage)))),
    all: versionOf(hashes),
  };
}

/** The libraries that a lockfile names; without this package itself, whose version rises with every release. */
async function librariesIn(lockfile: string): Promise<string> {
  const json: unknown = JSON.parse(await readFile(lockfile, 'utf8').catch(() => '{}'));
  const { packages } = lockSchema.parse(json);
  return JSON.stringify(Object.entries(packages).filter(([place]) => place !== ''));
}

function versionOf(hashes: readonly { readonly name: string; readonly hash: string }[]): string {
  return sha256(JSON.stringify([process.version, hashes]));
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return names.filter((name) => name.isFile()).map((name) => path.relative(root, path.join(name.parentPath, name.name)).replaceAll('\\', '/'));
}
