/** A build killed at any moment leaves a release that is whole: the old one or the new one. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../pipeline/captures/store.ts';
import { recoverDirectory } from '../../pipeline/emit/replace-directory.ts';
import { manifestSchema } from '../../schemas/manifest.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const KILLS = 50;
const BIN = path.resolve('pipeline/bin.js');

/** Fails unless every file that the manifest of `out` lists is there with its hash. */
async function expectWhole(out: string): Promise<void> {
  await recoverDirectory(out);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')));
  for (const file of manifest.files) expect(sha256(await readFile(path.join(out, file.path)))).toBe(file.sha256);
}

function buildOf(out: string): readonly string[] {
  return ['build', '--quiet', '--out', out, '--cache', path.join(path.dirname(out), 'cache')];
}

async function buildAndKillAfter(out: string, milliseconds: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [BIN, ...buildOf(out)], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, by) => resolve(by));
  });
  clearTimeout(timer);
  return signal;
}

it(`leaves a whole release when killed at ${KILLS} moments`, { timeout: 300_000 }, async () => {
  const out = path.join(await temporaryDirectory(), 'dist');
  expect((await runCli(buildOf(out))).code).toBe(0);
  // Those that are killed find what this one kept: they are timed, not it.
  const began = performance.now();
  expect((await runCli(buildOf(out))).code).toBe(0);
  const wholeBuild = performance.now() - began;
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Spread over the second half of a build, where files are written and moved, and somewhat beyond its end.
    const moment = wholeBuild * (0.5 + (0.55 * kill) / KILLS);
    if ((await buildAndKillAfter(out, moment)) === 'SIGKILL') killed += 1;
    await expectWhole(out);
  }
  expect(killed).toBeGreaterThan(KILLS / 4);
});
