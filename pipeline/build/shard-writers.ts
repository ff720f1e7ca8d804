/** Who makes shards: this thread for a few captures, a worker for each processor where there are many. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { StoredCapture } from '../captures/store.ts';
import { DataError, type Fault } from '../shared/errors.ts';
import { writeShard, type ShardFacts } from './shard.ts';

/** Below this, starting workers costs more than they save. */
const BYTES_WORTH_WORKERS = 8 * 1024 * 1024;

export interface ShardWriters {
  /** Makes the shard of a capture. @throws DataError when the capture is damaged. */
  write(stored: StoredCapture, file: string): Promise<ShardFacts>;
  close(): Promise<void>;
}

/** What a worker is asked. */
export interface ShardTask {
  readonly stored: StoredCapture;
  readonly file: string;
}

/** What a worker answers: facts, or why not. */
export type ShardAnswer = { readonly facts: ShardFacts } | { readonly fault: Fault } | { readonly failure: string };

/** Writers that suit the amount of work in `missing`. */
export function openShardWriters(missing: readonly StoredCapture[]): ShardWriters {
  const bytes = missing.reduce((sum, { sidecar }) => sum + sidecar.bytes, 0);
  const threads = Math.min(availableParallelism(), missing.length);
  return bytes < BYTES_WORTH_WORKERS || threads < 2 ? inThisThread() : inWorkers(threads);
}

function inThisThread(): ShardWriters {
  const oneAtATime = pLimit(1);
  return {
    write: (stored, file) => oneAtATime(() => writeShard(stored, file)),
    close: async () => oneAtATime.clearQueue(),
  };
}

function inWorkers(threads: number): ShardWriters {
  const limit = pLimit(threads);
  const idle = Array.from({ length: threads }, () => new Worker(new URL('./start-shard-worker.js', import.meta.url)));
  const all = [...idle];
  return {
    write: (stored, file) =>
      limit(async () => {
        const worker = idle.pop();
        if (worker === undefined) throw new Error('no idle worker: more tasks run than there are workers');
        const answer = await ask(worker, { stored, file });
        idle.push(worker);
        return factsIn(answer);
      }),
    async close() {
      limit.clearQueue();
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, task: ShardTask): Promise<ShardAnswer> {
  return new Promise((resolve, reject) => {
    const died = (cause: unknown): void => {
      const found = cause instanceof Error ? cause.message : `exit code ${String(cause)}`;
      reject(new DataError({ where: task.stored.file, found: `a worker that died over it (${found})`, expected: 'its shard', cure: 'Run the build again.' }, { cause }));
    };
    worker.once('error', died);
    worker.once('exit', died);
    worker.once('message', (answer: ShardAnswer) => {
      worker.off('error', died);
      worker.off('exit', died);
      resolve(answer);
    });
    worker.postMessage(task);
  });
}

function factsIn(answer: ShardAnswer): ShardFacts {
  if ('facts' in answer) return answer.facts;
  if ('fault' in answer) throw new DataError(answer.fault);
  throw new Error(answer.failure);
}
