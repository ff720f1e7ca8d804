/**
 * The entries of all shards, numbered from 0 in the order of captures and records. Held in columns of numbers and a text
 * for each shard, as objects for each of some million entries would fill memory.
 */
import type { EntryKey } from '../merge/identify.ts';
import type { ReadShard } from './read-listings.ts';
import type { EntryPlace } from './record-reader.ts';
import { keysIn } from './shard-keys.ts';

export interface EntryIndex {
  /** The keys of all entries, made anew each time they are gone through; the place of an entry is its number. */
  readonly keys: Iterable<EntryKey<number>>;
  /** Where the record of an entry lies. */
  readonly placeOf: (entry: number) => EntryPlace;
}

/** Numbers the entries of `shards`. */
export function indexEntries(shards: readonly ReadShard[]): EntryIndex {
  const count = shards.reduce((sum, { facts }) => sum + facts.entries, 0);
  const [numbers, offsets, lengths, checksums] = [new Uint32Array(count), new Float64Array(count), new Uint32Array(count), new Uint32Array(count)];
  let entry = 0;
  for (const [number, { facts }] of shards.entries()) {
    let offset = 0;
    for (const { bytes, checksum } of keysIn(facts.keys)) {
      numbers[entry] = number;
      offsets[entry] = offset;
      lengths[entry] = bytes;
      checksums[entry] = checksum;
      offset += bytes;
      entry += 1;
    }
  }
  return {
    keys: { [Symbol.iterator]: () => entryKeys(shards) },
    placeOf: (number) => ({ shard: numbers[number] ?? 0, offset: offsets[number] ?? 0, length: lengths[number] ?? 0, checksum: checksums[number] ?? 0 }),
  };
}

function* entryKeys(shards: readonly ReadShard[]): Generator<EntryKey<number>> {
  let place = 0;
  for (const { facts } of shards) {
    for (const { arxiv_id, title_key } of keysIn(facts.keys)) {
      yield { arxiv_id, title_key, place };
      place += 1;
    }
  }
}
