/**
 * A shard holds the extracted entries of one capture, a line each: arXiv id, title key and record, tabs between. The
 * first two let merge group entries without parsing the records, so that a build holds keys in memory, not texts.
 */
import { rename, writeFile } from 'node:fs/promises';
import { loadCapture, type StoredCapture } from '../captures/store.ts';
import { extractEntry } from '../extract/extract-entry.ts';
import { normalizeEntry } from '../normalize/normalize.ts';
import { parseListing } from '../parse/parse.ts';
import type { ExtractedEntry, LoadedCapture } from '../records.ts';
import type { Reject } from '../../schemas/types.ts';

/** What reading one capture gave, beside the shard itself. */
export interface ShardFacts {
  readonly capture_id: string;
  /** Entries that went into the shard. */
  readonly entries: number;
  readonly rejects: readonly Reject[];
  /** Fields of the source that no reader knows, and how often each was met. */
  readonly unknownFields: readonly (readonly [string, number])[];
}

export interface ShardContent extends ShardFacts {
  readonly records: readonly ExtractedEntry[];
}

/** Parse, normalize and extract for one listing: a pure function of the capture and the code. */
export function readListing(capture: LoadedCapture): ShardContent {
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

/** Reads the capture `stored` and writes its shard to `file`. */
export async function writeShard(stored: StoredCapture, file: string): Promise<ShardFacts> {
  const { records, ...facts } = readListing(await loadCapture(stored));
  const partial = `${file}.partial-${process.pid}`;
  await writeFile(partial, records.map(lineOf).join(''));
  await rename(partial, file);
  return facts;
}

function lineOf(record: ExtractedEntry): string {
  return `${record.arxiv_id ?? ''}\t${record.title_key}\t${JSON.stringify(record)}\n`;
}
