// A worker that ends over its first task, as one does that the system kills for want of memory.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => process.exit(137));
