import type { CanonicalRow } from './canonical-row.ts';
import type { FileSink } from './file-sink.ts';
import type { FileFacts, RowWriter } from './row-writer.ts';

/** One JSON document: a list with a record on each line, so that it can be read by line and compared by diff. */
export class JsonWriter implements RowWriter {
  readonly #sink: FileSink;
  #rows = 0;

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  write({ json }: CanonicalRow): void | Promise<void> {
    this.#rows += 1;
    return this.#sink.write(this.#rows === 1 ? `[\n${json}` : `,\n${json}`);
  }

  async close(): Promise<FileFacts> {
    await this.#sink.write(this.#rows === 0 ? '[]\n' : '\n]\n');
    return { ...(await this.#sink.close()), rows: this.#rows };
  }

  abandon(): Promise<void> {
    return this.#sink.abandon();
  }
}

/** Newline-delimited JSON: a record on each line. */
export class NdjsonWriter implements RowWriter {
  readonly #sink: FileSink;
  #rows = 0;

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  write({ json }: CanonicalRow): void | Promise<void> {
    this.#rows += 1;
    return this.#sink.write(`${json}\n`);
  }

  async close(): Promise<FileFacts> {
    return { ...(await this.#sink.close()), rows: this.#rows };
  }

  abandon(): Promise<void> {
    return this.#sink.abandon();
  }
}
