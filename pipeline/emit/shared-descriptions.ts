import type { RowGroup } from 'hyparquet';

type ColumnMetaData = NonNullable<RowGroup['columns'][number]['meta_data']>;

/**
 * What all row groups say of a column in the same words (its path, its encodings), held once. A file of a million rows
 * has a thousand row groups, whose footer is written last: until then this halves what they take of memory.
 */
export class SharedDescriptions {
  readonly #paths = new Shared<ColumnMetaData['path_in_schema']>();
  readonly #encodings = new Shared<ColumnMetaData['encodings']>();
  readonly #counts = new Shared<NonNullable<ColumnMetaData['encoding_stats']>>();

  /** The same row group, sharing what it has in common with those before. */
  in({ columns, ...group }: RowGroup): RowGroup {
    const shared = columns.map(({ meta_data, ...column }) => (meta_data === undefined ? column : { ...column, meta_data: this.#inColumn(meta_data) }));
    return { ...group, columns: shared };
  }

  #inColumn(column: ColumnMetaData): ColumnMetaData {
    const { encodings, path_in_schema, encoding_stats } = column;
    const shared = { ...column, encodings: this.#encodings.one(encodings), path_in_schema: this.#paths.one(path_in_schema) };
    return encoding_stats === undefined ? shared : { ...shared, encoding_stats: this.#counts.one(encoding_stats) };
  }
}

/** Of equal values, the first. */
class Shared<Value> {
  readonly #known = new Map<string, Value>();

  one(value: Value): Value {
    const text = JSON.stringify(value);
    const known = this.#known.get(text) ?? value;
    this.#known.set(text, known);
    return known;
  }
}
