/**
 * Values with much in them that is bytes already, as bytes: first those, one behind the other, then all the rest as a
 * structured clone, then how long that is and a checksum. So the bytes are never copied into another buffer, and a
 * file that a crash of the machine or a bad disk damaged is known.
 */
import { DefaultSerializer, Deserializer } from 'node:v8';
import { crc32 } from 'node:zlib';

const LENGTH_BYTES = 4;
const CHECKSUM_BYTES = 4;

class BulkSerializer extends DefaultSerializer {
  readonly views: Uint8Array[] = [];

  constructor() {
    super();
    this.writeHeader();
  }

  /** Called for views of bytes; the class above would copy them. */
  _writeHostObject(view: Uint8Array): void {
    this.writeUint32(view.byteLength);
    this.views.push(view);
  }
}

class BulkDeserializer extends Deserializer {
  readonly #bulk: Uint8Array;
  #offset = 0;

  constructor(structure: Uint8Array, bulk: Uint8Array) {
    super(structure);
    this.#bulk = bulk;
    this.readHeader();
  }

  _readHostObject(): Uint8Array {
    const start = this.#offset;
    this.#offset += this.readUint32();
    return this.#bulk.subarray(start, this.#offset);
  }
}

/** The bytes of a list of values, in pieces to be written one behind the other. Its views must be of type `Uint8Array`. */
export function bulkPieces(values: readonly unknown[]): readonly Uint8Array[] {
  const serializer = new BulkSerializer();
  serializer.writeValue(values);
  const structure = serializer.releaseBuffer();
  const pieces = [...serializer.views, structure, uint32(structure.byteLength)];
  return [...pieces, uint32(pieces.reduce((sum, piece) => crc32(piece, sum), 0))];
}

/** The list whose bytes are `bytes`, with views of them for its own; null where they are not whole, or no list. */
export function bulkValues(bytes: Buffer): readonly unknown[] | null {
  const end = bytes.byteLength - CHECKSUM_BYTES;
  if (end < LENGTH_BYTES || crc32(bytes.subarray(0, end)) !== bytes.readUint32LE(end)) return null;
  const structureEnd = end - LENGTH_BYTES;
  const structureStart = structureEnd - bytes.readUint32LE(structureEnd);
  const values: unknown = new BulkDeserializer(bytes.subarray(structureStart, structureEnd), bytes.subarray(0, structureStart)).readValue();
  return Array.isArray(values) ? values : null;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeUint32LE(value);
  return bytes;
}
