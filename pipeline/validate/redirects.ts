/** The laws of redirects: no chains, no cycles, no id used twice, and every target is a paper of the release. */
import type { Redirect } from '../../schemas/types.ts';
import { DataError } from '../shared/errors.ts';

/**
 * Holds `redirects` against the ids of the release.
 * @throws DataError naming the first row that breaks a law.
 */
export function checkRedirects(redirects: readonly Redirect[], isPaper: (id: string) => boolean): void {
  const seen = new Set<string>();
  for (const redirect of redirects) {
    if (seen.has(redirect.id)) refuse(redirect, 'a second row of this id', 'one row for an id');
    seen.add(redirect.id);
    if (isPaper(redirect.id)) refuse(redirect, 'an id that papers has', 'an id that is no longer in papers');
    checkTargets(redirect, isPaper);
  }
}

const TARGETS: Readonly<Record<Redirect['kind'], { readonly fits: (count: number) => boolean; readonly say: string }>> = {
  moved: { fits: (count) => count === 1, say: 'one target' },
  split: { fits: (count) => count > 1, say: 'two targets or more' },
  removed: { fits: (count) => count === 0, say: 'no target' },
};

function checkTargets(redirect: Redirect, isPaper: (id: string) => boolean): void {
  const { fits, say } = TARGETS[redirect.kind];
  if (!fits(redirect.targets.length)) refuse(redirect, `${redirect.targets.length} targets`, `${say} for kind ${redirect.kind}`);
  const lost = redirect.targets.find((target) => !isPaper(target));
  if (lost !== undefined) refuse(redirect, `target ${lost}`, 'targets that are in papers: no chains, no cycles');
}

function refuse(redirect: Redirect, found: string, expected: string): never {
  throw new DataError({ where: `redirect of ${redirect.id}`, found, expected, cure: 'Correct the row in the redirects table in raw/.' });
}
