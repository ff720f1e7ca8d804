import { z } from 'zod';
import { LISTS } from './capture.ts';
import { count, paperId, position, text, timestamp } from './primitives.ts';

/** One paper on one captured list. The appearances of a paper are how it trended. */
export const appearanceSchema = z.strictObject({
  paper_id: paperId.describe('The paper: papers.id.'),
  capture_id: text.describe('The capture it was read from: captures.capture_id.'),
  list: z.enum(LISTS).describe('Which list it was on.'),
  period: text.describe("The listing's own date, week, month or query."),
  rank: position.describe('Place on the list, from 1.'),
  upvotes: count.nullable().describe('Upvotes at that time.'),
  num_comments: count.nullable().describe('Comments at that time.'),
  captured_at: timestamp.describe('When the list was captured, in UTC.'),
});
