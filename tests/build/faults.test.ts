/** Faults from outside: a full disk, a file in the way, a document that vanished, two builds at once. The old release stays whole. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { verifyRelease } from '../../pipeline/verify/verify.ts';
import { runCli, type Ran } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

async function build(out: string, raw = 'raw'): Promise<Ran> {
  return await runCli(['build', '--raw', raw, '--out', out, '--no-cache', '--quiet']);
}

async function isWhole(out: string): Promise<boolean> {
  return (await verifyRelease(out, quietProgress)).problems.total === 0;
}

/** Does `work` on a small disk of its own; skips the test where this process may not make one. */
async function onSmallDisk(context: TestContext, work: (disk: string) => Promise<void>): Promise<void> {
  const disk = await temporaryDirectory();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('a disk cannot be mounted here');
  }
  try {
    await work(disk);
  } finally {
    execFileSync('umount', [disk]);
  }
}

describe('a build', () => {
  it('tells of a file where a folder should be', async () => {
    const folder = await temporaryDirectory();
    await writeFile(path.join(folder, 'file'), '');
    const { code, stderr } = await build(path.join(folder, 'file', 'dist'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('a file where a folder should be')]);
  });

  it('tells of a full disk, and keeps the old release', (context) =>
    onSmallDisk(context, async (disk) => {
      const out = path.join(disk, 'dist');
      expect((await build(out)).code).toBe(0);
      expect(await build(out)).toMatchObject({ code: 1, stderr: expect.stringMatching(/no space left.*--out/) });
      expect(await isWhole(out)).toBe(true);
      expect((await readdir(disk)).toSorted()).toEqual(['dist']);
    }));

  it('tells of a read-only folder, and keeps the old release', (context) =>
    onSmallDisk(context, async (disk) => {
      const out = path.join(disk, 'dist');
      expect((await build(out)).code).toBe(0);
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      expect(await build(out)).toMatchObject({ code: 1, stderr: expect.stringMatching(/found a read-only file system.*--out/s) });
      const kept = await runCli(['build', '--out', path.join(await temporaryDirectory(), 'dist'), '--cache', path.join(disk, 'cache'), '--quiet']);
      expect(kept).toMatchObject({ code: 1, stderr: expect.stringMatching(/cache.*expected a folder that can be written.*--cache/) });
      expect(await isWhole(out)).toBe(true);
    }));

  it('tells of a document that vanished, and keeps the old release', async () => {
    const folder = await temporaryDirectory();
    const [raw, out] = [path.join(folder, 'raw'), path.join(folder, 'dist')];
    await cp('raw', raw, { recursive: true });
    expect((await build(out, raw)).code).toBe(0);
    await rm(path.join(raw, 'listing-2025-03-17.txt'));
    const again = await build(out, raw);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('listing-2025-03-17.txt')]);
    expect(await isWhole(out)).toBe(true);
  });

  it('runs beside another of the same folder: one is done, the other done or told to wait', async () => {
    const out = path.join(await temporaryDirectory(), 'dist');
    const both = await Promise.all([build(out), build(out)]);
    expect(both.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stderr } of both) expect(code === 0 ? '' : stderr).toMatch(/^$|no other build in this folder/);
    expect(await isWhole(out)).toBe(true);
  });

  it('killed between its two renames is put right by whatever command comes next', async () => {
    const folder = await temporaryDirectory();
    const out = path.join(folder, 'dist');
    for (const args of [['verify', out], ['build', '--out', out, '--no-cache', '--quiet']]) {
      await build(out);
      await rename(out, path.join(folder, '.dist-previous'));
      expect((await runCli(args)).code).toBe(0);
      expect(await isWhole(out)).toBe(true);
      expect((await readdir(folder)).filter((name) => name.includes('previous'))).toEqual([]);
    }
  });

  it('refuses captures that lie in the release it would replace', async () => {
    const out = path.join(await temporaryDirectory(), 'dist');
    expect((await build(out)).code).toBe(0);
    await cp('raw', path.join(out, 'raw'), { recursive: true });
    const link = `${out}-link`;
    await symlink(out, link);
    for (const args of [['build', '--no-cache', '--out', out], ['build', '--no-cache', '--out', link], ['build', '--no-cache', '--out', out, '--cache', path.join(link, 'cache')]]) {
      expect(await runCli([...args, '--raw', path.join(out, 'raw'), '--quiet'])).toMatchObject({ code: 2, stderr: expect.stringContaining('a folder of its own') });
    }
    const beside = path.join(path.dirname(out), '.dist-work');
    await cp('raw', beside, { recursive: true });
    expect(await build(out, beside)).toMatchObject({ code: 2, stderr: expect.stringContaining('a folder of its own') });
    expect(await readdir(beside)).toContain('listing-2025-03-17.txt');
    expect(await runCli(['emit', '--raw', path.join(out, 'raw'), '--out', out], '{"paper":{"id":"arxiv:2501.00001"},"appearances":[],"origin":{"capture_id":"a"}}\n')).toMatchObject({ code: 2 });
    expect(await readdir(path.join(out, 'raw'))).toContain('listing-2025-03-17.txt');
  });

  it('writes beside nothing that is not its own', async () => {
    const out = path.join(await temporaryDirectory(), 'mine');
    await mkdir(out);
    await writeFile(path.join(out, 'thesis.txt'), 'years of work');
    const { code, stderr } = await build(out);
    expect(code).toBe(2);
    expect(stderr).toContain('mine');
    expect(await readdir(out)).toEqual(['thesis.txt']);
  });
});
