/** The records that the stages hand to each other, from a capture to a paper. */
import type { CodeStatus, Link, Metric, Reject, Sidecar } from '../schemas/types.ts';

/** A capture as the store gives it: its sidecar, and its document unpacked. */
export interface LoadedCapture {
  readonly sidecar: Sidecar;
  readonly content: Uint8Array;
}

/** How an entry of a listing was read: from which landmark of the document. */
export type EntryOrigin = 'api' | 'props' | 'card' | 'text';

/** One entry of a listing as the document gives it: nothing cleaned, absent is null. */
export interface ListingEntry {
  readonly capture_id: string;
  /** Place in the document, from 1. */
  readonly position: number;
  /** Place on the list, from 1: `first_rank` of the capture and the position. */
  readonly rank: number;
  readonly origin: EntryOrigin;
  readonly arxiv_id: string | null;
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly organization: string | null;
  readonly ai_summary: string | null;
  readonly ai_keywords: readonly string[];
  readonly project_page: string | null;
  /** The repository beside the entry, as the listing writes it. */
  readonly repository: string | null;
  readonly github_stars: number | null;
  readonly upvotes: number | null;
  readonly num_comments: number | null;
  /** First publication: an ISO date, month or moment. */
  readonly published: string | null;
  /** Day or moment on which the listing put it up; null where only the capture's period tells. */
  readonly listed: string | null;
}

/** A curated row: the arXiv id and date of a title, with the evidence for it. */
export interface CuratedIdentity {
  readonly capture_id: string;
  readonly position: number;
  readonly title: string;
  readonly arxiv_id: string;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly published: string;
  readonly evidence: string;
}

/** What reading one listing gave. */
export interface ParsedListing {
  readonly entries: readonly ListingEntry[];
  readonly rejects: readonly Reject[];
  /** Fields that the source has and no reader knows, with how often each was met: how a change of the source shows. */
  readonly unknownFields: ReadonlyMap<string, number>;
}

/** An entry after normalize: cleaned and checked, ready to be merged. */
export interface NormalizedEntry extends Omit<ListingEntry, 'published' | 'listed' | 'repository'> {
  /** SHA-256 of the normalised title, first 12 hex digits: joins spellings of one title. */
  readonly title_key: string;
  readonly published_on: string | null;
  readonly published_precision: 'day' | 'month' | null;
  /** First day on which this entry says that it was listed. */
  readonly listed_on: string;
  /** Day on which the list showed it: the capture's day where the list is one of the moment. */
  readonly seen_on: string;
  /** The links that the listing gives: repository and project page. */
  readonly listing_links: readonly Link[];
}

/** What extract finds in one abstract; offsets point into the cleaned abstract it was given. */
export interface Extraction {
  readonly code_status: CodeStatus;
  readonly links: readonly Link[];
  readonly metrics: readonly Metric[];
}

/** A normalized entry with what extract found in its abstract. */
export interface ExtractedEntry extends NormalizedEntry, Extraction {}
