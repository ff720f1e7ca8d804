/** Archives of releases: the same bytes each time, read back whole, and refused where they are damaged or hostile. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packArchive } from '../../pipeline/archive/pack.ts';
import { unpackArchive } from '../../pipeline/archive/unpack.ts';
import { BLOCK, readTarHeader, tarHeader } from '../../pipeline/archive/ustar.ts';
import { temporaryDirectory } from '../support/temporary.ts';

async function aFolder(): Promise<string> {
  const folder = await temporaryDirectory();
  await mkdir(path.join(folder, 'schemas'));
  await writeFile(path.join(folder, 'manifest.json'), '{}');
  await writeFile(path.join(folder, 'schemas', 'a.json'), 'x'.repeat(BLOCK));
  await writeFile(path.join(folder, 'empty.csv'), '');
  return folder;
}

const PATHS = ['empty.csv', 'manifest.json', 'schemas/a.json'];

describe('archives', () => {
  it('are the same bytes each time, and come back as they were', async () => {
    const [folder, work] = [await aFolder(), await temporaryDirectory()];
    for (const name of ['one', 'two']) await packArchive(folder, PATHS, 'release-1.0.0', path.join(work, `${name}.tar.gz`));
    expect(await readFile(path.join(work, 'one.tar.gz'))).toEqual(await readFile(path.join(work, 'two.tar.gz')));
    const root = await unpackArchive(path.join(work, 'one.tar.gz'), path.join(work, 'out'));
    expect(root).toBe(path.join(work, 'out', 'release-1.0.0'));
    for (const file of PATHS) expect(await readFile(path.join(root, file))).toEqual(await readFile(path.join(folder, file)));
  });

  it('are read by the tar of the system', async () => {
    const [folder, work] = [await aFolder(), await temporaryDirectory()];
    await packArchive(folder, PATHS, 'r', path.join(work, 'a.tar.gz'));
    await promisify(execFile)('tar', ['xzf', path.join(work, 'a.tar.gz'), '-C', work]);
    expect((await readdir(path.join(work, 'r'))).toSorted()).toEqual(['empty.csv', 'manifest.json', 'schemas']);
  });

  function tarOf(name: string, type = '0'): Buffer {
    const header = Buffer.from(tarHeader({ path: 'x'.repeat(name.length), size: 0 }));
    header.write(name, 0, 'latin1');
    header.write(type, 156, 'latin1');
    header.write(' '.repeat(8), 148, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return Buffer.concat([header, Buffer.alloc(2 * BLOCK)]);
  }

  it.each([
    ['a path that leaves the folder', gzipSync(tarOf('../evil'))],
    ['an absolute path', gzipSync(tarOf('/etc/evil'))],
    ['a symbolic link', gzipSync(tarOf('link', '2'))],
    ['a damaged header', gzipSync(Buffer.concat([Buffer.from('nonsense'), Buffer.alloc(BLOCK)]))],
    ['a file twice', gzipSync(Buffer.concat([tarOf('a').subarray(0, BLOCK), tarOf('a')]))],
    ['a file beside the release', gzipSync(Buffer.concat([tarOf('r/manifest.json').subarray(0, BLOCK), tarOf('other.csv')]))],
    ['the end inside a file', gzipSync(Buffer.from(tarHeader({ path: 'a', size: 10 })))],
    ['cut-off compression', gzipSync(tarOf('a')).subarray(0, 20)],
    ['no compression', Buffer.from('plain')],
  ])('are refused for %s', async (_, content) => {
    const work = await temporaryDirectory();
    await writeFile(path.join(work, 'a.tar.gz'), content);
    await expect(unpackArchive(path.join(work, 'a.tar.gz'), path.join(work, 'out'))).rejects.toThrow(/a\.tar\.gz: found/);
  });

  it('name folders without making anything of them', () => {
    expect(readTarHeader(tarOf('folder', '5').subarray(0, BLOCK), 'a')).toBe('directory');
    expect(() => tarHeader({ path: 'x'.repeat(101), size: 1 })).toThrow('at most 100');
  });
});
