import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkPieces, bulkValue } from '../../pipeline/build/bulk-value.ts';
import { openKeptResults, writeResult } from '../../pipeline/build/kept-results.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const KEY = 'a'.repeat(32);

describe('a value in bytes', () => {
  it('comes back as it was, its bytes too', () => {
    const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
    const bulk = fc.oneof(fc.string(), fc.bigInt(), bytes, fc.array(bytes, { maxLength: 3 }));
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), bulk), (value) => {
      const given = { ...value, table: new Map([['a', 1]]) };
      expect(bulkValue(Buffer.concat(bulkPieces(given)))).toEqual(given);
    }));
  });

  it('is null where any bit was lost', () => {
    const whole = Buffer.concat(bulkPieces({ bytes: Buffer.from('some bytes'), text: 'some text' }));
    fc.assert(fc.property(fc.nat(whole.byteLength * 8 - 1), (bit) => {
      const damaged = Buffer.from(whole);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(bulkValue(damaged)).toBeNull();
    }));
    for (let length = 0; length < whole.byteLength; length += 1) expect(bulkValue(whole.subarray(0, length))).toBeNull();
  });
});

describe('kept results', () => {
  it('are found by key, and swept away when no key names them', async () => {
    const kept = await openKeptResults<string>(path.join(await temporaryDirectory(), 'kept'));
    await writeResult(kept.fileOf(KEY), 'result');
    expect([await kept.has(KEY), await kept.read(KEY), await kept.read('b')]).toEqual([true, 'result', null]);
    await kept.sweep(['b']);
    expect(await kept.has(KEY)).toBe(false);
  });

  it('that were damaged are made again: the release is the same', async () => {
    const root = await temporaryDirectory();
    const [out, cache] = [path.join(root, 'dist'), path.join(root, 'cache')];
    const build = async (): Promise<Buffer> => {
      expect((await runCli(['build', '--out', out, '--cache', cache, '--quiet'])).code).toBe(0);
      return await readFile(path.join(out, 'SHA256SUMS'));
    };
    const first = await build();
    const files = (await readdir(cache, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const { parentPath, name } of files) {
      const content = await readFile(path.join(parentPath, name));
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      if (!name.endsWith('.records')) await writeFile(path.join(parentPath, name), content);
    }
    expect(await build()).toEqual(first);
  });
});
