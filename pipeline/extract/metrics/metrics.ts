import type { Metric } from '../../../schemas/types.ts';
export function extractMetrics(_abstract: string, _title: string): readonly Metric[] { return []; }
