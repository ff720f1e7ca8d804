import { z } from 'zod';
import { date, paperId, text } from './primitives.ts';

/** A value that a maintainer set right, with what stood there before and why: corrections are seen, never silent. */
export const correctionSchema = z.strictObject({
  paper_id: paperId.describe('The paper: papers.id.'),
  field: z.string().regex(/^(?:[a-z_]{1,40}|metrics@\d{1,6}(?:\.[a-z_]{1,40})?)$/).describe('What was corrected: a field of papers, `metrics@START` (a result taken out) or `metrics@START.FIELD`, where START is the offset of its number.'),
  old: text.describe('The value that was read, as JSON.'),
  new: text.describe('The value that stands now, as JSON.'),
  reason: text.describe('Why.'),
  date: date.describe('Day of the correction.'),
  capture_id: text.describe('The curated table it is from: captures.capture_id.'),
});
