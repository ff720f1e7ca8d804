/**
 * Where segments begin and end follows from the ids of the papers in them, not from their number before: a paper that
 * comes in changes its own segment and leaves the others as they were. The rule is that of content-defined chunking: a
 * segment ends behind an id whose hash has so many zeros.
 */

/** A release has about so many segments, between the bounds: few enough to describe, enough for most to stay the same. */
const SEGMENTS = 64;
const SMALLEST_MEAN = 256;
/** Bounds the memory that a segment takes. */
const LARGEST_MEAN = 1_024;

/** A run of papers, by their numbers in the order of their ids: from `start` up to and without `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Cuts the papers with these ids, sorted, into segments; none has more than half as many again as the mean it aims at. */
export function cutSegments(ids: readonly string[]): readonly Run[] {
  const mean = meanSize(ids.length);
  const segments: Run[] = [];
  let start = 0;
  for (const [index, id] of ids.entries()) {
    const end = index + 1;
    if (hashOf(id) % mean !== 0 && end - start < 1.5 * mean && end < ids.length) continue;
    segments.push({ start, end });
    start = end;
  }
  return segments;
}

/** Papers of a segment on average: a power of two, so that a growing release keeps its size for long. */
function meanSize(papers: number): number {
  const wanted = 2 ** Math.floor(Math.log2(Math.max(papers / SEGMENTS, 1)));
  return Math.min(Math.max(wanted, SMALLEST_MEAN), LARGEST_MEAN);
}

/** FNV-1a over UTF-16 code units, its bits mixed once more as in MurmurHash3: ids of one month differ in a digit or two. */
function hashOf(id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
