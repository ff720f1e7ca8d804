/** Extract: what an abstract says of code, addresses and results. */
import type { Extraction } from '../records.ts';
import { codeStatusOf, extractLinks } from './links/links.ts';
import { extractMetrics } from './metrics/metrics.ts';

/** Reads a cleaned abstract; offsets in what it gives point into it. Never throws. */
export function extractAbstract(abstract: string, title: string): Extraction {
  const links = extractLinks(abstract);
  return { code_status: codeStatusOf(abstract, links), links, metrics: extractMetrics(abstract, title) };
}
