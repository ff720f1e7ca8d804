import { z } from 'zod';
import { count, text } from './primitives.ts';

export const METRIC_KINDS = ['absolute', 'difference', 'ratio', 'relative'] as const;
export const QUALIFIERS = ['exact', 'approx', 'at_least', 'at_most'] as const;
export const CHANGES = ['increase', 'decrease'] as const;
export const ROLES = ['proposed', 'baseline', 'other'] as const;

/** One number that an abstract reports as a result. */
export const metricSchema = z.strictObject({
  metric: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/).describe('Canonical id of the metric (table metric_types), or its usual name in lower_snake_case; `unspecified` where the text names none.'),
  metric_text: text.nullable().describe('The name of the metric as written; null where it was inferred or is unspecified.'),
  value: z.number().describe('The number as stated: 84.1 for 84.1%; the low end of a range.'),
  value_high: z.number().nullable().describe('The high end of a range.'),
  unit: text.nullable().describe('`%`, `x` (multiples), `points`, or the unit as written; null for a bare number.'),
  qualifier: z.enum(QUALIFIERS).describe('How the text hedges the number: exact, about, at least, at most.'),
  kind: z.enum(METRIC_KINDS).describe('absolute: the score itself; difference: an additive change; ratio: a multiple; relative: a change in percent of a quantity.'),
  change: z.enum(CHANGES).nullable().describe('Whether the metric grew or shrank; null for kind absolute.'),
  better: z.boolean().nullable().describe('Whether the change is an improvement, from the direction of the metric; null for kind absolute or where the direction is not known.'),
  role: z.enum(ROLES).describe("proposed: the paper's own system; baseline: one it is compared with; other: a system evaluated that the paper did not propose."),
  system: text.nullable().describe('The system or variant that has this value, as written.'),
  baseline: text.nullable().describe('What a change is measured against, as written.'),
  dataset: text.nullable().describe('The benchmark or data set, as written; several that share the number are joined by `; `.'),
  dataset_id: z.string().regex(/^[a-z0-9][a-z0-9_]{0,79}$/).nullable().describe('Canonical id of the data set (table benchmarks), where it is known.'),
  task: text.nullable().describe('The task, where it is stated near the number.'),
  uncertainty: z.number().min(0).nullable().describe('The ± that follows the value, in its unit.'),
  evidence: text.describe('The piece of `abstract` that holds the number and, where close, its metric; verbatim.'),
  start: count.describe('Offset of the number in `abstract`, in UTF-16 code units.'),
  end: count.describe('Offset after the number in `abstract`, in UTF-16 code units.'),
  confidence: z.number().min(0).max(1).describe('How sure the extractor is of this row, 0 to 1.'),
});
