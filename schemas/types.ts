import type { z } from 'zod';
import type { appearanceSchema } from './appearance.ts';
import type { captureSchema, sidecarSchema } from './capture.ts';
import type { correctionSchema } from './correction.ts';
import type { linkSchema } from './link.ts';
import type { metricSchema } from './metric.ts';
import type { benchmarkSchema, metricTypeSchema } from './ontology.ts';
import type { paperSchema } from './paper.ts';
import type { redirectSchema } from './redirect.ts';
import type { rejectSchema } from './reject.ts';

/** `T` with every property and list, at any depth, read-only. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type Paper = DeepReadonly<z.infer<typeof paperSchema>>;
export type Link = DeepReadonly<z.infer<typeof linkSchema>>;
export type Metric = DeepReadonly<z.infer<typeof metricSchema>>;
export type Appearance = DeepReadonly<z.infer<typeof appearanceSchema>>;
export type Sidecar = DeepReadonly<z.infer<typeof sidecarSchema>>;
export type Capture = DeepReadonly<z.infer<typeof captureSchema>>;
export type Redirect = DeepReadonly<z.infer<typeof redirectSchema>>;
export type Correction = DeepReadonly<z.infer<typeof correctionSchema>>;
export type MetricType = DeepReadonly<z.infer<typeof metricTypeSchema>>;
export type Benchmark = DeepReadonly<z.infer<typeof benchmarkSchema>>;
export type Reject = DeepReadonly<z.infer<typeof rejectSchema>>;
export type CodeStatus = Paper['code_status'];
