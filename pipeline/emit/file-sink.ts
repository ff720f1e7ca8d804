import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes gathered before they go to the file: fewer, larger writes are several times faster. */
const CHUNK_BYTES = 1_048_576;

/** What a written file turned out to be. */
export interface SinkFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A new file that is hashed and counted while it is written, in chunks of a megabyte. */
export class FileSink {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #bytes = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** Creates `path` in `directory`, and the folders it needs; a file that is there already is an error. */
  static async create(directory: string, path: string): Promise<FileSink> {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    return new FileSink(path, await open(file, 'wx'));
  }

  /** Takes text or bytes, which must not change afterwards. Await what it returns before writing on. */
  write(content: string | Uint8Array): void | Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.byteLength;
    return this.#pendingBytes < CHUNK_BYTES ? undefined : this.#flush();
  }

  /** Writes what is left, closes the file and tells what it holds. */
  async close(): Promise<SinkFacts> {
    await this.#flush();
    await this.#handle.close();
    return { path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Closes the file as it is, after a failure; never throws. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const chunk = Buffer.concat(this.#pending, this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#bytes += chunk.byteLength;
    this.#hash.update(chunk);
    await this.#handle.appendFile(chunk);
  }
}
