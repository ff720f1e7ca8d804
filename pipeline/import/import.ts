/** Import: a saved page, API answer, text rendering or curated table becomes a capture, with its sidecar. */
import path from 'node:path';
import { sidecarOf, type CaptureFacts } from '../captures/write-capture.ts';
import { parseIdentities } from '../curate/arxiv-ids.ts';
import { parseListing } from '../parse/parse.ts';
import type { ListingEntry, LoadedCapture } from '../records.ts';
import { UsageError, quote } from '../shared/errors.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { captureIdOf } from './capture-id.ts';
import { daysListed, hintsOfDocument, kindOf } from './hints.ts';
import { infer, type Given, type Inferred } from './infer.ts';

/** Titles and abstracts are arXiv metadata: https://info.arxiv.org/help/license/index.html */
export const LISTING_LICENCE =
  'Titles, authors and abstracts are arXiv metadata, CC0 1.0. Ranks, votes and counts are facts of a public listing.';
export const CURATED_LICENCE = 'Facts, CC0 1.0.';

/** Who published what a capture holds, by its kind. */
export const SOURCES: Readonly<Record<Sidecar['kind'], string>> = {
  'listing-html': 'Hugging Face Papers, list page',
  'listing-json': 'Hugging Face Papers, daily papers API',
  'listing-text': 'Hugging Face Papers, text rendering of a list page',
  'arxiv-ids': 'Curated table: titles, arXiv ids, dates and the evidence for each',
  redirects: 'Curated table: ids that moved',
  corrections: 'Curated table: corrections',
};

const MEDIA_TYPES: Readonly<Record<Sidecar['kind'], string>> = {
  'listing-html': 'text/html; charset=utf-8',
  'listing-json': 'application/json; charset=utf-8',
  'listing-text': 'text/plain; charset=utf-8',
  'arxiv-ids': 'text/csv; charset=utf-8',
  redirects: 'text/csv; charset=utf-8',
  corrections: 'text/csv; charset=utf-8',
};

/** Keeps a capture; gives the path of its document. */
export type StoreCapture = (capture: LoadedCapture) => Promise<string>;

/** What an import made. */
export interface Imported {
  readonly sidecar: Sidecar;
  readonly file: string;
  readonly entries: number;
  readonly rejected: number;
}

/**
 * Makes a capture of `content`, the bytes of `file`, and hands it to `store`. It is read before it is kept, so that
 * nothing comes in that no reader understands; what it rejects is counted.
 * @throws UsageError when something must be given; DataError when the document cannot be read, or is of another period.
 */
export async function importFile(file: string, content: Uint8Array, given: Given, store: StoreCapture): Promise<Imported> {
  checkGiven(given);
  const name = path.basename(file);
  const kind = given.kind ?? kindOf(name, content);
  if (kind === null) throw new UsageError(`${file}: neither the file nor its name says what it is. Give --kind.`);
  const trial = { sidecar: sidecarOf(factsOf(kind, given, trialId(name), { ...UNKNOWN, list: given.list }), content), content };
  const read = readTrial(trial);
  const inferred = infer(name, given, { kind, hints: hintsOfDocument(kind, content, file), days: daysListed(read.entries) });
  const id = captureIdOf({ kind, first_rank: 1, ...inferred });
  const sidecar = sidecarOf(factsOf(kind, given, id, inferred), content);
  return { sidecar, file: await store({ sidecar, content }), entries: read.count, rejected: read.rejected };
}

/** What a trial reading knows. */
const UNKNOWN: Inferred = { list: null, period: null, captured_at: '1970-01-01T00:00:00Z', captured_precision: 'day' };

/** The file's name as an id: what a trial reading calls the document in its errors. */
function trialId(name: string): string {
  return `file-${name.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 100)}`;
}

function factsOf(kind: Sidecar['kind'], { url }: Given, capture_id: string, inferred: Inferred): CaptureFacts {
  return {
    capture_id,
    kind,
    source: SOURCES[kind],
    url,
    first_rank: 1,
    media_type: MEDIA_TYPES[kind],
    etag: null,
    last_modified: null,
    licence: kind.startsWith('listing-') ? LISTING_LICENCE : CURATED_LICENCE,
    ...inferred,
  };
}

interface TrialReading {
  readonly entries: readonly ListingEntry[];
  readonly count: number;
  readonly rejected: number;
}

/** Reads a capture to see what is in it. Redirects and corrections are kept as they are: the build reads them. */
function readTrial(capture: LoadedCapture): TrialReading {
  const { kind } = capture.sidecar;
  if (kind === 'redirects' || kind === 'corrections') return { entries: [], count: 0, rejected: 0 };
  if (kind === 'arxiv-ids') {
    const { rows, rejects } = parseIdentities(capture);
    return { entries: [], count: rows.length, rejected: rejects.length };
  }
  const { entries, rejects } = parseListing(capture);
  return { entries, count: entries.length, rejected: rejects.length };
}

function checkGiven({ url, period }: Given): void {
  if (url !== null && (url.length > 2_000 || !/^https?:\/\//.test(url) || !URL.canParse(url))) {
    throw new UsageError(`--url: found "${quote(url)}", expected an http or https address.`);
  }
  if (period !== null && (period.trim() === '' || period.length > 200)) {
    throw new UsageError(`--period: found "${quote(period)}", expected up to 200 characters.`);
  }
}
