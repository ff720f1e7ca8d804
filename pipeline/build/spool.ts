/** Rows put aside in a file while another table is written, and given back in the same order: memory does not grow. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { jsonLines } from '../shared/ndjson.ts';

export class Spool<Row> {
  readonly #file: string;
  readonly #stream: WriteStream;

  constructor(file: string) {
    this.#file = file;
    this.#stream = createWriteStream(file);
    // Told where the stream is ended or written to; without a listener an early failure would end the process.
    this.#stream.on('error', () => undefined);
  }

  async write(row: Row): Promise<void> {
    if (!this.#stream.write(`${JSON.stringify(row)}\n`)) await once(this.#stream, 'drain');
  }

  /** The rows, once all are written; to be asked for only once. */
  async *rows(): AsyncGenerator<Row> {
    this.#stream.end();
    await finished(this.#stream);
    yield* jsonLines<Row>(createReadStream(this.#file));
  }
}
