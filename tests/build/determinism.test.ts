/** The same input gives the same bytes: in another folder, time zone and locale, and stage by stage. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/captures/store.ts';
import { madeItem } from '../parse/made-pages.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

async function hashesOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  const hashes = await Promise.all(files.map(async (file) => [path.relative(directory, file), sha256(await readFile(file))] as const));
  return Object.fromEntries(hashes);
}

async function builtIn(environment: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const root = await temporaryDirectory();
  await cp('raw', path.join(root, 'raw'), { recursive: true });
  const out = path.join(root, 'out');
  const { code, stderr } = await runCli(['build', '--raw', path.join(root, 'raw'), '--out', out, '--no-cache'], '', environment);
  expect(stderr).not.toMatch(/trending-papers:/);
  expect(code).toBe(0);
  return hashesOf(out);
}

describe('a build', () => {
  it('gives the same bytes in another folder, time zone and locale', async () => {
    const here = await builtIn({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    const there = await builtIn({ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
    expect(Object.keys(here).length).toBeGreaterThan(30);
    expect(there).toEqual(here);
  });

  it('gives the same bytes from what it kept, after one new capture, as from scratch', async () => {
    const root = await temporaryDirectory();
    const [raw, cache] = [path.join(root, 'raw'), path.join(root, 'cache')];
    await cp('raw', raw, { recursive: true });
    const build = async (...args: readonly string[]): Promise<void> => {
      expect((await runCli(['build', '--raw', raw, '--quiet', ...args])).code).toBe(0);
    };
    await build('--out', path.join(root, 'before'), '--cache', cache);
    const day = path.join(root, '2026-01-07.json');
    await writeFile(day, JSON.stringify([madeItem(0), madeItem(1)]));
    expect((await runCli(['import', '--raw', raw, '--kind', 'listing-json', '--captured-at', '2026-01-08T00:00:00Z', day])).code).toBe(0);
    await build('--out', path.join(root, 'kept'), '--cache', cache);
    await build('--out', path.join(root, 'anew'), '--no-cache');
    expect(await hashesOf(path.join(root, 'kept'))).toEqual(await hashesOf(path.join(root, 'anew')));
    expect(await hashesOf(path.join(root, 'kept'))).not.toEqual(await hashesOf(path.join(root, 'before')));
  });

  it.each([
    ['as they are', []],
    ['with a correction and a removal', [
      ['corrections', 'paper_id,field,new,reason,date\narxiv:2003.05997,title,"""A corrected title""",misread,2025-04-01\n'],
      ['redirects', 'id,kind,targets,date,reason\narxiv:1506.03134,removed,,2025-04-01,on request\n'],
    ]],
  ] as const)('is what its stages give one after the other, of captures %s', { timeout: 60_000 }, async (_, tables) => {
    const root = await temporaryDirectory();
    const raw = path.join(root, 'raw');
    await cp('raw', raw, { recursive: true });
    for (const [kind, csv] of tables) {
      const file = path.join(root, `${kind}.csv`);
      await writeFile(file, csv);
      expect((await runCli(['import', '--raw', raw, '--kind', kind, '--captured-at', '2025-04-01', file])).code).toBe(0);
    }
    let records = '';
    for (const args of [['parse', '--raw', raw], ['normalize', '--raw', raw], ['extract', '--entries'], ['merge', '--raw', raw], ['validate', '--raw', raw]]) {
      const { code, stdout, stderr } = await runCli(args, records);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      records = stdout;
    }
    const emitted = await runCli(['emit', '--raw', raw, '--out', path.join(root, 'staged')], records);
    expect(emitted.code).toBe(0);
    expect((await runCli(['build', '--raw', raw, '--out', path.join(root, 'whole'), '--no-cache', '--quiet'])).code).toBe(0);
    expect(await hashesOf(path.join(root, 'staged'))).toEqual(await hashesOf(path.join(root, 'whole')));
  });
});
