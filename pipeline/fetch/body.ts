/** Bodies of responses: unpacked, whole, and bounded both as sent and as unpacked. */
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { DataError, quote } from '../shared/errors.ts';

/** The most bytes of a body. The dispatcher's own limit counts packed bytes only, which a gzip bomb passes. */
export interface BodyLimits {
  readonly sentBytes: number;
  readonly unpackedBytes: number;
}

/** What is told to the server, and what `readBody` unpacks. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/**
 * Reads `body` to its end and unpacks it.
 * @throws DataError when it is larger than a limit or packed in an unknown way; what the stream throws when it breaks.
 */
export async function readBody(body: Readable, encoding: string | null, limits: BodyLimits, where: string): Promise<Uint8Array> {
  const decoder = decoderOf(encoding, where);
  const sent = upTo(limits.sentBytes, 'as sent', where);
  const unpacked = upTo(limits.unpackedBytes, 'unpacked', where);
  if (decoder === null) return pipeline(body, sent, unpacked, collect);
  return pipeline(body, sent, decoder, unpacked, collect);
}

function decoderOf(encoding: string | null, where: string): Transform | null {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new DataError({ where, found: `a body in the encoding "${quote(encoding ?? '')}"`, expected: `one of ${ACCEPTED_ENCODINGS}` });
  }
}

type Chunks = AsyncIterable<Uint8Array>;

/** Passes chunks on until they are more than `limit` bytes in all. */
function upTo(limit: number, how: string, where: string): (chunks: Chunks) => AsyncGenerator<Uint8Array> {
  return async function* counted(chunks) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limit) {
        throw new DataError({ where, found: `a body of more than ${limit} bytes ${how}`, expected: `at most ${limit} bytes`, cure: 'No listing is that large: look at what the address gives.' });
      }
      yield chunk;
    }
  };
}

async function collect(chunks: Chunks): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return Buffer.concat(collected);
}
