/** Reads shards back: first the keys of all entries, then single records by their place. */
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { EntryKey } from '../merge/identify.ts';
import type { ExtractedEntry } from '../records.ts';

/** Where the record of an entry lies: number of the shard, first byte and length. */
export interface EntryPlace {
  readonly shard: number;
  readonly offset: number;
  readonly length: number;
}

const TAB = 9;
const NEWLINE = 10;
const OPEN_FILES = 64;

/** The keys of every entry of a shard, in order. */
export async function readKeys(file: string, shard: number): Promise<readonly EntryKey<EntryPlace>[]> {
  const bytes = await readFile(file);
  const keys: EntryKey<EntryPlace>[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const firstTab = bytes.indexOf(TAB, start);
    const secondTab = bytes.indexOf(TAB, firstTab + 1);
    const arxivId = bytes.toString('latin1', start, firstTab);
    keys.push({
      arxiv_id: arxivId === '' ? null : arxivId,
      title_key: bytes.toString('latin1', firstTab + 1, secondTab),
      place: { shard, offset: secondTab + 1, length: newline - secondTab - 1 },
    });
    start = newline + 1;
  }
  return keys;
}

/** Gives records by their place; keeps at most 64 shards open, and must be closed. */
export class RecordReader {
  readonly #files: readonly string[];
  readonly #open = new Map<number, number>();

  constructor(files: readonly string[]) {
    this.#files = files;
  }

  /** The record at `place`: as `writeShard` wrote it, in this same build or under a key of its code and content. */
  read(place: EntryPlace): ExtractedEntry {
    const bytes = Buffer.allocUnsafe(place.length);
    readSync(this.#descriptorOf(place.shard), bytes, 0, place.length, place.offset);
    return JSON.parse(bytes.toString('utf8'));
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
