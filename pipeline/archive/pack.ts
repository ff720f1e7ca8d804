/** Packs a release folder as .tar.gz: the same files make the same bytes, whoever packs them and when. */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BLOCK, tarHeader } from './ustar.ts';

/** Writes the files `paths` of `directory`, in that order, below `prefix` into the archive `target`. */
export async function packArchive(directory: string, paths: readonly string[], prefix: string, target: string): Promise<void> {
  await pipeline(Readable.from(blocksOf(directory, paths, prefix)), createGzip({ level: 9 }), createWriteStream(target, { flags: 'wx' }));
}

async function* blocksOf(directory: string, paths: readonly string[], prefix: string): AsyncGenerator<Uint8Array> {
  for (const name of paths) {
    const file = path.join(directory, name);
    const { size } = await stat(file);
    yield tarHeader({ path: `${prefix}/${name}`, size });
    for await (const chunk of createReadStream(file)) yield chunk;
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}
