/** Work with the records of shards that heals what was damaged since they were written. */
import { DamagedShard, RecordReader } from './record-reader.ts';
import type { ShardTask } from './tasks.ts';

/**
 * Does `work`; where it meets a damaged shard, makes that again from its capture and starts anew, once for each shard.
 * The records are then what they were: a shard follows from capture and code, by which it is named.
 * @throws DataError when the capture is damaged too, and what `work` throws.
 */
export async function withRecords<Result>(shards: readonly ShardTask[], work: (reader: RecordReader) => Result | Promise<Result>): Promise<Result> {
  const healed = new Set<number>();
  for (;;) {
    const reader = new RecordReader(shards.map(({ file }) => file));
    try {
      return await work(reader);
    } catch (error) {
      if (!(error instanceof DamagedShard) || healed.has(error.shard)) throw error;
      healed.add(error.shard);
      await heal(shards[error.shard]);
    } finally {
      reader.close();
    }
  }
}

/** The code that reads captures is loaded only where it is needed. */
async function heal(shard: ShardTask | undefined): Promise<void> {
  const { writeShard } = await import('./shard.ts');
  if (shard !== undefined) await writeShard(shard);
}
