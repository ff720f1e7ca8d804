/** The files of a release are those of its manifest, byte for byte. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CHECKSUMS_FILE, MANIFEST_FILE, manifestSchema, type Manifest } from '../../schemas/manifest.ts';
import { DataError, quote } from '../shared/errors.ts';
import type { Problems } from './problems.ts';

const LARGEST_MANIFEST = 16 * 1024 * 1024;
/** `HASH  PATH`, as sha256sum writes it. */
const CHECKSUM = /^([0-9a-f]{64}) [ *]([A-Za-z0-9._/-]{1,500})$/;

/** Reads the manifest of the release in `directory`. @throws DataError where there is none or it is no valid one. */
export async function readManifest(directory: string): Promise<Manifest> {
  const file = path.join(directory, MANIFEST_FILE);
  const size = await stat(file).then(({ size: bytes }) => bytes, () => null);
  if (size === null) throw new DataError({ where: directory, found: `no ${MANIFEST_FILE}`, expected: 'a release folder', cure: 'Unpack the release whole, or name its folder.' });
  if (size > LARGEST_MANIFEST) throw new DataError({ where: file, found: `${size} bytes`, expected: `at most ${LARGEST_MANIFEST}` });
  const parsed = manifestSchema.safeParse(parseJson(await readFile(file, 'utf8'), file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DataError({ where: `${file}, ${issue?.path.join('.') ?? ''}`, found: issue?.message ?? 'an error', expected: 'a valid manifest' });
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError({ where, found: quote(text), expected: 'JSON' }, { cause });
  }
}

/** Checks that every file is there and is what the manifest says, that no other is, and that SHA256SUMS agrees. */
export async function checkFiles(directory: string, manifest: Manifest, problems: Problems): Promise<void> {
  const hashes = new Map<string, string>();
  for (const file of manifest.files) {
    const found = await hashOf(path.join(directory, file.path));
    if (found === null) problems.add({ where: file.path, found: 'nothing', expected: 'the file that the manifest lists' });
    else if (found.bytes !== file.bytes) problems.add({ where: file.path, found: `${found.bytes} bytes`, expected: `${file.bytes} bytes` });
    else if (found.sha256 !== file.sha256) problems.add({ where: file.path, found: `SHA-256 ${found.sha256}`, expected: file.sha256 });
    if (found !== null) hashes.set(file.path, found.sha256);
  }
  const listed = new Set([...manifest.files.map((file) => file.path), MANIFEST_FILE, CHECKSUMS_FILE]);
  for (const file of await filesOf(directory)) {
    if (!listed.has(file)) problems.add({ where: file, found: 'a file that the manifest does not list', expected: 'no other files' });
  }
  problems.endCheck('files, sizes and hashes', manifest.files.length);
  await checkChecksums(directory, hashes, problems);
}

async function checkChecksums(directory: string, hashes: Map<string, string>, problems: Problems): Promise<void> {
  const text = await readFile(path.join(directory, CHECKSUMS_FILE), 'utf8').catch(() => null);
  if (text === null) return;
  const manifest = await hashOf(path.join(directory, MANIFEST_FILE));
  if (manifest !== null) hashes.set(MANIFEST_FILE, manifest.sha256);
  const lines = text.split('\n').filter((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    const [, hash, file] = CHECKSUM.exec(line) ?? [];
    if (hash === undefined || file === undefined || hashes.get(file) !== hash) {
      problems.add({ where: `${CHECKSUMS_FILE}, line ${index + 1}`, found: quote(line), expected: 'the SHA-256 and the path of a file of the release' });
    }
    if (file !== undefined) hashes.delete(file);
  }
  for (const file of hashes.keys()) problems.add({ where: CHECKSUMS_FILE, found: `no line for ${file}`, expected: 'a line for every file' });
  problems.endCheck(CHECKSUMS_FILE, lines.length);
}

async function hashOf(file: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch {
    return null;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Every file below `directory`, with `/` between folders, sorted. */
async function filesOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}
