/** Reads single records of shards by their place. */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ExtractedEntry } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import { errorCode, FILES_AT_A_TIME } from '../shared/file-system.ts';

/** Where the record of an entry lies: number of the shard, first byte and length; and the CRC-32 of its bytes. */
export interface EntryPlace {
  readonly shard: number;
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** The records of a shard are not, or no more, as they were written. */
export class DamagedShard extends DataError {
  readonly shard: number;

  constructor(shard: number, where: string, found: string, cause?: unknown) {
    super({ where, found, expected: 'the records of a capture', cure: 'Build again with --no-cache, and look after the disk.' }, { cause });
    this.shard = shard;
  }
}

/** The file of the records of the shard `file`. */
export function recordsOf(file: string): string {
  return `${file}.records`;
}

/** Gives records by their place; keeps at most 64 files open, and must be closed. */
export class RecordReader {
  readonly #files: readonly string[];
  readonly #open = new Map<number, number>();

  constructor(shards: readonly string[]) {
    this.#files = shards.map(recordsOf);
  }

  /**
   * The record at `place`: as `writeShard` wrote it, in this same build or under a key of its code and content.
   * @throws DamagedShard where it is no more.
   */
  read(place: EntryPlace): ExtractedEntry {
    const bytes = Buffer.allocUnsafe(place.length);
    const length = readSync(this.#descriptorOf(place.shard), bytes, 0, place.length, place.offset);
    if (length === place.length && crc32(bytes) === place.checksum) return JSON.parse(bytes.toString('utf8'));
    throw new DamagedShard(place.shard, `${this.#files[place.shard]}, byte ${place.offset}`, 'a damaged record');
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }

  #descriptorOf(shard: number): number {
    const descriptor = this.#open.get(shard) ?? this.#opened(shard);
    // Taken out and put back, so that the first of the map is the one used longest ago.
    this.#open.delete(shard);
    this.#open.set(shard, descriptor);
    const [oldest] = this.#open;
    if (this.#open.size > FILES_AT_A_TIME && oldest !== undefined) {
      closeSync(oldest[1]);
      this.#open.delete(oldest[0]);
    }
    return descriptor;
  }

  #opened(shard: number): number {
    const file = this.#files[shard] ?? '';
    try {
      return openSync(file, 'r');
    } catch (cause) {
      throw new DamagedShard(shard, file, `no readable file (${errorCode(cause) ?? 'unknown error'})`, cause);
    }
  }
}
