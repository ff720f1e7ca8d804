/** Publish: a tag for the release, and the npm tarball to a registry. GitHub's side is done by the release workflow. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Prepared } from './prepare.ts';

const run = promisify(execFile);

export interface PublishOptions {
  /** Folder of the artefacts. */
  readonly out: string;
  /** Git remote that gets the tag. */
  readonly remote: string;
  /** Registry that gets the package; null leaves that to the release workflow, which publishes with provenance. */
  readonly registry: string | null;
}

/** Tags the commit, pushes the tag, and publishes the tarball where a registry is named. */
export async function publishRelease({ version, tarball }: Prepared, { out, remote, registry }: PublishOptions): Promise<void> {
  await run('git', ['tag', '--annotate', `v${version}`, '--message', `trending-papers ${version}`]);
  await run('git', ['push', remote, `refs/tags/v${version}`]);
  if (registry !== null) await run('npm', ['publish', '--registry', registry, '--access', 'public', path.resolve(out, tarball)]);
}
