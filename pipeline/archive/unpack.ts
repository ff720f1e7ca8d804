/** Unpacks a release archive into an empty folder, within bounds. */
import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { DataError } from '../shared/errors.ts';
import { MANIFEST_FILE } from '../../schemas/manifest.ts';
import { BLOCK, readTarHeader } from './ustar.ts';

/** More than ten times what all papers of arXiv take; an archive that unpacks to more is no release. */
const LARGEST_BYTES = 32 * 1024 ** 3;
const MOST_FILES = 10_000;

/**
 * Unpacks the .tar.gz `archive` into `directory`; gives the folder in it that holds the manifest.
 * @throws DataError where it is damaged, cut off, too large, or names odd paths.
 */
export async function unpackArchive(archive: string, directory: string): Promise<string> {
  const reader = new BlockReader(createReadStream(archive).pipe(createGunzip()), archive);
  const files = new Set<string>();
  for (let block = await reader.read(BLOCK); block !== null; block = await reader.read(BLOCK)) {
    const header = readTarHeader(block, archive);
    if (header === null) break;
    if (header === 'directory') continue;
    if (files.has(header.path)) throw new DataError({ where: archive, found: `the file ${header.path} twice`, expected: 'each file once' });
    files.add(header.path);
    if (files.size > MOST_FILES) throw new DataError({ where: archive, found: `more than ${MOST_FILES} files`, expected: 'a release' });
    await writeFile(reader, path.join(directory, header.path), header.size);
  }
  return path.join(directory, folderOf(files, archive));
}

/** The folder that holds the release: the archive must hold that one and nothing beside it. */
function folderOf(files: ReadonlySet<string>, archive: string): string {
  const manifests = [...files].filter((file) => path.posix.basename(file) === MANIFEST_FILE);
  const folder = path.posix.dirname(manifests[0] ?? MANIFEST_FILE);
  const beside = folder === '.' ? undefined : [...files].find((file) => !file.startsWith(`${folder}/`));
  if (manifests.length > 1 || beside !== undefined) throw new DataError({ where: archive, found: beside ?? `${manifests.length} manifests`, expected: 'one release and nothing beside it' });
  return folder;
}

async function writeFile(reader: BlockReader, file: string, size: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx');
  try {
    await reader.copy(size, handle);
  } finally {
    await handle.close();
  }
}

/** Reads a stream in pieces of a wanted size. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #archive: string;
  #rest = Buffer.alloc(0);
  #total = 0;

  constructor(stream: AsyncIterable<Buffer>, archive: string) {
    this.#chunks = stream[Symbol.asyncIterator]();
    this.#archive = archive;
  }

  /** The next `size` bytes; null at the end of the stream. */
  async read(size: number): Promise<Buffer | null> {
    while (this.#rest.length < size) {
      if (await this.#more()) continue;
      if (this.#rest.length === 0) return null;
      throw this.#cutOff();
    }
    return this.#take(size);
  }

  /** Copies `size` bytes and skips what fills their last block. */
  async copy(size: number, handle: FileHandle): Promise<void> {
    for (let left = size; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) throw this.#cutOff();
      const piece = this.#take(Math.min(left, this.#rest.length));
      await handle.appendFile(piece);
      left -= piece.length;
    }
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (padding > 0 && (await this.read(padding)) === null) throw this.#cutOff();
  }

  #take(size: number): Buffer {
    const piece = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return piece;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next().catch((cause: unknown) => {
      throw new DataError({ where: this.#archive, found: cause instanceof Error ? cause.message : 'an error', expected: 'a whole .tar.gz', cure: 'Download the archive again.' }, { cause });
    });
    if (next.done === true) return false;
    this.#total += next.value.length;
    if (this.#total > LARGEST_BYTES) throw new DataError({ where: this.#archive, found: `more than ${LARGEST_BYTES} bytes unpacked`, expected: 'a release' });
    this.#rest = Buffer.concat([this.#rest, next.value]);
    return true;
  }

  #cutOff(): DataError {
    return new DataError({ where: this.#archive, found: 'the end in the middle of a file', expected: 'a whole .tar.gz', cure: 'Download the archive again.' });
  }
}
