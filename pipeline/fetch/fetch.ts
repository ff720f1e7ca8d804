/** Fetch: the lists of a plan become captures, each page once; what is there already is not asked for again. */
import pLimit from 'p-limit';
import { sidecarOf } from '../captures/write-capture.ts';
import { DataError } from '../shared/errors.ts';
import type { Progress } from '../shared/progress.ts';
import { checkAnswer, checkDocument, type Inspector } from './check.ts';
import type { Client } from './client.ts';
import { dayOf, type Clock } from './clock.ts';
import { daysOf, hasNext, mediaTypeOf, MOST_PAGES, pageOf, type ListPage } from './pages.ts';
import type { Listing } from './plan.ts';
import type { FetchStore, Kept } from './raw-store.ts';
import { sidecarFacts } from './sidecar.ts';

/** What fetching needs of the world. */
export interface FetchWorld {
  readonly client: Client;
  readonly store: FetchStore;
  readonly inspector: Inspector;
  readonly progress: Progress;
  readonly clock: Clock;
}

/** How a page ended. `empty`: the source has no entry for it yet, and it may be asked again. */
type Outcome = 'fetched' | 'notModified' | 'skipped' | 'empty';

/** A list that failed, and the reason. */
interface Failure {
  readonly what: string;
  readonly why: string;
}

/** What a run did, counted in pages; what failed, in the order of the plan. */
export interface FetchSummary extends Readonly<Record<Outcome, number>> {
  readonly failed: readonly Failure[];
}

/** Lists fetched at a time; how many requests run at a time is the client's own affair. */
const LISTS_AT_A_TIME = 4;
/** After so many failures in a row the source is taken to be out of reach, and the rest is not tried. */
const MOST_FAILURES_IN_A_ROW = 5;

/** Fetches every list of `plan`. What fails is told in the summary; what arrived before or after it is kept. */
export async function fetchListings(plan: readonly Listing[], world: FetchWorld): Promise<FetchSummary> {
  const counts: Record<Outcome, number> = { fetched: 0, notModified: 0, skipped: 0, empty: 0 };
  let failuresInARow = 0;
  let done = 0;
  async function fetchOne(listing: Listing): Promise<Failure | null> {
    if (failuresInARow >= MOST_FAILURES_IN_A_ROW) return failureOf(listing, `not tried, after ${MOST_FAILURES_IN_A_ROW} failures in a row`);
    try {
      await fetchPages(listing, world, (outcome) => (counts[outcome] += 1));
      failuresInARow = 0;
      return null;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      failuresInARow += 1;
      return failureOf(listing, error.message);
    } finally {
      done += 1;
      world.progress.advance(done);
    }
  }
  world.progress.start('Fetching', plan.length);
  const failures = await pLimit(LISTS_AT_A_TIME).map(plan, fetchOne);
  world.progress.finish();
  return { ...counts, failed: failures.filter((failure) => failure !== null) };
}

function failureOf({ list, period }: Listing, why: string): Failure {
  return { what: `${list} ${period}`, why };
}

/** Fetches the pages of a list, until one is short. */
async function fetchPages(listing: Listing, world: FetchWorld, count: (outcome: Outcome) => void): Promise<void> {
  for (let number = 0; number < MOST_PAGES; number += 1) {
    const page = pageOf(listing, number);
    const kept = world.store.newest(page);
    const isThere = kept !== null && isSettled(kept, page, dayOf(world.clock.now()));
    const { outcome, entries } = isThere ? { outcome: 'skipped' as const, entries: await entriesOf(kept, page, world) } : await fetchPage(page, kept, world);
    count(outcome);
    if (!hasNext(page, entries)) return;
  }
  throw new DataError({ where: `${listing.list} ${listing.period}`, found: `${MOST_PAGES} full pages`, expected: 'a list that ends', cure: 'The source may have ignored the page.' });
}

/**
 * Whether a capture need not be made again: it is of a day after the period, when the list had stopped growing, or of
 * today, as after a run that was cut short.
 */
function isSettled({ sidecar }: Kept, page: ListPage, today: string): boolean {
  const capturedOn = sidecar.captured_at.slice(0, 'YYYY-MM-DD'.length);
  const range = daysOf(page);
  return capturedOn === today || (range !== null && capturedOn > range.last);
}

/** How many entries a capture has that is there already. */
async function entriesOf(kept: Kept, page: ListPage, { inspector }: FetchWorld): Promise<number> {
  if (page.kind === 'listing-html') return 0;
  const { entries, rejected } = inspector.contents({ sidecar: kept.sidecar, content: await kept.load() });
  return entries + rejected;
}

interface FetchedPage {
  readonly outcome: Outcome;
  /** How many entries the page has: whether another follows. */
  readonly entries: number;
}

/** Fetches a page and keeps it, if it is what was asked for and has changed since it was `kept`. */
async function fetchPage(page: ListPage, kept: Kept | null, world: FetchWorld): Promise<FetchedPage> {
  const ask = { accept: mediaTypeOf(page), etag: kept?.sidecar.etag ?? null, lastModified: kept?.sidecar.last_modified ?? null };
  const answer = await world.client.get(page.path, ask);
  if (answer.notModified && kept !== null) return { outcome: 'notModified', entries: await entriesOf(kept, page, world) };
  checkAnswer(page, answer);
  const capture = { sidecar: sidecarOf(sidecarFacts(page, answer), answer.body), content: answer.body };
  const { entries, rejected } = checkDocument(page, capture, world.inspector);
  // An empty list is a fact once its days are over; before, papers may still come.
  if (entries > 0 || isOver(page, dayOf(answer.receivedAt))) await world.store.write(capture.sidecar, capture.content);
  return { outcome: entries === 0 ? 'empty' : 'fetched', entries: entries + rejected };
}

function isOver(page: ListPage, today: string): boolean {
  const range = daysOf(page);
  return range !== null && range.last < today;
}

/** The counts of a summary on one line. */
export function describeSummary({ fetched, notModified, skipped, empty, failed }: FetchSummary): string {
  return `pages: ${fetched} fetched, ${notModified} not modified, ${skipped} already there, ${empty} empty; lists failed: ${failed.length}`;
}
