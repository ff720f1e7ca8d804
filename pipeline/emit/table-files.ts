import { columnsOf } from '../../schemas/columns.ts';
import type { ReleaseFile } from '../../schemas/manifest.ts';
import { csvHeader } from './csv-rows.ts';
import { FileSink, type SinkFacts } from './file-sink.ts';
import { listedLines } from './json-lines.ts';
import { ParquetFile } from './parquet-file.ts';
import type { ParquetNotes } from './row-groups.ts';
import type { ReleaseTable, TablePart } from './table-part.ts';

type Format = 'json' | 'ndjson' | 'csv' | 'parquet';

/** The files of one table, a part after the other. */
export class TableFiles {
  readonly #table: ReleaseTable;
  readonly #sinks: Readonly<Record<Format, FileSink>>;
  readonly #parquet: ParquetFile;
  #rows = 0;

  private constructor(table: ReleaseTable, sinks: Readonly<Record<Format, FileSink>>, notes: ParquetNotes) {
    this.#table = table;
    this.#sinks = sinks;
    this.#parquet = new ParquetFile(sinks.parquet, columnsOf(table.row), notes);
  }

  /**
   * Creates the files in `directory`.
   * @param notes what Parquet files carry in their footer.
   */
  static async create(directory: string, table: ReleaseTable, notes: ParquetNotes): Promise<TableFiles> {
    const open: FileSink[] = [];
    const sink = async (format: Format): Promise<FileSink> => {
      const created = await FileSink.create(directory, `${table.name}.${format}`);
      open.push(created);
      return created;
    };
    try {
      const sinks = { json: await sink('json'), ndjson: await sink('ndjson'), csv: await sink('csv'), parquet: await sink('parquet') };
      await sinks.csv.write(csvHeader(table));
      return new TableFiles(table, sinks, notes);
    } catch (error) {
      await Promise.all(open.map((created) => created.abandon()));
      throw error;
    }
  }

  /** Writes rows that come after all before. Await it before the next: this is what bounds memory. */
  async append({ rows, ndjson, csv, parquet }: TablePart): Promise<void> {
    if (rows === 0) return;
    // One JSON document: a list with a record on each line, so that it can be read by line and compared by diff.
    await this.#sinks.json.write(this.#rows === 0 ? '[\n' : ',\n');
    this.#rows += rows;
    const writes = [this.#sinks.json.write(listedLines(ndjson, rows)), this.#sinks.ndjson.write(ndjson), this.#sinks.csv.write(csv), this.#parquet.append(parquet)];
    await Promise.all(writes);
  }

  /** Ends the files and tells what they hold. */
  async close(): Promise<readonly ReleaseFile[]> {
    await this.#sinks.json.write(this.#rows === 0 ? '[]\n' : '\n]\n');
    const { json, ndjson, csv } = this.#sinks;
    return [
      this.#described('json', await json.close()),
      this.#described('ndjson', await ndjson.close()),
      this.#described('csv', await csv.close()),
      this.#described('parquet', await this.#parquet.close()),
    ];
  }

  #described(format: Format, { path, bytes, sha256 }: SinkFacts): ReleaseFile {
    return { path, table: this.#table.name, format, bytes, sha256, rows: this.#rows };
  }

  /** Lets go of the files after a failure; never throws. */
  async abandon(): Promise<void> {
    await Promise.all(Object.values(this.#sinks).map((sink) => sink.abandon()));
  }
}
