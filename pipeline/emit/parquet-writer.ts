import { gzipSync } from 'node:zlib';
import { ByteWriter, ParquetWriter as ParquetEncoder } from 'hyparquet-writer';
import type { Column } from '../../schemas/columns.ts';
import type { CanonicalRow } from './canonical-row.ts';
import type { FileSink } from './file-sink.ts';
import { markEmptyRowGroups } from './parquet-footer.ts';
import { parquetSchemaOf } from './parquet-schema.ts';
import { parquetValue } from './parquet-value.ts';
import type { ParquetValue } from './parquet-value.ts';
import type { FileFacts, RowWriter } from './row-writer.ts';

/** Rows of a row group. A fixed number, so that the bytes depend on nothing but the rows; it bounds memory. */
const ROW_GROUP_ROWS = 10_000;
const PAGE_BYTES = 1_048_576;
/** Written by hand so that it tells readers the writer, whose quirks some of them know, and nothing of the machine. */
const CREATED_BY = 'hyparquet-writer version 0.17.0';

/** Text that a Parquet file carries in its footer, by key. */
export type ParquetNotes = Readonly<Record<string, string>>;

/** Parquet with the types of the schema: required and optional fields, dates, moments, lists of records. */
export class ParquetWriter implements RowWriter {
  readonly #sink: FileSink;
  readonly #columns: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #encoder: ParquetEncoder;
  #group: ParquetValue[][];
  #groupRows = 0;
  #rows = 0;

  constructor(sink: FileSink, columns: readonly Column[], notes: ParquetNotes) {
    this.#sink = sink;
    this.#columns = columns;
    this.#group = columns.map(() => []);
    this.#encoder = new ParquetEncoder({
      writer: this.#bytes,
      schema: parquetSchemaOf(columns),
      codec: 'GZIP',
      compressors: { GZIP: (page) => gzipSync(page, { level: 6 }) },
      createdBy: CREATED_BY,
      kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
    });
  }

  write({ record }: CanonicalRow): void | Promise<void> {
    this.#rows += 1;
    this.#groupRows += 1;
    for (const [index, { name, type }] of this.#columns.entries()) {
      this.#group[index]?.push(parquetValue(type, record[name] ?? null));
    }
    return this.#groupRows < ROW_GROUP_ROWS ? undefined : this.#flushGroup();
  }

  async close(): Promise<FileFacts> {
    if (this.#groupRows > 0) await this.#flushGroup();
    await this.#encoder.finish();
    await this.#drain(this.#rows === 0);
    return { ...(await this.#sink.close()), rows: this.#rows };
  }

  abandon(): Promise<void> {
    return this.#sink.abandon();
  }

  async #flushGroup(): Promise<void> {
    const columnData = this.#columns.map(({ name, type }, index) => ({
      name,
      data: this.#group[index] ?? [],
      // The library would pick RLE for booleans, which older readers lack.
      ...(type.kind === 'boolean' ? { encoding: 'PLAIN' as const } : {}),
    }));
    await this.#encoder.write({ columnData, rowGroupSize: this.#groupRows, pageSize: PAGE_BYTES });
    this.#group = this.#columns.map(() => []);
    this.#groupRows = 0;
    await this.#drain(false);
  }

  /** Hands what is encoded to the file. Only the buffer starts anew: the encoder counts offsets by itself. */
  async #drain(isEmptyFile: boolean): Promise<void> {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    await this.#sink.write(isEmptyFile ? markEmptyRowGroups(bytes) : bytes);
  }
}
