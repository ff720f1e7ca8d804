/** A release, end to end: made twice the same, held to the version policy, tagged in a remote, published in a registry. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withEntry } from '../../pipeline/release/data-changelog.ts';
import { firstDifference } from '../../pipeline/release/same-folders.ts';
import { diffReleases } from '../../pipeline/diff/diff.ts';
import { aPaper } from '../support/records.ts';
import { aRelease } from '../support/release.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const run = promisify(execFile);

/** As much of a registry as publishing and installing need. */
function aRegistry(): { readonly server: Server; readonly published: Map<string, string> } {
  const published = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') published.set(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(request.method === 'PUT' ? 201 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  return { server, published };
}

describe('release', () => {
  let folder = '';
  let checkout = '';
  const { server, published } = aRegistry();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'trending-papers-release-'));
    checkout = path.join(folder, 'checkout');
    const tracked = (await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])).stdout.split('\n').filter((file) => file !== '');
    for (const top of new Set(tracked.map((file) => file.split('/')[0] ?? file))) await cp(top, path.join(checkout, top), { recursive: true });
    await symlink(path.resolve('node_modules'), path.join(checkout, 'node_modules'), 'dir');
    await run('git', ['init', '--quiet', '--bare', path.join(folder, 'remote.git')]);
    for (const args of [['init', '--quiet'], ['config', 'user.name', 'a'], ['config', 'user.email', 'a@example.org'], ['add', 'package.json'], ['commit', '--quiet', '--message', 'a'], ['remote', 'add', 'origin', path.join(folder, 'remote.git')]]) await run('git', args, { cwd: checkout });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  }, 60_000);

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function release(...args: readonly string[]): Promise<string> {
    const { stdout } = await run(process.execPath, ['pipeline/bin.js', 'release', ...args], { cwd: checkout });
    return stdout;
  }

  it('makes the artefacts and publishes nothing in a dry run', async () => {
    expect(await release('--dry-run')).toContain('not published');
    const out = path.join(checkout, 'build', 'release');
    expect((await readdir(out)).toSorted()).toEqual(['NOTES.md', 'SHA256SUMS', 'dist', 'trending-papers-1.0.0.tar.gz', 'trending-papers-1.0.0.tgz']);
    await run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out });
    expect(await readFile(path.join(out, 'NOTES.md'), 'utf8')).toContain('the first release');
    expect((await run('git', ['ls-remote', 'origin'], { cwd: checkout })).stdout).not.toContain('v1.0.0');
    const verified = await run(process.execPath, ['pipeline/bin.js', 'verify', path.join(out, 'trending-papers-1.0.0.tar.gz')], { cwd: checkout });
    expect(verified.stdout).toContain('All of it holds.');
  }, 60_000);

  it('refuses a version that is too small a step, and a lost id', async () => {
    const older = await aRelease({ papers: [], appearances: [], redirects: [] }, '1.0.0');
    await expect(release('--dry-run', '--previous', older)).rejects.toThrow('1.1.0 or later');
    const other = await aRelease({}, '0.9.0');
    await expect(release('--dry-run', '--previous', other)).rejects.toThrow('gone without a word');
  }, 60_000);

  it('tags the commit in the remote and publishes the tarball', async () => {
    const address = server.address();
    const registry = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
    await writeFile(path.join(checkout, '.npmrc'), `//${registry.slice('http://'.length)}:_authToken=none\n`);
    expect(await release('--registry', registry)).toContain('Published: 1.0.0');
    expect((await run('git', ['ls-remote', '--tags', 'origin'], { cwd: checkout })).stdout).toContain('refs/tags/v1.0.0');
    const document = JSON.parse(published.get('/trending-papers') ?? '{}');
    expect(document['dist-tags']).toEqual({ latest: '1.0.0' });
    const [attachment] = Object.values<{ data: string }>(document._attachments);
    expect(Buffer.from(attachment?.data ?? '', 'base64')).toEqual(await readFile(path.join(checkout, 'build', 'release', 'trending-papers-1.0.0.tgz')));
  }, 60_000);

  it('refreshes: sets the version, the changelog and the body of the pull request', async () => {
    const previous = await aRelease({ papers: [], appearances: [], redirects: [] }, '1.0.0');
    const ran = await run(process.execPath, ['pipeline/bin.js', 'refresh', '--previous', previous, '--out', 'build/dist', '--body', 'build/body.md'], { cwd: checkout });
    expect(ran.stdout).toContain('A minor change: the next version is 1.1.0.');
    expect(JSON.parse(await readFile(path.join(checkout, 'package.json'), 'utf8')).version).toBe('1.1.0');
    const lock = JSON.parse(await readFile(path.join(checkout, 'package-lock.json'), 'utf8'));
    expect([lock.version, lock.packages[''].version]).toEqual(['1.1.0', '1.1.0']);
    expect(await readFile(path.join(checkout, 'CITATION.cff'), 'utf8')).toContain('version: "1.1.0"');
    expect(await readFile(path.join(checkout, 'CHANGELOG-DATA.md'), 'utf8')).toContain('## 1.1.0');
    expect(await readFile(path.join(checkout, 'build', 'body.md'), 'utf8')).toContain('73');
  }, 60_000);
});

describe('the changelog of the data', () => {
  it('has the newest entry first, and each version once', async () => {
    const old = await aRelease({ papers: [], appearances: [], redirects: [] });
    const diff = await diffReleases(old, await aRelease({ papers: [aPaper({})], appearances: [], redirects: [] }, '1.1.0'));
    const twice = withEntry(withEntry(withEntry('', '1.1.0', diff), '1.2.0', diff), '1.2.0', diff);
    expect([...twice.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(['1.2.0', '1.1.0']);
    expect(twice).toContain('- papers: 1 added, 0 removed, 0 changed');
  });
});

describe('firstDifference', () => {
  it('finds other bytes and files that only one has', async () => {
    const [one, other] = [await temporaryDirectory(), await temporaryDirectory()];
    for (const directory of [one, other]) await writeFile(path.join(directory, 'a'), 'x');
    expect(await firstDifference(one, other)).toBeNull();
    await writeFile(path.join(other, 'a'), 'y');
    expect(await firstDifference(one, other)).toBe('a');
    await writeFile(path.join(other, 'b'), 'y');
    expect(await firstDifference(one, other)).toBe('b');
  });
});
