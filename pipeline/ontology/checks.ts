/** What must hold over the tables of the ontology beyond the shape of a row. */
import type { Benchmark, MetricType } from '../../schemas/types.ts';
import { DataError, quote } from '../shared/errors.ts';
import type { Entry } from './entries.ts';
import type { SurfaceForm } from './matcher.ts';
import { exactSurface, normalizeSurface } from './surface.ts';

/** @throws DataError at an id that is not after the one before it: a table is sorted, and an id stands once. */
export function checkOrder(entries: readonly Entry<{ readonly id: string }>[]): void {
  for (const [index, { record, where }] of entries.entries()) {
    const before = entries[index - 1]?.record.id;
    if (before !== undefined && before >= record.id) {
      throw new DataError({ where, found: `the id ${record.id} after ${before}`, expected: 'every id once, in order' });
    }
  }
}

/** @throws DataError at a way of writing that two entries claim, or one entry twice. */
export function checkSurfaces(entries: readonly Entry<unknown>[]): void {
  const claims = new Map<string, string>();
  for (const { where, forms } of entries) {
    for (const form of forms) {
      const key = surfaceKey(form);
      const claimed = claims.get(key);
      if (key === '' || claimed !== undefined) {
        const found = `${quote(form.written)}, claimed by ${claimed ?? 'no letter'} too`;
        throw new DataError({ where, found, expected: 'a way of writing that no other name or alias has' });
      }
      claims.set(key, where);
    }
  }
}

function surfaceKey(form: SurfaceForm): string {
  return form.exactCase ? `exact ${exactSurface(form.written)}` : normalizeSurface(form.written);
}

/** @throws DataError at a metric whose range ends before it begins. */
export function checkRanges(metricTypes: readonly Entry<MetricType>[]): void {
  for (const { record, where } of metricTypes) {
    const { range_low: low, range_high: high } = record;
    if (low !== null && high !== null && low > high) {
      throw new DataError({ where, found: `the range ${low} to ${high}`, expected: 'range_low up to range_high' });
    }
  }
}

/** @throws DataError at a benchmark whose usual metric is not in the table of metrics. */
export function checkUsualMetrics(benchmarks: readonly Entry<Benchmark>[], metricTypes: readonly Entry<MetricType>[]): void {
  const known = new Set(metricTypes.map(({ record }) => record.id));
  for (const { record, where } of benchmarks) {
    if (record.usual_metric !== null && !known.has(record.usual_metric)) {
      throw new DataError({ where, found: `the usual metric ${quote(record.usual_metric)}`, expected: 'an id of metric-types.tsv' });
    }
  }
}
