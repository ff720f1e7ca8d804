import path from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../pipeline/build/build.ts';
import { openWorkers } from '../../pipeline/build/workers.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { verifyRelease } from '../../pipeline/verify/verify.ts';
import { temporaryDirectory } from '../support/temporary.ts';

it('tells of a worker that died, and keeps the old release', async () => {
  const out = path.join(await temporaryDirectory(), 'dist');
  const options = { raw: 'raw', out, maxRejects: 0, datasetVersion: '1.0.0', cache: null };
  await build(options, quietProgress);
  const workers = openWorkers({ script: new URL('./dying-worker.js', import.meta.url), threads: 2 });
  workers.start();
  await expect(build({ ...options, datasetVersion: '1.0.1', workers }, quietProgress)).rejects.toThrow(/found a worker that died over it \(exit code 137\), expected its shard/);
  const { problems } = await verifyRelease(out, quietProgress);
  expect(problems.total).toBe(0);
});
