import { z } from 'zod';
import { count, position, text, timestamp } from './primitives.ts';

export const CAPTURE_KINDS = ['listing-html', 'listing-json', 'listing-text', 'arxiv-ids', 'redirects', 'corrections'] as const;
export const LISTS = ['daily', 'trending', 'weekly', 'monthly', 'search'] as const;

/** What is known of one capture: the sidecar beside it in `raw/`, validated when it is read. */
export const sidecarSchema = z.strictObject({
  capture_id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/).describe("The capture's file name without its endings; unique in `raw/`."),
  kind: z.enum(CAPTURE_KINDS).describe('Which reader understands the capture.'),
  source: text.describe('Who published what was captured.'),
  url: z.string().max(2_000).nullable().describe('Address it was fetched from; null for a document that was handed in.'),
  list: z.enum(LISTS).nullable().describe('Which list it shows; null where it shows none.'),
  period: text.max(200).nullable().describe("The listing's own date, week, month or query."),
  first_rank: position.describe('Rank of its first entry: more than 1 for the later pages of a list.'),
  captured_at: timestamp.describe('When it was captured, in UTC.'),
  captured_precision: z.enum(['second', 'day']).describe('Whether captured_at is known to the second or only to the day.'),
  media_type: text.describe('Media type of the document as it came.'),
  bytes: count.describe('Size of the document as it came, unpacked, in bytes.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the document as it came, unpacked, in hex.'),
  etag: text.nullable().describe('ETag of the response, if there was one.'),
  last_modified: text.nullable().describe('Last-Modified of the response, if there was one.'),
  licence: text.describe('Terms under which its content may be used.'),
});

/** A row of the captures table: the sidecar and what reading the capture gave. */
export const captureSchema = sidecarSchema.extend({
  entries: count.describe('Entries read from it.'),
  rejected: count.describe('Entries set aside, with their reasons, in rejects.ndjson.'),
});

