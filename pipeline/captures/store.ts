/**
 * Reads the capture store: `raw/` holds each response or document as it came, and beside it a sidecar
 * `NAME.capture.json`. A capture is complete when its sidecar is there.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import pLimit from 'p-limit';
import { sidecarSchema } from '../../schemas/capture.ts';
import type { Sidecar } from '../../schemas/types.ts';
import type { LoadedCapture } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { errorCode, FILES_AT_A_TIME } from '../shared/file-system.ts';

/** A document larger than this, as stored or unpacked, is refused before it is read. */
export const LARGEST_CAPTURE_BYTES = 64 * 1024 * 1024;
const LARGEST_SIDECAR_BYTES = 64 * 1024;
export const SIDECAR_ENDING = '.capture.json';

/** A capture in the store: its sidecar, and where its document lies. */
export interface StoredCapture {
  readonly sidecar: Sidecar;
  readonly file: string;
  /** Changes when the document is written to, moved or replaced: its size, when it and its entry last changed, and its place on the disk. */
  readonly stamp: string;
}

/** SHA-256 of `content`, in hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Finds every capture below `rawDirectory`, sorted by capture_id whatever the order of the directory listing.
 * @throws DataError when a sidecar is malformed, its document is missing, or two captures share an id.
 */
export async function listCaptures(rawDirectory: string): Promise<readonly StoredCapture[]> {
  const names = await readdir(rawDirectory, { recursive: true }).catch((cause: unknown) => {
    throw new DataError(
      { where: rawDirectory, found: 'no readable folder', expected: 'the folder of captures', cure: 'Name it with --raw DIR.' },
      { cause },
    );
  });
  const sidecars = names.filter((name) => name.endsWith(SIDECAR_ENDING));
  const limit = pLimit(FILES_AT_A_TIME);
  const captures = await Promise.all(sidecars.map((name) => limit(() => readStored(path.join(rawDirectory, name)))));
  captures.sort((a, b) => (a.sidecar.capture_id < b.sidecar.capture_id ? -1 : 1));
  refuseSharedIds(captures);
  return captures;
}

function refuseSharedIds(captures: readonly StoredCapture[]): void {
  for (const [index, capture] of captures.entries()) {
    const next = captures[index + 1];
    if (next?.sidecar.capture_id === capture.sidecar.capture_id) {
      throw new DataError({
        where: next.file,
        found: `capture_id ${capture.sidecar.capture_id}, which ${capture.file} has too`,
        expected: 'an id of its own for every capture',
        cure: 'Rename one of the two and its sidecar.',
      });
    }
  }
}

async function readStored(sidecarFile: string): Promise<StoredCapture> {
  const json = await readBounded(sidecarFile, LARGEST_SIDECAR_BYTES, 'a sidecar');
  const parsed = sidecarSchema.safeParse(parseJson(json.toString('utf8'), sidecarFile));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DataError({
      where: `${sidecarFile}, field ${issue?.path.join('.') || '(whole)'}`,
      found: issue?.message ?? 'a malformed record',
      expected: 'a sidecar as schemas/capture.ts describes it',
    });
  }
  return { sidecar: parsed.data, ...(await documentOf(sidecarFile)) };
}

export function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new DataError({ where, found: quote(json), expected: 'one JSON object' }, { cause });
  }
}

async function documentOf(sidecarFile: string): Promise<Omit<StoredCapture, 'sidecar'>> {
  const plain = sidecarFile.slice(0, -SIDECAR_ENDING.length);
  for (const file of [plain, `${plain}.gz`]) {
    const facts = await stat(file, { bigint: true }).catch(() => null);
    if (facts?.isFile() === true) return { file, stamp: [facts.size, facts.mtimeNs, facts.ctimeNs, facts.ino, facts.dev].join(' ') };
  }
  throw new DataError({
    where: sidecarFile,
    found: 'a sidecar alone',
    expected: `its document ${path.basename(plain)} beside it`,
    cure: 'Restore the document, or remove the sidecar.',
  });
}

/**
 * Reads the document of a capture, unpacked, and holds it against its sidecar.
 * @throws DataError when it is too large, cannot be unpacked, or is not what its sidecar says.
 */
export async function loadCapture(stored: Omit<StoredCapture, 'stamp'>): Promise<LoadedCapture> {
  const packed = await readBounded(stored.file, LARGEST_CAPTURE_BYTES, 'the document of a capture');
  const content = stored.file.endsWith('.gz') ? unpack(packed, stored.file) : packed;
  const found = sha256(content);
  if (found !== stored.sidecar.sha256) {
    throw new DataError({
      where: stored.file,
      found: `${content.length} bytes with SHA-256 ${found}`,
      expected: `${stored.sidecar.bytes} bytes with SHA-256 ${stored.sidecar.sha256}, as its sidecar says`,
      cure: 'Captures are never edited: restore the document, or import the new one as a capture of its own.',
    });
  }
  return { sidecar: stored.sidecar, content };
}

async function readBounded(file: string, most: number, what: string): Promise<Buffer> {
  const { size, content } = await sizedFile(file, most).catch((cause: unknown) => {
    throw new DataError({ where: file, found: `no readable file (${errorCode(cause) ?? String(cause)})`, expected: what, cure: 'Restore it, or take the capture out of the folder.' }, { cause });
  });
  if (content !== null) return content;
  throw new DataError({ where: file, found: `${size} bytes`, expected: `${what}, of at most ${most} bytes`, cure: 'Look at what the file is.' });
}

/** The size of a file, and its content unless it is larger than `most`. */
async function sizedFile(file: string, most: number): Promise<{ readonly size: number; readonly content: Buffer | null }> {
  const facts = await stat(file);
  const { size } = facts;
  if (!facts.isFile()) throw new Error('neither a file nor a link to one');
  return { size, content: size > most ? null : await readFile(file) };
}

function unpack(packed: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: LARGEST_CAPTURE_BYTES });
  } catch (cause) {
    throw new DataError(
      { where: file, found: 'a gzip file that is broken or too large', expected: `gzip of at most ${LARGEST_CAPTURE_BYTES} bytes unpacked` },
      { cause },
    );
  }
}
