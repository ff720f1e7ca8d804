/** Counts the fields that a source has and a schema does not name: how a change of the source shows. */
import { z } from 'zod';

/** Beyond this many different names the rest is counted together, so that no document can swell the count. */
const MOST_NAMES = 100;
const LONGEST_NAME = 60;
const THE_REST = '(other fields)';

/** Adds to `counts` every field of `value`, at any depth that `schema` describes, which it does not name. */
export function countUnknownFields(schema: z.core.$ZodType, value: unknown, counts: Map<string, number>, path = ''): void {
  const shape = unwrap(schema);
  if (shape instanceof z.ZodArray && Array.isArray(value)) {
    for (const element of value) countUnknownFields(shape.element, element, counts, `${path}[]`);
  } else if (shape instanceof z.ZodObject && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, member] of Object.entries(value)) {
      const memberPath = path === '' ? name.slice(0, LONGEST_NAME) : `${path}.${name.slice(0, LONGEST_NAME)}`;
      const known = Object.hasOwn(shape.shape, name) ? shape.shape[name] : undefined;
      if (known === undefined) increment(counts, memberPath);
      else countUnknownFields(known, member, counts, memberPath);
    }
  }
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
}

function increment(counts: Map<string, number>, path: string): void {
  const name = counts.has(path) || counts.size < MOST_NAMES ? path : THE_REST;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
