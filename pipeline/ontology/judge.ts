/** What the direction and range of a metric say of a result. */
import type { Metric, MetricType } from '../../schemas/types.ts';

/**
 * Whether a change of a metric is an improvement: a decrease of an FID is, of an accuracy is not.
 * Null where there is no change, or where the metric is unknown or has no better direction.
 */
export function betterOf(metricType: MetricType | undefined, change: Metric['change']): boolean | null {
  if (change === null) return null;
  if (metricType?.direction === 'higher') return change === 'increase';
  if (metricType?.direction === 'lower') return change === 'decrease';
  return null;
}

/**
 * Whether an absolute value can be one of a metric: an accuracy of 300% cannot.
 * A value in another unit than the metric's own is held to its sign alone; anything goes for an unknown metric.
 */
export function isPossible(metricType: MetricType | undefined, value: number, unit: string | null): boolean {
  if (metricType === undefined) return true;
  const { range_low: low, range_high: high } = metricType;
  if (!isUsualUnit(metricType, unit)) return value >= 0 || low === null || low < 0;
  return (low === null || value >= low) && (high === null || value <= high);
}

/** Whether `unit` measures as the metric's range does: its own unit, points, or none; a percentage where the range is one. */
function isUsualUnit(metricType: MetricType, unit: string | null): boolean {
  if (unit === null || unit === metricType.unit) return true;
  const isPercentage = metricType.range_high === 100;
  return isPercentage && (unit === '%' || unit === 'points');
}
