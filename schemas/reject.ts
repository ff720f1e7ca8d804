import { z } from 'zod';
import { count, text } from './primitives.ts';

export const STAGES = ['parse', 'normalize', 'extract', 'merge', 'validate'] as const;

/** A record that was kept out of the tables, and why. */
export const rejectSchema = z.strictObject({
  capture_id: text.describe('The capture it came from.'),
  stage: z.enum(STAGES).describe('The stage that set it aside.'),
  position: count.describe('Its place in the capture, from 1; 0 where the whole capture failed.'),
  field: text.describe('The field that is wrong.'),
  found: z.string().describe('What was found there, shortened.'),
  expected: text.describe('What was expected.'),
});
