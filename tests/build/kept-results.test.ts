import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkPieces, bulkValues } from '../../pipeline/build/bulk-value.ts';
import { openKeptResults, writeResult } from '../../pipeline/build/kept-results.ts';
import { withKept } from '../../pipeline/build/kept.ts';
import { flipBitIn } from '../support/damage.ts';
import { runCli, type Ran } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const KEY = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

describe('a value in bytes', () => {
  it('comes back as it was, its bytes too', () => {
    const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
    const bulk = fc.oneof(fc.string(), fc.bigInt(), bytes, fc.array(bytes, { maxLength: 3 }));
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), bulk), (value) => {
      const given = { ...value, table: new Map([['a', 1]]) };
      expect(bulkValues(Buffer.concat(bulkPieces([given])))).toEqual([given]);
    }));
  });

  it('is null where any bit was lost', () => {
    const whole = Buffer.concat(bulkPieces([Buffer.from('some bytes'), 'some text']));
    fc.assert(fc.property(fc.nat(whole.byteLength * 8 - 1), (bit) => {
      const damaged = Buffer.from(whole);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(bulkValues(damaged)).toBeNull();
    }));
    for (let length = 0; length < whole.byteLength; length += 1) expect(bulkValues(whole.subarray(0, length))).toBeNull();
  });
});

describe('kept results', () => {
  it('are found by key, and swept away when no key names them', async () => {
    const kept = await openKeptResults<string>(path.join(await temporaryDirectory(), 'kept'));
    await writeResult(kept.fileOf(KEY), 'result');
    expect([await kept.has(KEY), await kept.read(KEY), await kept.read(OTHER)]).toEqual([true, 'result', null]);
    await kept.sweep([OTHER]);
    expect(await kept.has(KEY)).toBe(false);
  });

  it('are known by their key, whatever their file is called', async () => {
    const kept = await openKeptResults<string>(path.join(await temporaryDirectory(), 'kept'));
    await writeResult(kept.fileOf(KEY), 'result');
    await rename(kept.fileOf(KEY), kept.fileOf(OTHER));
    expect(await kept.read(OTHER)).toBeNull();
  });

  it('are opened without what a killed build left, and without folders in their places', async () => {
    const folder = path.join(await temporaryDirectory(), 'kept');
    await mkdir(path.join(folder, KEY, 'in'), { recursive: true });
    await mkdir(path.join(folder, `${KEY}.records`));
    await writeFile(path.join(folder, `${KEY}.partial-1`), 'half');
    await writeFile(path.join(folder, 'notes.txt'), 'of somebody else');
    await openKeptResults<string>(folder);
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });
});

describe('a build from what was kept', () => {
  async function aBuild(): Promise<{ readonly root: string; readonly raw: string; readonly cache: string; readonly build: (...args: readonly string[]) => Promise<Ran>; readonly sums: () => Promise<string> }> {
    const root = await temporaryDirectory();
    const [raw, out, cache] = [path.join(root, 'raw'), path.join(root, 'dist'), path.join(root, 'cache')];
    await cp('raw', raw, { recursive: true });
    return {
      root,
      raw,
      cache,
      build: (...args) => runCli(['build', '--raw', raw, '--out', out, '--cache', cache, '--quiet', ...args]),
      sums: () => readFile(path.join(out, 'SHA256SUMS'), 'utf8'),
    };
  }

  async function filesIn(folder: string, ...endings: readonly string[]): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return endings.length === 0 ? files : files.filter((file) => endings.some((ending) => file.endsWith(ending)));
  }

  it('makes again what was damaged: the release is the same', async () => {
    const { cache, build, sums } = await aBuild();
    expect((await build()).code).toBe(0);
    const first = await sums();
    for (const ending of [[], ['.records']]) {
      for (const file of await filesIn(cache, ...ending)) await flipBitIn(file);
      // Without segments, records have to be read.
      await rm(path.join(cache, path.basename((await readdir(cache))[0] ?? ''), 'segments'), { recursive: true });
      expect(await build()).toMatchObject({ code: 0, stderr: '' });
      expect(await sums()).toBe(first);
    }
  });

  it('refuses a capture that was damaged since, and takes one that was only touched', async () => {
    const { raw, build } = await aBuild();
    expect((await build()).code).toBe(0);
    const document = path.join(raw, 'listing-2025-03-17.txt');
    const content = await readFile(document, 'utf8');
    await writeFile(document, content);
    expect((await build()).code).toBe(0);
    await writeFile(document, content.replace('the', 'teh'));
    expect(await build()).toMatchObject({ code: 1, stderr: expect.stringMatching(/listing-2025-03-17\.txt: found \d+ bytes with SHA-256/) });
  });

  it('is refused while another one is at work with the same cache', async () => {
    const { root, raw, cache, build } = await aBuild();
    await withKept({ raw, cache }, root, async () => {
      expect(await build('--out', path.join(root, 'other'))).toMatchObject({ code: 1, stderr: expect.stringMatching(/lock: found the build of process \d+ .*expected no other build in this folder/) });
    });
    expect((await build()).code).toBe(0);
  });

  it('leaves nothing beside the release when nothing is to be kept', async () => {
    const { root, build } = await aBuild();
    expect((await build('--no-cache')).code).toBe(0);
    expect((await readdir(root)).toSorted()).toEqual(['dist', 'raw']);
  });
});
