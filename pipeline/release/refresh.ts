/** Refresh: after new captures came in, everything of the checkout that follows from the data, and what to say of it. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withRelease } from '../archive/with-release.ts';
import { build } from '../build/build.ts';
import { diffReleases, type ReleaseDiff } from '../diff/diff.ts';
import { asMarkdown } from '../diff/render.ts';
import { packageVersion } from '../shared/package-facts.ts';
import { quietProgress } from '../shared/progress.ts';
import { withEntry } from './data-changelog.ts';

/** What a pull request may hold. */
const LONGEST_BODY = 60_000;
/** Files of a release that are at the top of the checkout too. */
const AT_THE_TOP = ['CITATION.cff', '.zenodo.json', 'LICENSE-DATA.md'] as const;
const CHANGELOG = 'CHANGELOG-DATA.md';

export interface RefreshOptions {
  readonly raw: string;
  readonly out: string;
  /** Folder or archive of the last release. */
  readonly previous: string;
  /** File that gets the diff as Markdown: the body of a pull request. */
  readonly body: string;
}

/**
 * Builds `out` from `raw`, sets the version that the policy asks for, and writes the changelog of the data and `body`.
 * Gives what changed; where nothing did, only `out` and `body` are written.
 */
export async function refresh({ raw, out, previous, body }: RefreshOptions): Promise<ReleaseDiff> {
  const first = await buildAndDiff(raw, out, previous, await packageVersion());
  const diff = first.bump === 'none' ? first : await buildAndDiff(raw, out, previous, first.nextVersion);
  await mkdir(path.dirname(body), { recursive: true });
  await writeFile(body, asMarkdown(diff, LONGEST_BODY));
  if (diff.bump === 'none') return diff;
  await setVersion(diff.nextVersion);
  await writeFile(CHANGELOG, withEntry(await readFile(CHANGELOG, 'utf8').catch(() => ''), diff.nextVersion, diff));
  for (const file of AT_THE_TOP) await copyFile(path.join(out, file), file);
  return diff;
}

async function buildAndDiff(raw: string, out: string, previous: string, datasetVersion: string): Promise<ReleaseDiff> {
  await build({ raw, out, maxRejects: 0, datasetVersion, cache: null }, quietProgress);
  return await withRelease(previous, (directory) => diffReleases(directory, out));
}

/** Only the version changes: the first one of each file is the package's own, and the lock names it twice. */
async function setVersion(version: string): Promise<void> {
  const current = await packageVersion();
  for (const file of ['package.json', 'package-lock.json']) {
    const text = await readFile(file, 'utf8');
    const own = `"name": "trending-papers",\n`;
    const parts = text.split(own).map((part, index) => (index === 0 ? part : part.replace(`"version": "${current}"`, () => `"version": "${version}"`)));
    await writeFile(file, parts.join(own));
  }
}
