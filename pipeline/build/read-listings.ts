/** Parse, normalize and extract every listing, a shard for each capture; a shard that is kept is not made again. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { StoredCapture } from '../captures/store.ts';
import type { Progress } from '../shared/progress.ts';
import type { Reject } from '../../schemas/types.ts';
import type { KeptResults } from './kept-results.ts';
import { recordsOf } from './record-reader.ts';
import type { ShardFacts } from './shard.ts';
import type { Workers } from './workers.ts';

export interface ReadListings {
  /** Every shard, in the order of the captures. */
  readonly shards: readonly ReadShard[];
  readonly rejects: readonly Reject[];
  readonly unknownFields: ReadonlyMap<string, number>;
  /** How many shards were there already. */
  readonly reused: number;
}

export interface ReadShard {
  /** Names the content: the capture, its sidecar, and the code that read it. */
  readonly key: string;
  readonly file: string;
  readonly facts: ShardFacts;
}

export interface ReadingPlace {
  readonly kept: KeptResults<ShardFacts>;
  /** The version of the code that reads. */
  readonly version: string;
  readonly workers: Workers;
}

/** Below this, starting threads costs more than they save. */
const BYTES_WORTH_THREADS = 8 * 1024 * 1024;

/** Reads `listings` into shards. @throws DataError when a capture is damaged. */
export async function readListings(listings: readonly StoredCapture[], { kept, version, workers }: ReadingPlace, progress: Progress): Promise<ReadListings> {
  const keys = listings.map((stored) => keyOf(stored, version));
  const known = await Promise.all(keys.map((key) => wholeShard(kept, key)));
  const missing = listings.filter((_, index) => known[index] === null);
  const made = await makeShards(missing, (stored) => kept.fileOf(keyOf(stored, version)), workers, progress);
  await kept.sweep(keys);
  const shards = keys.flatMap((key, index) => {
    const facts = known[index] ?? made.get(listings[index]?.sidecar.capture_id ?? '');
    return facts === undefined ? [] : [{ key, file: kept.fileOf(key), facts }];
  });
  return {
    shards,
    rejects: shards.flatMap(({ facts }) => facts.rejects),
    unknownFields: sumOf(shards),
    reused: listings.length - missing.length,
  };
}

function keyOf({ sidecar }: StoredCapture, version: string): string {
  return createHash('sha256').update(version).update('\n').update(JSON.stringify(sidecar)).digest('hex').slice(0, 32);
}

/** What is known of a shard whose records are all there; null where it must be made. */
async function wholeShard(kept: KeptResults<ShardFacts>, key: string): Promise<ShardFacts | null> {
  const facts = await kept.read(key);
  const records = await stat(recordsOf(kept.fileOf(key))).catch(() => null);
  return records?.size === facts?.bytes ? facts : null;
}

async function makeShards(
  missing: readonly StoredCapture[],
  fileOf: (stored: StoredCapture) => string,
  workers: Workers,
  progress: Progress,
): Promise<ReadonlyMap<string, ShardFacts>> {
  const made = new Map<string, ShardFacts>();
  if (missing.length === 0) return made;
  progress.start('Reading captures', missing.length);
  const bytes = missing.reduce((sum, { sidecar }) => sum + sidecar.bytes, 0);
  if (missing.length > 1 && bytes >= BYTES_WORTH_THREADS) workers.start();
  await Promise.all(
    missing.map(async (stored) => {
      made.set(stored.sidecar.capture_id, await workers.shard({ stored, file: fileOf(stored) }));
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
