/**
 * A value with much in it that is bytes already, as bytes: first those, one behind the other, then the rest of the value
 * as a structured clone, then how long that is. So the bytes are never copied into another buffer.
 */
import { DefaultSerializer, Deserializer } from 'node:v8';

const LENGTH_BYTES = 4;

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

/** The bytes of `value`, in pieces to be written one behind the other. Its views must be of type `Uint8Array`. */
export function bulkPieces(value: unknown): readonly Uint8Array[] {
  const serializer = new BulkSerializer();
  serializer.writeValue(value);
  const structure = serializer.releaseBuffer();
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUint32LE(structure.byteLength);
  return [...serializer.views, structure, length];
}

/** The value whose bytes are `bytes`, with views of them for its own. @throws Error where they are not of such a value. */
export function bulkValue(bytes: Buffer): unknown {
  const structureEnd = bytes.byteLength - LENGTH_BYTES;
  const structureStart = structureEnd - bytes.readUint32LE(structureEnd);
  const bulk = bytes.subarray(0, structureStart);
  return new BulkDeserializer(bytes.subarray(structureStart, structureEnd), bulk).readValue();
}
