/** The changelog of the data: an entry for each release, made from its diff, the newest first. */
import type { ReleaseDiff } from '../diff/diff.ts';

const HEADING = '# Changelog of the data\n\nMade by `npm run refresh` from the diff of each release against the one before; changes of the code are in CHANGELOG.md.\n';

/** `changelog` with an entry for `version` put before the others; an entry that it has already is replaced. */
export function withEntry(changelog: string, version: string, diff: ReleaseDiff): string {
  const entries = changelog.split(/^(?=## )/m).filter((entry) => entry.startsWith('## ') && !entry.startsWith(`## ${version}\n`));
  return `${HEADING}\n${[entryOf(version, diff), ...entries].map((entry) => entry.trimEnd()).join('\n\n')}\n`;
}

function entryOf(version: string, { from, tables, lost, removed, redirected, schema }: ReleaseDiff): string {
  const counts = tables.filter(({ added, removed: gone, changed }) => added + gone + changed > 0).map(({ table, added, removed: gone, changed }) => `- ${table}: ${added} added, ${gone} removed, ${changed} changed`);
  const losses = [...lost.map((id) => `- lost: ${id}`), ...removed.map((id) => `- taken out: ${id}`), ...redirected.map((id) => `- moved: ${id}`)];
  const shape = [...schema.breaking.map((change) => `- breaking: ${change}`), ...schema.added.map((field) => `- new field: ${field}`)];
  return [`## ${version}`, '', `Since ${from}:`, '', ...losses, ...shape, ...(counts.length === 0 ? ['- the same data'] : counts), ''].join('\n');
}
