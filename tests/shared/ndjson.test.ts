import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines, lineBatches } from '../../pipeline/shared/ndjson.ts';

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function linesOf(text: string, size: number): Promise<readonly (readonly [number, string])[]> {
  const lines: (readonly [number, string])[] = [];
  for await (const batch of lineBatches(chunked(text, size))) {
    for (const { number, bytes } of batch) lines.push([number, Buffer.from(bytes).toString()]);
  }
  return lines;
}

describe('lineBatches', () => {
  it('gives the same lines however the stream is cut', async () => {
    const property = fc.asyncProperty(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), async (texts, size) => {
      const lines = texts.map((text) => text.replaceAll(/[\r\n]/g, ''));
      const found = await linesOf(lines.map((line) => `${line}\n`).join(''), size);
      expect(found).toEqual(lines.map((line, index) => [index + 1, line]));
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('takes a last line without an ending, and CRLF', async () => {
    expect(await linesOf('a\r\n\nb', 2)).toEqual([[1, 'a'], [2, ''], [3, 'b']]);
  });
});

describe('jsonLines', () => {
  it('names the line that is no JSON', async () => {
    const read = async (): Promise<void> => {
      for await (const value of jsonLines(chunked('{"a":1}\n{"a":\n', 3))) expect(value).toEqual({ a: 1 });
    };
    await expect(read()).rejects.toThrow(/line 2 of standard input/);
  });
});
