/** What changed in papers, and in the links and results nested in them. */
import type { Link, Metric, Paper, Redirect } from '../../schemas/types.ts';
import { mergeSorted, type Row } from './merge-sorted.ts';
import { changedFields, TableDiffer, type Reason, type TableDiff } from './table-diff.ts';

/** The redirects of a release, by their ids. */
export type Redirects = ReadonlyMap<string, Redirect>;

export interface PapersDiff {
  readonly tables: readonly TableDiff[];
  /** Ids that went to others. */
  readonly redirected: readonly string[];
  /** Ids that were taken out, with a tombstone. */
  readonly removed: readonly string[];
  /** Ids that are gone without a word: a release must not do that. */
  readonly lost: readonly string[];
  /** Redirects of the new release to ids that are not in its papers: `A to B`. */
  readonly broken: readonly string[];
}

type PaperRow = Row & Pick<Paper, 'id' | 'metrics' | 'links'>;

/** Compares papers, in memory of what changed. `isOfCapture` tells whether the captures of a paper changed. */
export async function diffPapers(olds: AsyncIterable<PaperRow>, news: AsyncIterable<PaperRow>, { old: oldRedirects, current: redirects }: { readonly old: Redirects; readonly current: Redirects }, isOfCapture: (id: string) => boolean): Promise<PapersDiff> {
  const differs = { papers: new TableDiffer('papers'), metrics: new TableDiffer('metrics'), links: new TableDiffer('links') };
  const gone: string[] = [];
  const targets = [...redirects.values()].flatMap(({ id, targets: to }) => to.map((target) => [id, target] as const));
  // Ids that papers should have: what redirects lead to, and what the old release redirected and the new one does not.
  const missing = new Set([...targets.map(([, target]) => target), ...[...oldRedirects.keys()].filter((id) => !redirects.has(id))]);
  for await (const { key, old, current } of mergeSorted(olds, news, ['id'])) {
    const reason: Reason = isOfCapture(key) ? 'capture' : 'reading';
    if (current === null) gone.push(key);
    else missing.delete(key);
    const fields = old === null || current === null ? [] : changedFields(old, current, ['metrics', 'links']);
    if (old === null || current === null || fields.length > 0) differs.papers.add({ key, what: whatOf(old, current), reason, fields });
    diffChildren(differs.metrics, key, reason, byKey(old?.metrics, metricKey), byKey(current?.metrics, metricKey));
    diffChildren(differs.links, key, reason, byKey(old?.links, linkKey), byKey(current?.links, linkKey));
  }
  return {
    tables: [differs.papers.result(), differs.metrics.result(), differs.links.result()],
    redirected: gone.filter((id) => (redirects.get(id)?.targets.length ?? 0) > 0),
    removed: gone.filter((id) => redirects.get(id)?.kind === 'removed'),
    lost: [...gone.filter((id) => !redirects.has(id)), ...[...oldRedirects.keys()].filter((id) => missing.has(id) && !redirects.has(id))],
    broken: targets.filter(([, target]) => missing.has(target)).map(([id, target]) => `${id} to ${target}`),
  };
}

function whatOf(old: unknown, current: unknown): 'added' | 'removed' | 'changed' {
  if (old === null) return 'added';
  return current === null ? 'removed' : 'changed';
}

/** A result is the same where it is the same number in the same words, wherever it stands in the list. */
function metricKey({ value, value_high, evidence, start }: Metric): string {
  return `${value}${value_high === null ? '' : `–${value_high}`} in "${evidence}" at ${start}`;
}

function linkKey({ url }: Link): string {
  return url;
}

function byKey<Child>(children: readonly Child[] | undefined, keyOf: (child: Child) => string): ReadonlyMap<string, Child> {
  return new Map((children ?? []).map((child) => [keyOf(child), child]));
}

function diffChildren(differ: TableDiffer, paper: string, reason: Reason, olds: ReadonlyMap<string, object>, news: ReadonlyMap<string, object>): void {
  for (const [key, old] of olds) {
    const current = news.get(key);
    const fields = current === undefined ? [] : changedFields(old, current);
    if (current === undefined || fields.length > 0) differ.add({ key: `${paper}: ${key}`, what: whatOf(old, current ?? null), reason, fields });
  }
  for (const key of news.keys()) if (!olds.has(key)) differ.add({ key: `${paper}: ${key}`, what: 'added', reason, fields: [] });
}
