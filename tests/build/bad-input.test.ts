/** Damaged input: a clear error that names file and place, exit code 1, and the old release whole. */
import { cp, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sidecarOf } from '../../pipeline/captures/write-capture.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const LISTING = 'listing-2025-03-17.txt';

async function listingWith(change: (text: string) => string | Uint8Array): Promise<{ root: string; raw: string }> {
  const root = await temporaryDirectory();
  const raw = path.join(root, 'raw');
  await cp('raw', raw, { recursive: true });
  const content = Buffer.from(change(await readFile(path.join(raw, LISTING), 'utf8')));
  const sidecarFile = path.join(raw, `${LISTING}.capture.json`);
  const sidecar = sidecarOf(JSON.parse(await readFile(sidecarFile, 'utf8')), content);
  await writeFile(path.join(raw, LISTING), content);
  await writeFile(sidecarFile, JSON.stringify(sidecar));
  return { root, raw };
}

async function oldRelease(root: string): Promise<string> {
  const out = path.join(root, 'dist');
  await mkdir(out);
  await writeFile(path.join(out, 'manifest.json'), '{"name":"trending-papers"}');
  return out;
}

const damaged: readonly { readonly title: string; readonly change: (text: string) => string | Uint8Array; readonly tells: RegExp }[] = [
  { title: 'a page cut in the middle of its banner', change: (text) => text.slice(0, 40), tells: /listing-2025-03-17/ },
  { title: 'a title without an abstract at the end', change: (text) => `${text.trimEnd()}\n\nA Title Alone\n`, tells: /listing-2025-03-17.*abstract/s },
  { title: 'an abstract twice', change: (text) => text.replace(/\n\n(We report[^\n]{100,5000})\n/, '\n\n$1\n\n$1\n'), tells: /listing-2025-03-17/ },
  { title: 'an empty file', change: () => '', tells: /listing-2025-03-17.*empty/s },
  { title: 'a file that is not UTF-8', change: () => Buffer.from([0x4d, 0x61, 0xff, 0xfe, 0x0a]), tells: /listing-2025-03-17.*UTF-8/s },
];

describe('damaged input', () => {
  it.each(damaged)('$title', async ({ change, tells }) => {
    const { root, raw } = await listingWith(change);
    const out = await oldRelease(root);
    const { code, stderr } = await runCli(['build', '--raw', raw, '--out', out, '--no-cache']);
    expect(code).toBe(1);
    expect(stderr).toMatch(tells);
    expect(stderr).toMatch(/found .*expected /s);
    expect(await readdir(out)).toEqual(['manifest.json']);
  });

  it('a file of 200 MB is refused without being read', async () => {
    const { root, raw } = await listingWith((text) => text);
    await truncate(path.join(raw, LISTING), 200_000_000);
    const { code, stderr } = await runCli(['build', '--raw', raw, '--out', path.join(root, 'dist'), '--no-cache']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/listing-2025-03-17\.txt: found 200000000 bytes/);
    expect(await readdir(root)).toEqual(['raw']);
  });
});
