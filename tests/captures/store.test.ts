import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LARGEST_CAPTURE_BYTES, listCaptures, loadCapture } from '../../pipeline/captures/store.ts';
import { sidecarOf, writeCapture } from '../../pipeline/captures/write-capture.ts';
import { aSidecar } from '../support/records.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const { bytes: _bytes, sha256: _sha256, ...facts } = aSidecar();

function sidecarFor(content: Uint8Array, capture_id = 'a-capture'): ReturnType<typeof sidecarOf> {
  return sidecarOf({ ...facts, capture_id }, content);
}

async function storeWith(...captures: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  const raw = await temporaryDirectory();
  for (const [id, content] of captures) await writeCapture(raw, sidecarFor(content, id), content);
  return raw;
}

async function loadOnly(raw: string): Promise<Uint8Array> {
  const [stored] = await listCaptures(raw);
  if (stored === undefined) throw new Error('nothing stored');
  return (await loadCapture(stored)).content;
}

describe('the capture store', () => {
  it('gives back what was written, small or gzipped', async () => {
    for (const content of [Buffer.from('[]'), Buffer.alloc(1_000_000, 'abstract ')]) {
      expect(Buffer.compare(await loadOnly(await storeWith(['one', content])), content)).toBe(0);
    }
  });

  it('lists captures by id, whatever the folder order', async () => {
    const raw = await storeWith(['b', Buffer.from('2')], ['a', Buffer.from('1')], ['c', Buffer.from('3')]);
    expect((await listCaptures(raw)).map(({ sidecar }) => sidecar.capture_id)).toEqual(['a', 'b', 'c']);
  });

  it('never overwrites a capture', async () => {
    const raw = await storeWith(['one', Buffer.from('first')]);
    const second = Buffer.from('second');
    await expect(writeCapture(raw, sidecarFor(second, 'one'), second)).rejects.toThrow(/never overwritten/);
    expect(Buffer.from(await loadOnly(raw)).toString()).toBe('first');
  });

  it('takes the same document under the same id once more without a word', async () => {
    const raw = await storeWith(['one', Buffer.from('first')]);
    const again = Buffer.from('first');
    await writeCapture(raw, sidecarFor(again, 'one'), again);
    expect(await listCaptures(raw)).toHaveLength(1);
  });

  it('takes a document without its sidecar for a write that was cut short, and no capture', async () => {
    const raw = await storeWith(['one', Buffer.from('1')]);
    await writeFile(path.join(raw, 'listing-json', 'two.json'), '[]');
    expect(await listCaptures(raw)).toHaveLength(1);
  });

  it('refuses a document that is not what its sidecar says', async () => {
    const raw = await storeWith(['one', Buffer.from('first')]);
    await writeFile(path.join(raw, 'listing-json', 'one.json'), 'fir5t');
    await expect(loadOnly(raw)).rejects.toThrow(/one\.json: found 5 bytes with SHA-256 .*never edited/);
  });

  it('refuses a sidecar whose document is gone', async () => {
    const raw = await temporaryDirectory();
    await writeFile(path.join(raw, 'one.json.capture.json'), JSON.stringify(sidecarFor(Buffer.from('1'), 'one')));
    await expect(listCaptures(raw)).rejects.toThrow(/a sidecar alone/);
  });

  it('refuses a sidecar of another shape, naming the field', async () => {
    const raw = await temporaryDirectory();
    await writeFile(path.join(raw, 'one.json.capture.json'), JSON.stringify({ ...aSidecar(), captured_at: 'yesterday' }));
    await expect(listCaptures(raw)).rejects.toThrow(/field captured_at/);
  });

  it('refuses two captures of one id', async () => {
    const raw = await storeWith(['one', Buffer.from('1')]);
    await mkdir(path.join(raw, 'more'));
    await writeFile(path.join(raw, 'more', 'one.json'), '1');
    await writeFile(path.join(raw, 'more', 'one.json.capture.json'), JSON.stringify(sidecarFor(Buffer.from('1'), 'one')));
    await expect(listCaptures(raw)).rejects.toThrow(/an id of its own/);
  });

  it('refuses a document of 200 MB before reading it', async () => {
    const raw = await storeWith(['one', Buffer.from('1')]);
    await truncate(path.join(raw, 'listing-json', 'one.json'), 200_000_000);
    await expect(loadOnly(raw)).rejects.toThrow(/found 200000000 bytes, expected the document of a capture, of at most 67108864 bytes/);
  });

  it('refuses gzip that unpacks to more than the bound, or is cut short', async () => {
    const big = gzipSync(Buffer.alloc(LARGEST_CAPTURE_BYTES + 1));
    for (const packed of [big, gzipSync(Buffer.alloc(400_000, 'x')).subarray(0, 100)]) {
      const raw = await storeWith(['one', Buffer.alloc(400_000, 'x')]);
      await writeFile(path.join(raw, 'listing-json', 'one.json.gz'), packed);
      await expect(loadOnly(raw)).rejects.toThrow(/broken or too large/);
    }
  });

  it('leaves no partial file behind', async () => {
    const raw = await storeWith(['one', Buffer.from('1')]);
    expect((await readdir(path.join(raw, 'listing-json'))).toSorted()).toEqual(['one.json', 'one.json.capture.json']);
  });

  it('says which folder is missing', async () => {
    await expect(listCaptures('/nonexistent/raw')).rejects.toThrow(/\/nonexistent\/raw.*--raw DIR/);
  });
});
