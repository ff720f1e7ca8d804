/** Parse, normalize and extract every listing, a shard for each capture; a shard that is kept is not made again. */
import type { StoredCapture } from '../captures/store.ts';
import type { Progress } from '../shared/progress.ts';
import type { Reject } from '../../schemas/types.ts';
import type { ShardCache } from './shard-cache.ts';
import type { ShardFacts } from './shard.ts';
import { openShardWriters } from './shard-writers.ts';

export interface ReadListings {
  /** Shard files, in the order of the captures. */
  readonly files: readonly string[];
  /** Entries read of each capture, by capture_id. */
  readonly entries: ReadonlyMap<string, number>;
  readonly rejects: readonly Reject[];
  readonly unknownFields: ReadonlyMap<string, number>;
  /** How many shards were there already. */
  readonly reused: number;
}

/** Reads `listings` into the shards of `cache`. @throws DataError when a capture is damaged. */
export async function readListings(listings: readonly StoredCapture[], cache: ShardCache, progress: Progress): Promise<ReadListings> {
  const known = await Promise.all(listings.map((stored) => cache.find(stored)));
  const missing = listings.filter((_, index) => known[index] === null);
  const made = await makeShards(missing, cache, progress);
  await cache.sweep(listings);
  const facts = listings.flatMap((stored, index) => known[index] ?? made.get(stored.sidecar.capture_id) ?? []);
  return {
    files: listings.map((stored) => cache.fileOf(stored)),
    entries: new Map(facts.map((fact) => [fact.capture_id, fact.entries])),
    rejects: facts.flatMap((fact) => fact.rejects),
    unknownFields: sumOf(facts),
    reused: listings.length - missing.length,
  };
}

async function makeShards(missing: readonly StoredCapture[], cache: ShardCache, progress: Progress): Promise<ReadonlyMap<string, ShardFacts>> {
  const made = new Map<string, ShardFacts>();
  if (missing.length === 0) return made;
  progress.start('Reading captures', missing.length);
  const writers = openShardWriters(missing);
  try {
    await Promise.all(
      missing.map(async (stored) => {
        const facts = await writers.write(stored, cache.fileOf(stored));
        await cache.keep(stored, facts);
        made.set(stored.sidecar.capture_id, facts);
        progress.advance(made.size);
      }),
    );
  } finally {
    await writers.close();
  }
  progress.finish();
  return made;
}

function sumOf(facts: readonly ShardFacts[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [field, count] of facts.flatMap((fact) => fact.unknownFields)) sum.set(field, (sum.get(field) ?? 0) + count);
  return new Map([...sum].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
