import { z } from 'zod';
import { date, paperId, text } from './primitives.ts';

export const REDIRECT_KINDS = ['moved', 'split', 'removed'] as const;

/** What became of an id that a release once gave out. An id never vanishes without a row here. */
export const redirectSchema = z.strictObject({
  id: paperId.describe('The id that papers no longer has.'),
  kind: z.enum(REDIRECT_KINDS).describe('moved: one new id; split: several; removed: taken out, none.'),
  targets: z.array(paperId).describe('Ids in papers that took its place; empty for removed.'),
  date: date.describe('Day of the change.'),
  reason: text.describe('Why.'),
});
