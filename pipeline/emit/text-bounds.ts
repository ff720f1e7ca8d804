import type { RowGroup } from 'hyparquet';

type ColumnMetaData = NonNullable<RowGroup['columns'][number]['meta_data']>;
type Bound = NonNullable<ColumnMetaData['statistics']>['min_value'];

/** The library cuts bounds at 16 bytes when it writes the footer, and looks whether there are more. */
const BOUND_BYTES = 32;

/**
 * A row group whose bounds of text, which the encoder leaves as bytes, are short texts of their own. The footer is written
 * last: until then bytes would hold whole abstracts, and change with the buffer that they are a view of.
 */
export function withTextBounds({ columns, ...group }: RowGroup): RowGroup {
  return { ...group, columns: columns.map(({ meta_data, ...column }) => (meta_data === undefined ? column : { ...column, meta_data: cut(meta_data) })) };
}

function cut({ statistics, ...column }: ColumnMetaData): ColumnMetaData {
  if (statistics === undefined) return column;
  const { min_value, max_value, ...counts } = statistics;
  return { ...column, statistics: { ...counts, ...named('min_value', textOf(min_value)), ...named('max_value', textOf(max_value)) } };
}

function textOf(bound: Bound): Bound {
  return bound instanceof Uint8Array ? new TextDecoder().decode(bound.subarray(0, BOUND_BYTES)) : bound;
}

function named(name: 'min_value' | 'max_value', bound: Bound): { readonly min_value?: NonNullable<Bound>; readonly max_value?: NonNullable<Bound> } {
  return bound === undefined ? {} : { [name]: bound };
}
