import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

function makeDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'trending-papers-test-'));
}

/** An empty folder that goes when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await makeDirectory();
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** An empty folder for `beforeAll`: it goes when the tests of the file have ended. */
export async function buildDirectory(): Promise<string> {
  const directory = await makeDirectory();
  afterAll(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
