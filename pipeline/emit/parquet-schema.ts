import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType } from '../../schemas/columns.ts';

type Repetition = 'REQUIRED' | 'OPTIONAL';
type Leaf = Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>;

/** Each scalar type as Parquet stores it, with the old annotation beside the new one for readers that know only that. */
const LEAVES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  boolean: { type: 'BOOLEAN' },
  int32: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
} as const satisfies Record<string, Leaf>;

/** The Parquet schema of a table, as the flat list of elements (depth first) that a Parquet footer holds. */
export function parquetSchemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(columnElements)];
}

function columnElements({ name, nullable, type }: Column): SchemaElement[] {
  return elements(name, type, nullable ? 'OPTIONAL' : 'REQUIRED');
}

function elements(name: string, type: ColumnType, repetition_type: Repetition): SchemaElement[] {
  switch (type.kind) {
    case 'list':
      // Three levels, with the names that the Parquet specification gives them.
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elements('element', type.item, 'REQUIRED'),
      ];
    case 'struct':
      return [{ name, repetition_type, num_children: type.fields.length }, ...type.fields.flatMap(columnElements)];
    default:
      return [{ name, repetition_type, ...LEAVES[type.kind] }];
  }
}
