/**
 * A raw folder as large as asked for, grown from real days: each paper of it has an id, a title and an abstract of its
 * own. In the abstract words are swapped for others of the corpus, so that text is about as hard to pack as real text is:
 * mere copies would flatter whoever looks furthest back for what was there before.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sidecarOf, writeCapture } from '../../pipeline/captures/write-capture.ts';
import { readAbstracts, readDays } from './abstracts.ts';

/** Entries of a capture, unless told otherwise: more than any day has, so that a million papers make a thousand files. */
const ENTRIES_PER_CAPTURE = 1_000;
const IDS_PER_MONTH = 90_000;
/** How many of a hundred plain words are swapped: measured, see the sizes that the benchmark prints for real papers. */
const SWAPPED_PERCENT = 60;
const PLAIN_WORD = /\b[a-z]{4,}\b/g;

export type RawEntry = z.infer<typeof entrySchema>;
export const entrySchema = z.looseObject({ paper: z.looseObject({ id: z.string(), title: z.string(), summary: z.string() }) });

/** Entries to grow from: those of real days where they are at hand, else the abstracts of the embedded listing in their form. */
function seedEntries(): readonly RawEntry[] {
  const days = readDays().flatMap((file) => z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8'))));
  if (days.length > 0) return days;
  return readAbstracts().map(({ title, abstract }) => ({ title, paper: { id: '2501.00001', title, summary: abstract, authors: [], publishedAt: '2025-01-01T00:00:00.000Z', upvotes: 1 }, publishedAt: '2025-01-01T00:00:00.000Z' }));
}

/** What part of the corpus to write. */
export interface Growth {
  /** Number of the first paper. */
  readonly from: number;
  readonly papers: number;
  readonly perCapture?: number;
}

/** Writes papers into the folder `raw`, a capture for each so many; their ids grow with their numbers. */
export async function growRaw(raw: string, { from, papers, perCapture = ENTRIES_PER_CAPTURE }: Growth): Promise<void> {
  const make = variants();
  for (let first = from; first < from + papers; first += perCapture) {
    const count = Math.min(perCapture, from + papers - first);
    await writeDay(raw, first / perCapture, Array.from({ length: count }, (_, index) => make(first + index)));
  }
}

/** Gives the paper of a number, made from real ones. */
export function variants(): (number: number) => RawEntry {
  const seeds = seedEntries();
  const words = seeds.flatMap(({ paper }) => paper.summary.match(PLAIN_WORD) ?? []);
  return (number) => variant(seeds, words, number);
}

function variant(seeds: readonly RawEntry[], words: readonly string[], number: number): RawEntry {
  const seed = seeds[number % seeds.length] ?? { paper: { id: '', title: '', summary: '' } };
  const month = Math.floor(number / IDS_PER_MONTH);
  const id = `${String(7 + Math.floor(month / 12)).padStart(2, '0')}${String((month % 12) + 1).padStart(2, '0')}.${String(number % IDS_PER_MONTH).padStart(5, '0')}`;
  const title = `${seed.paper.title} (${number})`;
  const random = randomFrom(number);
  const swapped = (text: string): string => text.replaceAll(PLAIN_WORD, (word) => (random(100) < SWAPPED_PERCENT ? (words[random(words.length)] ?? word) : word));
  const { ai_summary } = seed.paper;
  const paper = { ...seed.paper, id, title, summary: swapped(seed.paper.summary), ...(typeof ai_summary === 'string' ? { ai_summary: swapped(ai_summary) } : {}) };
  return { ...seed, title, paper };
}

/** Whole numbers below a limit, the same for the same seed: the numbers of Park and Miller's generator of 1988. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed + 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

async function writeDay(raw: string, day: number, entries: readonly RawEntry[]): Promise<void> {
  const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
  const content = Buffer.from(JSON.stringify(entries));
  const facts = {
    capture_id: `bench-${String(day).padStart(5, '0')}`, kind: 'listing-json', source: 'grown for a measurement', url: null, list: 'daily', period: date, first_rank: 1,
    captured_at: `${date}T12:00:00Z`, captured_precision: 'second', media_type: 'application/json', etag: null, last_modified: null, licence: 'CC0 1.0',
  } as const;
  await writeCapture(raw, sidecarOf(facts, content), content);
}
