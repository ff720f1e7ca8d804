/**
 * A shard holds the extracted entries of one capture, a line of JSON each. What is known of it lies beside it, with the
 * keys of all entries: merge groups entries without reading the records, so that a build holds keys in memory, not texts.
 */
import { loadCapture } from '../captures/store.ts';
import { extractEntry } from '../extract/extract-entry.ts';
import { normalizeEntry } from '../normalize/normalize.ts';
import { parseListing } from '../parse/parse.ts';
import type { ExtractedEntry, LoadedCapture } from '../records.ts';
import type { Reject } from '../../schemas/types.ts';
import { writeBeside, writeResult } from './kept-results.ts';
import { recordsOf } from './record-reader.ts';
import { keyLine } from './shard-keys.ts';
import type { ShardTask } from './tasks.ts';

/** What reading one capture gave, beside the records. */
export interface ListingFacts {
  readonly capture_id: string;
  /** Entries that became records. */
  readonly entries: number;
  readonly rejects: readonly Reject[];
  /** Fields of the source that no reader knows, and how often each was met. */
  readonly unknownFields: readonly (readonly [string, number])[];
}

export interface ListingContent extends ListingFacts {
  readonly records: readonly ExtractedEntry[];
}

/** What is known of a shard. */
export interface ShardFacts extends ListingFacts {
  /** The key of every entry, in the order of the records; see {@link keysIn}. */
  readonly keys: string;
  /** Of all records together. */
  readonly bytes: number;
  /** Of the document when it was last held against its sidecar. */
  readonly stamp: string;
}

/** Parse, normalize and extract for one listing: a pure function of the capture and the code. */
export function readListing(capture: LoadedCapture): ListingContent {
  const parsed = parseListing(capture);
  const normalized = parsed.entries.map((entry) => normalizeEntry(entry, capture.sidecar));
  const records = normalized.flatMap((result) => (result.ok ? [extractEntry(result.entry)] : []));
  const refused = normalized.flatMap((result) => (result.ok ? [] : [result.reject]));
  return {
    capture_id: capture.sidecar.capture_id,
    entries: records.length,
    rejects: [...parsed.rejects, ...refused],
    unknownFields: [...parsed.unknownFields],
    records,
  };
}

/**
 * Reads the capture `stored`; writes what is known of its shard to `file`, and its records beside it.
 * @throws DataError when the capture is damaged.
 */
export async function writeShard({ stored, file }: ShardTask): Promise<ShardFacts> {
  const { records, ...read } = readListing(await loadCapture(stored));
  const lines = records.map((record) => Buffer.from(`${JSON.stringify(record)}\n`));
  const keys = records.map((record, index) => keyLine(record, lines[index] ?? Buffer.alloc(0))).join('');
  const content = Buffer.concat(lines);
  await writeBeside(recordsOf(file), [content]);
  const facts = { ...read, keys, bytes: content.byteLength, stamp: stored.stamp };
  await writeResult(file, facts);
  return facts;
}
