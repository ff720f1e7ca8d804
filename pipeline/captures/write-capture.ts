/** Writes into the capture store: the document first, its sidecar last, and nothing over what is there. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sidecarSchema } from '../../schemas/capture.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { DataError } from '../shared/errors.ts';
import { errorCode, explainRefusal, makeFolder, writeWhole } from '../shared/file-system.ts';
import { parseJson, sha256, SIDECAR_ENDING } from './store.ts';

/** Documents from this size on are stored gzipped. */
const GZIP_FROM_BYTES = 256 * 1024;

/** What a new sidecar needs beyond what is read off the document itself. */
export type CaptureFacts = Omit<Sidecar, 'bytes' | 'sha256'>;

/** The sidecar of `content`: the facts given, and its size and hash. */
export function sidecarOf(facts: CaptureFacts, content: Uint8Array): Sidecar {
  return sidecarSchema.parse({ ...facts, bytes: content.length, sha256: sha256(content) });
}

const ENDINGS: Readonly<Record<Sidecar['kind'], string>> = {
  'listing-html': 'html',
  'listing-json': 'json',
  'listing-text': 'txt',
  'arxiv-ids': 'csv',
  redirects: 'csv',
  corrections: 'csv',
};

/**
 * Writes a capture and its sidecar into `rawDirectory`, in a folder of its kind; killed at any moment, the capture is
 * there whole or not at all. Gives the document's path; the same document under the same id is kept as it is.
 * @throws DataError when another capture of that id is already there: a capture is never overwritten.
 */
export async function writeCapture(rawDirectory: string, sidecar: Sidecar, content: Uint8Array): Promise<string> {
  const folder = path.join(rawDirectory, sidecar.kind);
  const plain = path.join(folder, `${sidecar.capture_id}.${ENDINGS[sidecar.kind]}`);
  const gzip = content.length >= GZIP_FROM_BYTES;
  const file = gzip ? `${plain}.gz` : plain;
  await makeFolder(folder, '--raw');
  const present = await presentSidecar(plain + SIDECAR_ENDING);
  if (present !== null) {
    if (sidecarSchema.safeParse(parseJson(present, plain + SIDECAR_ENDING)).data?.sha256 === sidecar.sha256) return file;
    throw new DataError({ where: plain, found: 'another capture of that id', expected: 'none: a capture is never overwritten' });
  }
  try {
    await writeWhole(file, [gzip ? gzipSync(content) : content], { durably: true });
    await writeWhole(plain + SIDECAR_ENDING, [`${JSON.stringify(sidecarSchema.parse(sidecar), null, 2)}\n`], { durably: true });
  } catch (error) {
    throw explainRefusal(error, file, '--raw');
  }
  return file;
}

/** The sidecar that is there already; null where there is none. */
async function presentSidecar(file: string): Promise<string | null> {
  return await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw explainRefusal(error, file, '--raw');
  });
}
