/**
 * Shards kept from build to build. A shard is found by what it is made from: the capture with its sidecar, and the code
 * that reads it; so nothing is ever out of date, and a changed capture or reader makes a new one.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { StoredCapture } from '../captures/store.ts';
import { rejectSchema } from '../../schemas/reject.ts';
import type { ShardFacts } from './shard.ts';

const FACTS_ENDING = '.facts.json';
const SHARD_ENDING = '.shard';

const factsSchema = z.strictObject({
  capture_id: z.string(),
  entries: z.int(),
  bytes: z.int(),
  rejects: z.array(rejectSchema),
  unknownFields: z.array(z.tuple([z.string(), z.int()])),
});

export interface ShardCache {
  /** Where the shard of a capture lies or will lie. */
  fileOf(stored: StoredCapture): string;
  /** What is known of the shard of a capture; null where it must be made. */
  find(stored: StoredCapture): Promise<ShardFacts | null>;
  /** Keeps what is known of a shard that was made; before this it is not found. */
  keep(stored: StoredCapture, facts: ShardFacts): Promise<void>;
  /** Removes the shards that none of `used` has. */
  sweep(used: readonly StoredCapture[]): Promise<void>;
}

/** Opens the cache in `directory` for the reading code of `version`. */
export async function openShardCache(directory: string, version: string): Promise<ShardCache> {
  await mkdir(directory, { recursive: true });
  const keys = new Map<string, string>();
  const keyOf = (stored: StoredCapture): string => {
    const known = keys.get(stored.sidecar.capture_id) ?? hashOf(stored, version);
    keys.set(stored.sidecar.capture_id, known);
    return known;
  };
  const place = (stored: StoredCapture, ending: string): string => path.join(directory, keyOf(stored) + ending);
  return {
    fileOf: (stored) => place(stored, SHARD_ENDING),
    find: (stored) => readFacts(place(stored, FACTS_ENDING), place(stored, SHARD_ENDING)),
    async keep(stored, facts) {
      const file = place(stored, FACTS_ENDING);
      const { size } = await stat(place(stored, SHARD_ENDING));
      await writeFile(`${file}.partial-${process.pid}`, JSON.stringify({ ...facts, bytes: size }));
      await rename(`${file}.partial-${process.pid}`, file);
    },
    async sweep(used) {
      const keep = new Set(used.map(keyOf));
      const stale = (await readdir(directory)).filter((name) => !keep.has(name.split('.')[0] ?? ''));
      await Promise.all(stale.map((name) => rm(path.join(directory, name), { force: true })));
    },
  };
}

function hashOf({ sidecar }: StoredCapture, version: string): string {
  return createHash('sha256').update(version).update('\n').update(JSON.stringify(sidecar)).digest('hex').slice(0, 32);
}

/** Facts that are whole and speak of the shard as it is; anything else is as if there were none. */
async function readFacts(factsFile: string, shardFile: string): Promise<ShardFacts | null> {
  try {
    const { bytes, ...facts } = factsSchema.parse(JSON.parse(await readFile(factsFile, 'utf8')));
    return (await stat(shardFile)).size === bytes ? facts : null;
  } catch {
    return null;
  }
}
