/** The curated redirects: what became of ids that releases once gave out, kept as CSV in `raw/`. */
import { redirectSchema } from '../../schemas/redirect.ts';
import type { Redirect } from '../../schemas/types.ts';
import type { LoadedCapture } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import { readRows } from './rows.ts';

/**
 * Reads a table with the columns id, kind, targets (`|` between), date, reason.
 * @throws DataError naming the row that is not a redirect.
 */
export function readRedirects(capture: LoadedCapture): readonly Redirect[] {
  const where = capture.sidecar.capture_id;
  return readRows(capture, ['id', 'kind', 'targets', 'date', 'reason']).map((row, index) => {
    const targets = (row['targets'] ?? '').split('|').filter((target) => target !== '');
    const parsed = redirectSchema.safeParse({ ...row, targets });
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new DataError({
      where: `${where}, row ${index + 1}, column ${issue?.path.join('.') ?? ''}`,
      found: issue?.message ?? 'a malformed row',
      expected: 'a redirect: id, kind, targets, date, reason',
    });
  });
}

/** The ids of papers that were taken out. */
export function removedIds(redirects: readonly Redirect[]): ReadonlySet<string> {
  return new Set(redirects.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
}

/** The aliases that redirects give: for the paper an id moved to, the ids it had before, sorted. */
export function aliasesFrom(redirects: readonly Redirect[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const { id, kind, targets } of redirects) {
    if (kind !== 'moved') continue;
    for (const target of targets) aliases.set(target, [...(aliases.get(target) ?? []), id].toSorted());
  }
  return aliases;
}
