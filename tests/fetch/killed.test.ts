import { spawn, type ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listCaptures } from '../../pipeline/captures/store.ts';
import { daysFrom } from '../../pipeline/fetch/periods.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { api } from './made-lists.ts';
import { startServer } from './misbehaving-server.ts';

const FROM = '2024-06-01';
const TO = '2024-07-10';
const DAYS = daysFrom(FROM, TO);
const KILLED_AFTER = 12;

function startRun(origin: string, raw: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', path.resolve('tests/fetch/fetch-child.ts'), origin, raw, FROM, TO], { stdio: 'inherit' });
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
}

async function periodsIn(raw: string): Promise<readonly string[]> {
  return (await listCaptures(raw)).map(({ sidecar }) => String(sidecar.period)).toSorted();
}

it('goes on where a killed run stopped, fetching nothing twice', async () => {
  const raw = await temporaryDirectory();
  const well = api(Object.fromEntries(DAYS.map((day) => [day, 30])));
  let kill = (): void => undefined;
  const server = await startServer((response, asked) => {
    if (server.requests.length > KILLED_AFTER) kill();
    setTimeout(() => well(response, asked), 20);
  });

  const first = startRun(server.origin, raw);
  kill = () => void first.kill('SIGKILL');
  expect((await endOf(first)).signal).toBe('SIGKILL');
  kill = () => undefined;
  const kept = await periodsIn(raw);
  const before = server.requests.length;
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(DAYS.length);

  expect(await endOf(startRun(server.origin, raw))).toEqual({ code: 0, signal: null });
  const askedAgain = server.requests.slice(before).map(({ url }) => String(url.searchParams.get('date')));
  expect(askedAgain.toSorted()).toEqual(DAYS.filter((day) => !kept.includes(day)));
  expect(await periodsIn(raw)).toEqual(DAYS);
  const files = await readdir(path.join(raw, 'listing-json'));
  expect(files.filter((name) => name.endsWith('.capture.json'))).toHaveLength(DAYS.length);
});
