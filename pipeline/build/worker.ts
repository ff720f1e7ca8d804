/** A worker that does tasks, one after the other, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { DataError } from '../shared/errors.ts';
import { doTask, type Task, type TaskAnswer } from './tasks.ts';

async function answerTo(task: Task): Promise<TaskAnswer> {
  try {
    return { result: await doTask(task) };
  } catch (error) {
    if (error instanceof DataError) return { fault: error.fault };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (task: Task) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
