/** Where the data is, in a bundle for browsers: text inside modules of their own, so that what is not used is left out. */
import appearances from './data/appearances.js';
import benchmarks from './data/benchmarks.js';
import metricTypes from './data/metric_types.js';
import papers from './data/papers.js';
import redirects from './data/redirects.js';

/** The papers, as the JSON of the release. */
export function papersText(): string {
  return papers;
}

/** The appearances, as the JSON of the release. */
export function appearancesText(): string {
  return appearances;
}

/** The redirects, as the JSON of the release. */
export function redirectsText(): string {
  return redirects;
}

/** The kinds of metric, as the JSON of the release. */
export function metricTypesText(): string {
  return metricTypes;
}

/** The benchmarks, as the JSON of the release. */
export function benchmarksText(): string {
  return benchmarks;
}
