/** Reads single records of shards by their place. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { ExtractedEntry } from '../records.ts';
import { DataError } from '../shared/errors.ts';

/** Where the record of an entry lies: number of the shard, first byte and length. */
export interface EntryPlace {
  readonly shard: number;
  readonly offset: number;
  readonly length: number;
}

/** The file of the records of the shard `file`. */
export function recordsOf(file: string): string {
  return `${file}.records`;
}

const OPEN_FILES = 64;

/** Gives records by their place; keeps at most 64 files open, and must be closed. */
export class RecordReader {
  readonly #files: readonly string[];
  readonly #open = new Map<number, number>();

  constructor(shards: readonly string[]) {
    this.#files = shards.map(recordsOf);
  }

  /**
   * The record at `place`: as `writeShard` wrote it, in this same build or under a key of its code and content.
   * @throws DataError where the file was damaged since.
   */
  read(place: EntryPlace): ExtractedEntry {
    const bytes = Buffer.allocUnsafe(place.length);
    const length = readSync(this.#descriptorOf(place.shard), bytes, 0, place.length, place.offset);
    try {
      return JSON.parse(bytes.toString('utf8', 0, length));
    } catch (cause) {
      const where = `${this.#files[place.shard]}, byte ${place.offset}`;
      throw new DataError({ where, found: 'a damaged record', expected: 'a record that a build before kept', cure: 'Remove the folder of what was kept, and build again.' }, { cause });
    }
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }

  #descriptorOf(shard: number): number {
    const known = this.#open.get(shard);
    const descriptor = known ?? openSync(this.#files[shard] ?? '', 'r');
    // Taken out and put back, so that the first of the map is the one used longest ago.
    this.#open.delete(shard);
    this.#open.set(shard, descriptor);
    const [oldest] = this.#open;
    if (this.#open.size > OPEN_FILES && oldest !== undefined) {
      closeSync(oldest[1]);
      this.#open.delete(oldest[0]);
    }
    return descriptor;
  }
}
