/** Where the data is, in Node: files beside this module, read when first asked for. `read-browser.ts` is the same for bundles. */
import { readFileSync } from 'node:fs';

function read(file: string): string {
  return readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
}

/** The papers, as the JSON of the release. */
export function papersText(): string {
  return read('papers.json');
}

/** The appearances, as the JSON of the release. */
export function appearancesText(): string {
  return read('appearances.json');
}

/** The redirects, as the JSON of the release. */
export function redirectsText(): string {
  return read('redirects.json');
}

/** The kinds of metric, as the JSON of the release. */
export function metricTypesText(): string {
  return read('metric_types.json');
}

/** The benchmarks, as the JSON of the release. */
export function benchmarksText(): string {
  return read('benchmarks.json');
}
