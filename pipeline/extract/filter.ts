/**
 * `extract` as a filter: NDJSON `{id, title, abstract}` in, the same with what the abstract holds out, a line for a
 * line and in order. Other tools hold it to this form; a line that is no such record gives `{error, line}`.
 */
import { z } from 'zod';
import { cleanAbstract, cleanTitle } from '../normalize/text/clean.ts';
import type { Line } from '../shared/ndjson.ts';
import { extractAbstract } from './extract.ts';

const inputSchema = z.object({ id: z.string(), title: z.string(), abstract: z.string() });
const decoder = new TextDecoder('utf-8', { fatal: true });

/** What one line of input gave: the line to write, and whether it is an error. */
export interface Filtered {
  readonly line: string;
  readonly failed: boolean;
}

/** Filters one line; never throws for what it holds. */
export function filterLine({ bytes, number }: Line): Filtered {
  const record = readRecord(bytes);
  if ('error' in record) return { line: JSON.stringify({ error: record.error, line: number }), failed: true };
  const title = cleanTitle(record.title);
  const abstract = cleanAbstract(record.abstract);
  return { line: JSON.stringify({ id: record.id, title, abstract, ...extractAbstract(abstract, title) }), failed: false };
}

function readRecord(bytes: Uint8Array): z.infer<typeof inputSchema> | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    return { error: 'not a JSON text in UTF-8; expected {"id", "title", "abstract"}' };
  }
  const parsed = inputSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return { error: `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'malformed'}; expected {"id", "title", "abstract"}` };
}
