import { z } from 'zod';
import { DATASET_NAME, manifestSchema } from './manifest.ts';
import { rejectSchema } from './reject.ts';
import { SCHEMA_VERSION, TABLES } from './tables.ts';
import type { Table } from './tables.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 2020-12) of one row of a table. What zod checks beyond JSON Schema (`refine`) is not in it. */
export function jsonSchemaOf(table: Pick<Table, 'name' | 'description' | 'row'>): JsonSchema {
  return describedSchema(table.name, `A row of ${table.name}`, table.description, table.row);
}

/** The JSON Schema of `manifest.json`. */
export function manifestJsonSchema(): JsonSchema {
  return describedSchema('manifest', 'The manifest of a release', manifestSchema.description ?? '', manifestSchema);
}

/** Every JSON Schema of a release by its file name, in the order of the tables. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  const rejects = { name: 'rejects', description: 'A record that was kept out of the tables, and why.', row: rejectSchema };
  const ofTables = [...TABLES, rejects].map((table) => [`${table.name}.schema.json`, jsonSchemaOf(table)] as const);
  return new Map([...ofTables, ['manifest.schema.json', manifestJsonSchema()]]);
}

function describedSchema(name: string, title: string, description: string, schema: z.ZodType): JsonSchema {
  const { $schema, description: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return { $schema, $id: `urn:${DATASET_NAME}:schema:${name}:${SCHEMA_VERSION}`, title, description, ...rest };
}
