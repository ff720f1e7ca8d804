/** A worker that makes shards, one task after the other, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { DataError } from '../shared/errors.ts';
import { writeShard } from './shard.ts';
import type { ShardAnswer, ShardTask } from './shard-writers.ts';

async function answerTo({ stored, file }: ShardTask): Promise<ShardAnswer> {
  try {
    return { facts: await writeShard(stored, file) };
  } catch (error) {
    if (error instanceof DataError) return { fault: error.fault };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (task: ShardTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
