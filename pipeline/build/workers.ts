/** Who does the work that can be divided: this thread where there is little, a thread for each processor where there is much. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { DataError } from '../shared/errors.ts';
import type { ShardFacts } from './shard.ts';
import { doTask, type SegmentTask, type ShardTask, type Task, type TaskAnswer } from './tasks.ts';

export interface Workers {
  /** Starts threads, unless they run; tasks given before are done in this thread. */
  start(): void;
  /** Makes the shard of a capture. @throws DataError when the capture is damaged. */
  shard(task: ShardTask): Promise<ShardFacts>;
  /** Makes a segment. @throws DataError when a record does not fit the form of the formats. */
  segment(task: () => SegmentTask): Promise<void>;
  /** Ends the threads, and waits for what this one has under way; they may be started again. */
  close(): Promise<void>;
}

/** A third of what Node gives to objects that live briefly: a hundred megabytes less in all, and no slower. */
const YOUNG_MEBIBYTES = 12;

const SCRIPT = new URL('./start-worker.js', import.meta.url);

/** What `openWorkers` may be told otherwise than by the machine. */
export interface WorkerOptions {
  /** What a thread runs. */
  readonly script?: URL;
  /** How many are started. */
  readonly threads?: number;
}

/** Workers that take as many tasks at a time as there are threads; further ones wait. */
export function openWorkers({ script = SCRIPT, threads = availableParallelism() }: WorkerOptions = {}): Workers {
  const limit = pLimit(1);
  const started: Worker[] = [];
  const idle: Worker[] = [];
  const running = new Set<Promise<unknown>>();
  function inTurn(task: () => Task): Promise<ShardFacts | null> {
    return limit(async () => {
      const done = doneBy(idle, task());
      running.add(done);
      return await done.finally(() => running.delete(done));
    });
  }
  return {
    start() {
      if (started.length > 0 || threads < 2) return;
      for (let thread = 0; thread < threads; thread += 1) started.push(startThread(script, idle));
      idle.push(...started);
      limit.concurrency = threads;
    },
    async shard(task) {
      const facts = await inTurn(() => ({ kind: 'shard', ...task }));
      if (facts === null) throw new Error(`no facts of the shard ${task.file}`);
      return facts;
    },
    async segment(task) {
      await inTurn(() => ({ kind: 'segment', ...task() }));
    },
    async close() {
      limit.clearQueue();
      idle.length = 0;
      await Promise.all(started.splice(0).map((worker) => worker.terminate()));
      await Promise.allSettled(running);
    },
  };
}

function startThread(script: URL, idle: Worker[]): Worker {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES } });
  // One that dies between two tasks gets no more.
  worker.on('error', () => undefined);
  worker.once('exit', () => idle.splice(0, idle.length, ...idle.filter((other) => other !== worker)));
  return worker;
}

async function doneBy(idle: Worker[], task: Task): Promise<ShardFacts | null> {
  const worker = idle.pop();
  if (worker === undefined) return await doTask(task);
  const answer = await ask(worker, task);
  idle.push(worker);
  return resultIn(answer);
}

function ask(worker: Worker, task: Task): Promise<TaskAnswer> {
  return new Promise((resolve, reject) => {
    const died = (cause: unknown): void => {
      const found = cause instanceof Error ? cause.message : `exit code ${String(cause)}`;
      reject(new DataError({ where: task.file, found: `a worker that died over it (${found})`, expected: `its ${task.kind}`, cure: 'Run the build again.' }, { cause }));
    };
    worker.once('error', died);
    worker.once('exit', died);
    worker.once('message', (answer: TaskAnswer) => {
      worker.off('error', died);
      worker.off('exit', died);
      resolve(answer);
    });
    worker.postMessage(task);
  });
}

function resultIn(answer: TaskAnswer): ShardFacts | null {
  if ('result' in answer) return answer.result;
  if ('fault' in answer) throw new DataError(answer.fault);
  throw new Error(answer.failure);
}
