import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { underLock } from '../../pipeline/emit/directory-lock.ts';
import { isAlive, ownIdentity } from '../../pipeline/emit/process-identity.ts';
import { makeFolder } from '../../pipeline/shared/file-system.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const NO_PROCESS = 2 ** 22 + 1;

describe('a lock', () => {
  it('of a process that is gone is taken over by one at a time', async () => {
    const lock = path.join(await temporaryDirectory(), 'lock');
    const gone = JSON.stringify({ ...(await ownIdentity()), pid: NO_PROCESS });
    let [holders, most, taken] = [0, 0, 0];
    for (let round = 0; round < 150; round += 1) {
      await writeFile(lock, gone);
      await Promise.allSettled([0, 1, 2, 3, 4].map(async (turn) => {
        await sleep(turn % 3);
        await underLock(lock, '--out', async () => {
          holders += 1;
          taken += 1;
          most = Math.max(most, holders);
          await sleep(2);
          holders -= 1;
        });
      }));
    }
    expect(most).toBe(1);
    expect(taken).toBeGreaterThanOrEqual(150);
    expect(await readdir(path.dirname(lock))).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('of a process that has ended is stale, though its parent has not fetched it', async () => {
    // The shell becomes `sleep`, which fetches no children.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 20'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      const fieldsOf = async (): Promise<readonly string[]> => (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
      while ((await fieldsOf())[0] !== 'Z') await sleep(10);
      const started = (await fieldsOf())[19] ?? null;
      expect(await isAlive({ ...(await ownIdentity()), pid, started })).toBe(false);
      expect(await isAlive(await ownIdentity())).toBe(true);
    } finally {
      parent.kill();
    }
  });

  it('that is no file is told', async () => {
    const lock = path.join(await temporaryDirectory(), 'lock');
    await mkdir(lock);
    await expect(underLock(lock, '--out', async () => undefined)).rejects.toThrow(/lock: found something that is no file/);
  });

  it('removes what is left of drafts, folders too', async () => {
    const folder = await temporaryDirectory();
    await mkdir(path.join(folder, 'lock-11111111-1111-4111-8111-111111111111'));
    await underLock(path.join(folder, 'lock'), '--out', async () => undefined);
    expect(await readdir(folder)).toEqual([]);
  });
});

it('a folder where none can be made is told, and soon', async () => {
  await expect(makeFolder('/proc/none/such', '--cache')).rejects.toThrow(/found .*, expected a folder that can be written.*--cache/);
});
