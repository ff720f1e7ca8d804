/**
 * The version policy, computed: a change of shape that can break a reader is major; papers or fields added are minor;
 * corrections are patch; the same data needs no new version.
 */
import { UsageError } from '../shared/errors.ts';

export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** What of a diff the policy looks at. */
export interface PolicyFacts {
  /** Fields or tables that are gone, or hold another type than before. */
  readonly breaking: number;
  readonly fieldsAdded: number;
  readonly papersAdded: number;
  /** Rows of any table that were added, removed or changed. */
  readonly rowsTouched: number;
}

/** The bump that the policy asks for. */
export function bumpFor({ breaking, fieldsAdded, papersAdded, rowsTouched }: PolicyFacts): Bump {
  if (breaking > 0) return 'major';
  if (fieldsAdded > 0 || papersAdded > 0) return 'minor';
  return rowsTouched > 0 ? 'patch' : 'none';
}

const VERSION = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-[0-9A-Za-z.-]{1,64})?$/;

/** The version that follows `version` by `bump`. @throws UsageError where it is no version number. */
export function nextVersion(version: string, bump: Bump): string {
  const [, major = '', minor = '', patch = ''] = VERSION.exec(version) ?? [];
  if (major === '') throw new UsageError(`${JSON.stringify(version)} is no version number, as 1.2.3 is.`);
  if (bump === 'major') return `${Number(major) + 1}.0.0`;
  if (bump === 'minor') return `${major}.${Number(minor) + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${Number(patch) + 1}` : version;
}

/** Whether the step from `from` to `to` is at least `bump`: a larger step than asked for is allowed. */
export function isStepEnough(from: string, to: string, bump: Bump): boolean {
  const least = nextVersion(from, bump).split('.').map(Number);
  const taken = (to.split('-')[0] ?? '').split('.').map(Number);
  for (const [index, part] of least.entries()) {
    const other = taken[index] ?? 0;
    if (other !== part) return other > part;
  }
  return true;
}
