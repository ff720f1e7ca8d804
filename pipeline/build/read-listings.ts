/** Parse, normalize and extract every listing, a shard for each capture; a shard that is kept is not made again. */
import { stat } from 'node:fs/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { loadCapture, type StoredCapture } from '../captures/store.ts';
import { FILES_AT_A_TIME } from '../shared/file-system.ts';
import type { Progress } from '../shared/progress.ts';
import type { Reject } from '../../schemas/types.ts';
import { keyOf, writeResult, type KeptResults } from './kept-results.ts';
import { recordsOf } from './record-reader.ts';
import type { ListingFacts, ShardFacts } from './shard.ts';
import type { ShardTask } from './tasks.ts';
import type { Workers } from './workers.ts';

export interface ReadListings {
  /** Every shard, in the order of the captures. */
  readonly shards: readonly ReadShard[];
  readonly rejects: readonly Reject[];
  readonly unknownFields: ReadonlyMap<string, number>;
  /** How many shards were there already. */
  readonly reused: number;
}

/** A shard whose entries were grouped. */
export interface GroupedShard extends ShardTask {
  /** Names the content: the capture's sidecar, and the code that read it. */
  readonly key: string;
  readonly facts: ListingFacts;
}

export interface ReadShard extends GroupedShard {
  readonly facts: ShardFacts;
}

/** Listings whose entries were grouped: without the keys of entries, which take most of the memory. */
export interface GroupedListings extends Omit<ReadListings, 'shards'> {
  readonly shards: readonly GroupedShard[];
}

export function withoutKeys({ shards, ...listings }: ReadListings): GroupedListings {
  const grouped = shards.map(({ facts: { capture_id, entries, rejects, unknownFields }, ...shard }) => ({ ...shard, facts: { capture_id, entries, rejects, unknownFields } }));
  return { ...listings, shards: grouped };
}

export interface ReadingPlace {
  readonly kept: KeptResults<ShardFacts>;
  /** The version of the code that reads. */
  readonly version: string;
  readonly workers: Workers;
}

/** Below this, starting threads costs more than they save. */
const BYTES_WORTH_THREADS = 8 * 1024 * 1024;
/** Documents in memory at a time, where they are only held against their sidecars. */
const DOCUMENTS_AT_A_TIME = 4;

type Wanted = Omit<ReadShard, 'facts'>;

/** Reads `listings` into shards. @throws DataError when a capture is damaged. */
export async function readListings(listings: readonly StoredCapture[], { kept, version, workers }: ReadingPlace, progress: Progress): Promise<ReadListings> {
  const wanted = listings.map((stored): Wanted => {
    const key = keyOf(version, stored.sidecar);
    return { stored, key, file: kept.fileOf(key) };
  });
  const [files, documents] = [pLimit(FILES_AT_A_TIME), pLimit(DOCUMENTS_AT_A_TIME)];
  const known = await Promise.all(wanted.map((shard) => files(() => factsKept(kept, shard, documents))));
  const missing = wanted.filter((_, index) => known[index] === null);
  const made = await makeShards(missing, workers, progress);
  await kept.sweep(wanted.map(({ key }) => key));
  const shards = wanted.flatMap((shard, index) => {
    const facts = known[index] ?? made.get(shard.key);
    return facts === undefined ? [] : [{ ...shard, facts }];
  });
  return {
    shards,
    rejects: shards.flatMap(({ facts }) => facts.rejects),
    unknownFields: sumOf(shards),
    reused: wanted.length - missing.length,
  };
}

/** What is known of a shard whose records are all there; null where it must be made. */
async function factsKept(kept: KeptResults<ShardFacts>, { key, file, stored }: Wanted, documents: LimitFunction): Promise<ShardFacts | null> {
  const facts = await kept.read(key);
  const records = await stat(recordsOf(file)).catch(() => null);
  if (facts === null || records?.size !== facts.bytes) return null;
  if (facts.stamp === stored.stamp) return facts;
  // The document was touched since, or this is another checkout: it must still be what its sidecar says.
  await documents(() => loadCapture(stored));
  const again = { ...facts, stamp: stored.stamp };
  await writeResult(file, again);
  return again;
}

/** The facts of shards that were made, by key. */
async function makeShards(missing: readonly Wanted[], workers: Workers, progress: Progress): Promise<ReadonlyMap<string, ShardFacts>> {
  const made = new Map<string, ShardFacts>();
  if (missing.length === 0) return made;
  progress.start('Reading captures', missing.length);
  const bytes = missing.reduce((sum, { stored }) => sum + stored.sidecar.bytes, 0);
  if (missing.length > 1 && bytes >= BYTES_WORTH_THREADS) workers.start();
  await Promise.all(
    missing.map(async ({ stored, file, key }) => {
      made.set(key, await workers.shard({ stored, file }));
      progress.advance(made.size);
    }),
  );
  progress.finish();
  return made;
}

function sumOf(shards: readonly ReadShard[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [field, count] of shards.flatMap(({ facts }) => facts.unknownFields)) sum.set(field, (sum.get(field) ?? 0) + count);
  return new Map([...sum].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
