import { z } from 'zod';
import { count, text } from './primitives.ts';

export const DIRECTIONS = ['higher', 'lower', 'target', 'context', 'neutral'] as const;

/** A kind of metric that results are typed with. */
export const metricTypeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/).describe('Canonical id, lower_snake_case: metrics.metric.'),
  name: text.describe('Usual name.'),
  aliases: z.array(text).describe('Other ways it is written.'),
  direction: z.enum(DIRECTIONS).describe('Whether a higher or a lower value is better; target: a set value is; context: it depends; neutral: neither.'),
  unit: text.nullable().describe('Usual unit; null for a bare number.'),
  range_low: z.number().nullable().describe('Lowest possible value in the usual unit.'),
  range_high: z.number().nullable().describe('Highest possible value in the usual unit.'),
  domain: text.nullable().describe('Field it is used in.'),
});

/** A benchmark or data set that results are reported on. */
export const benchmarkSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_]{0,79}$/).describe('Canonical id: metrics.dataset_id.'),
  name: text.describe('Usual name.'),
  aliases: z.array(text).describe('Other ways it is written.'),
  usual_metric: z.string().nullable().describe('Metric meant where a result on it names none: metric_types.id.'),
  tasks: z.array(text).describe('Tasks it is used for.'),
  papers: count.describe('Papers known to report on it when the table was made.'),
});
