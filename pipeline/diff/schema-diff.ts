/** What changed in the shape of a release, by the JSON Schemas that it holds. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DataError } from '../shared/errors.ts';

export interface SchemaDiff {
  /** `papers.upvotes is gone`: what a reader of the old shape may miss or trip over. */
  readonly breaking: readonly string[];
  /** `papers.doi`. */
  readonly added: readonly string[];
}

const schemaFile = z.looseObject({ properties: z.record(z.string(), z.unknown()) });
const SUFFIX = '.schema.json';

/** Compares the schemas of two release folders. @throws DataError where one is no JSON Schema of a record. */
export async function diffSchemas(oldDirectory: string, newDirectory: string): Promise<SchemaDiff> {
  const [olds, news] = [await readFields(oldDirectory), await readFields(newDirectory)];
  const breaking = [...olds].flatMap(([field, form]) => {
    const now = news.get(field);
    if (now === undefined) return [`${field} is gone`];
    return now === form ? [] : [`${field} has another form`];
  });
  return { breaking, added: [...news.keys()].filter((field) => !olds.has(field)) };
}

/** The form of every field of every table, as JSON without its descriptions. */
async function readFields(directory: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(directory, 'schemas');
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX)).toSorted();
  const fields = new Map<string, string>();
  for (const file of files) {
    const table = file.slice(0, -SUFFIX.length);
    if (table === 'manifest') continue;
    for (const [name, form] of Object.entries(await propertiesOf(path.join(folder, file)))) fields.set(`${table}.${name}`, JSON.stringify(withoutDescriptions(form)));
  }
  return fields;
}

async function propertiesOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return schemaFile.parse(JSON.parse(await readFile(file, 'utf8'))).properties;
  } catch (cause) {
    throw new DataError({ where: file, found: 'no JSON Schema of a record', expected: 'the schema of a table' }, { cause });
  }
}

function withoutDescriptions(form: unknown): unknown {
  if (Array.isArray(form)) return form.map(withoutDescriptions);
  if (typeof form !== 'object' || form === null) return form;
  return Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'description').map(([name, value]) => [name, withoutDescriptions(value)]));
}
