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
  /** Small pieces are copied: a view kept until the chunk is full would keep alive whatever large buffer it is of. */
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  #chunkBytes = 0;
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

  /** Takes text or bytes. Await it before writing on, and leave the bytes as they are until then. */
  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    if (this.#chunkBytes + bytes.byteLength > CHUNK_BYTES) await this.#flush();
    if (bytes.byteLength > CHUNK_BYTES) return await this.#append(bytes);
    this.#chunk.set(bytes, this.#chunkBytes);
    this.#chunkBytes += bytes.byteLength;
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
    await this.#append(this.#chunk.subarray(0, this.#chunkBytes));
    this.#chunkBytes = 0;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#bytes += bytes.byteLength;
    // The disk has its own threads: bytes are hashed while they are written.
    const written = writeAll(this.#handle, bytes);
    this.#hash.update(bytes);
    await written;
  }
}

/** At one go where the system takes it: appendFile writes half a megabyte at a time. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength; ) written += (await handle.write(bytes, written)).bytesWritten;
}
