/** What merge needs to know of the entries of a shard, as one text: a fraction of what objects would take of memory. */
import { crc32 } from 'node:zlib';
import type { ExtractedEntry } from '../records.ts';

export interface ShardKey {
  readonly arxiv_id: string | null;
  readonly title_key: string;
  /** Of the record, its newline among them. */
  readonly bytes: number;
  /** CRC-32 of these bytes. */
  readonly checksum: number;
}

/** The key of an entry as a line: arXiv id, title key, bytes and checksum of its record, tabs between. */
export function keyLine({ arxiv_id, title_key }: Pick<ExtractedEntry, 'arxiv_id' | 'title_key'>, record: Uint8Array): string {
  return `${arxiv_id ?? ''}\t${title_key}\t${record.byteLength}\t${crc32(record)}\n`;
}

/** The keys that `lines` hold, one by one. */
export function* keysIn(lines: string): Generator<ShardKey> {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    const [arxivId = '', titleKey = '', bytes = '', checksum = ''] = lines.slice(start, end).split('\t');
    yield { arxiv_id: arxivId === '' ? null : arxivId, title_key: titleKey, bytes: Number(bytes), checksum: Number(checksum) };
    start = end + 1;
  }
}
