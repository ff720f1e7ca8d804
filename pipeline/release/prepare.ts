/** Prepare a release: build it twice, verify it, hold its version against the policy, and pack what will be published. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '../../schemas/manifest.ts';
import { CHECKSUMS_FILE, MANIFEST_FILE } from '../../schemas/manifest.ts';
import { packArchive } from '../archive/pack.ts';
import { withRelease } from '../archive/with-release.ts';
import { build } from '../build/build.ts';
import { diffReleases, type ReleaseDiff } from '../diff/diff.ts';
import { asMarkdown } from '../diff/render.ts';
import { isStepEnough } from '../diff/version-policy.ts';
import { DataError } from '../shared/errors.ts';
import { packageVersion } from '../shared/package-facts.ts';
import { quietProgress } from '../shared/progress.ts';
import { verifyRelease } from '../verify/verify.ts';
import { packNpm } from './pack-npm.ts';
import { firstDifference } from './same-folders.ts';

export interface PrepareOptions {
  readonly raw: string;
  /** Where the artefacts go; made anew. */
  readonly out: string;
  /** Folder or archive of the release before; null for the first. */
  readonly previous: string | null;
  readonly tell: (line: string) => void;
}

export interface Prepared {
  readonly version: string;
  readonly archive: string;
  readonly tarball: string;
  readonly notes: string;
}

/** GitHub takes this much text for a release. */
const LONGEST_NOTES = 100_000;

/**
 * Makes the artefacts of a release: the archive, the npm tarball, the notes and their checksums.
 * @throws DataError where two builds differ, the release does not hold, an id is lost, or the version is too small a step.
 */
export async function prepareRelease({ raw, out, previous, tell }: PrepareOptions): Promise<Prepared> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const version = await packageVersion();
  const manifest = await buildTwice(raw, out, version, tell);
  const release = path.join(out, 'dist');
  tell('Verifying it');
  await refuseProblems(release);
  const notes = await writeNotes(out, release, previous, manifest, tell);
  tell('Packing the archive and the npm package');
  const archive = `trending-papers-${version}.tar.gz`;
  const files = [...manifest.files.map((file) => file.path), MANIFEST_FILE, CHECKSUMS_FILE].toSorted();
  await packArchive(release, files, `trending-papers-${version}`, path.join(out, archive));
  const tarball = await packNpm(release, out);
  await writeChecksums(out, [archive, tarball]);
  return { version, archive, tarball, notes };
}

async function buildTwice(raw: string, out: string, datasetVersion: string, tell: (line: string) => void): Promise<Manifest> {
  tell(`Building ${datasetVersion} twice`);
  const options = { raw, maxRejects: 0, datasetVersion, cache: null };
  const { manifest } = await build({ ...options, out: path.join(out, 'dist') }, quietProgress);
  const again = path.join(out, 'again');
  await build({ ...options, out: again }, quietProgress);
  const difference = await firstDifference(path.join(out, 'dist'), again);
  await rm(again, { recursive: true, force: true });
  if (difference === null) return manifest;
  throw new DataError({ where: difference, found: 'other bytes in a second build', expected: 'the same input to give the same bytes' });
}

async function refuseProblems(release: string): Promise<void> {
  const { problems } = await verifyRelease(release, quietProgress);
  const [first] = problems.kept;
  if (first !== undefined) throw new DataError({ where: first.where, found: first.found, expected: first.expected, cure: `${problems.total} problems in all: npm run verify tells them.` });
}

async function writeNotes(out: string, release: string, previous: string | null, manifest: Manifest, tell: (line: string) => void): Promise<string> {
  const diff = previous === null ? null : await withRelease(previous, (directory) => diffReleases(directory, release));
  if (diff !== null) refuseStep(diff, tell);
  const text = diff === null ? firstNotes(manifest) : asMarkdown(diff, LONGEST_NOTES);
  await writeFile(path.join(out, 'NOTES.md'), text);
  return text;
}

function refuseStep({ from, to, bump, nextVersion, lost, broken }: ReleaseDiff, tell: (line: string) => void): void {
  tell(`Against ${from}: a ${bump} change`);
  if (lost.length > 0) throw new DataError({ where: `release ${to}`, found: `${lost.length} ids of ${from} that are gone without a word, the first ${lost[0]}`, expected: 'a redirect or a tombstone for each', cure: 'Add a row to the redirects in raw/.' });
  if (broken.length > 0) throw new DataError({ where: `release ${to}`, found: `a redirect that leads nowhere: ${broken[0]}`, expected: 'targets that are in papers' });
  if (bump !== 'none' && !isStepEnough(from, to, bump)) throw new DataError({ where: 'package.json, version', found: to, expected: `${nextVersion} or later, for a ${bump} change since ${from}` });
}

function firstNotes({ dataset_version, counts }: Manifest): string {
  return `## trending-papers ${dataset_version}: the first release\n\n${Object.entries(counts).map(([table, rows]) => `- ${rows} ${table}`).join('\n')}\n`;
}

async function writeChecksums(out: string, files: readonly string[]): Promise<void> {
  const lines = await Promise.all(files.map(async (file) => `${createHash('sha256').update(await readFile(path.join(out, file))).digest('hex')}  ${file}\n`));
  await writeFile(path.join(out, CHECKSUMS_FILE), lines.join(''));
}
