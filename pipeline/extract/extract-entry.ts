/** Extract, for an entry of the flow: what its abstract says of code, addresses and results. */
import type { ExtractedEntry, Extraction, NormalizedEntry } from '../records.ts';
import { extractAbstract } from './extract.ts';

const NOTHING: Extraction = { code_status: 'none', links: [], metrics: [] };

/** Adds to an entry what its abstract holds; an entry without an abstract holds nothing. */
export function extractEntry(entry: NormalizedEntry): ExtractedEntry {
  return { ...entry, ...(entry.abstract === null ? NOTHING : extractAbstract(entry.abstract, entry.title)) };
}
