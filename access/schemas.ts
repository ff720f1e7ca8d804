/** The zod schemas of the records, for who validates: `trending-papers/schemas`. Needs zod 4 beside it. */
export { appearanceSchema } from '../schemas/appearance.ts';
export { captureSchema } from '../schemas/capture.ts';
export { linkSchema } from '../schemas/link.ts';
export { manifestSchema } from '../schemas/manifest.ts';
export { metricSchema } from '../schemas/metric.ts';
export { benchmarkSchema, metricTypeSchema } from '../schemas/ontology.ts';
export { paperSchema } from '../schemas/paper.ts';
export { redirectSchema } from '../schemas/redirect.ts';
export { linkRowSchema, metricRowSchema } from '../schemas/tables.ts';
