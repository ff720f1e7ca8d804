import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import type { Column } from '../../schemas/columns.ts';
import type { FileSink, SinkFacts } from './file-sink.ts';
import { markEmptyRowGroups } from './parquet-footer.ts';
import { SharedDescriptions } from './shared-descriptions.ts';
import { moved, openEncoder, type ParquetNotes, type RowGroups } from './row-groups.ts';

/** A Parquet file put together from row groups that were encoded elsewhere. */
export class ParquetFile {
  readonly #sink: FileSink;
  readonly #bytes = new ByteWriter();
  readonly #encoder: ParquetWriter;
  readonly #shared = new SharedDescriptions();
  #offset = 0;

  constructor(sink: FileSink, columns: readonly Column[], notes: ParquetNotes) {
    this.#sink = sink;
    this.#encoder = openEncoder(this.#bytes, columns, notes);
  }

  async append({ bytes, groups }: RowGroups): Promise<void> {
    if (this.#offset === 0) await this.#drain((start) => start);
    for (const group of groups) {
      this.#encoder.row_groups.push(this.#shared.in(moved(group, this.#offset)));
      this.#encoder.num_rows += group.num_rows;
    }
    this.#offset += bytes.byteLength;
    await this.#sink.write(bytes);
  }

  async close(): Promise<SinkFacts> {
    const isEmpty = this.#encoder.num_rows === 0n;
    await this.#encoder.finish();
    await this.#drain((bytes) => (isEmpty ? markEmptyRowGroups(bytes) : bytes));
    return await this.#sink.close();
  }

  /** Hands to the file what the encoder wrote by itself: its start or its footer. */
  async #drain(mend: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const bytes = mend(this.#bytes.getBytes().slice());
    this.#bytes.index = 0;
    this.#offset += bytes.byteLength;
    await this.#sink.write(bytes);
  }
}
