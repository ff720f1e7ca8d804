/** Parse, normalize and extract every listing, a shard for each capture. */
import path from 'node:path';
import type { StoredCapture } from '../captures/store.ts';
import type { Progress } from '../shared/progress.ts';
import type { Reject } from '../../schemas/types.ts';
import { writeShard, type ShardFacts } from './shard.ts';

export interface ReadListings {
  /** Shard files, in the order of the captures. */
  readonly files: readonly string[];
  /** Entries read of each capture, by capture_id. */
  readonly entries: ReadonlyMap<string, number>;
  readonly rejects: readonly Reject[];
  readonly unknownFields: ReadonlyMap<string, number>;
}

/** Reads `listings` into shards in the folder `work`. @throws DataError when a capture is damaged. */
export async function readListings(listings: readonly StoredCapture[], work: string, progress: Progress): Promise<ReadListings> {
  progress.start('Reading captures', listings.length);
  const files = listings.map((_, index) => path.join(work, `${index}.shard`));
  const facts: ShardFacts[] = [];
  for (const [index, stored] of listings.entries()) {
    facts.push(await writeShard(stored, files[index] ?? ''));
    progress.advance(facts.length);
  }
  progress.finish();
  return {
    files,
    entries: new Map(facts.map((fact) => [fact.capture_id, fact.entries])),
    rejects: facts.flatMap((fact) => fact.rejects),
    unknownFields: sumOf(facts),
  };
}

function sumOf(facts: readonly ShardFacts[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [field, count] of facts.flatMap((fact) => fact.unknownFields)) sum.set(field, (sum.get(field) ?? 0) + count);
  return new Map([...sum].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
