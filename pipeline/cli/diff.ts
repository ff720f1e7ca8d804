/** `diff`: what changed between two releases. */
import { withRelease } from '../archive/with-release.ts';
import { diffReleases, type ReleaseDiff } from '../diff/diff.ts';
import { asMarkdown, asText } from '../diff/render.ts';
import { printable, UsageError } from '../shared/errors.ts';
import type { Command } from './command.ts';

/** What a comment on a pull request may hold. */
const MARKDOWN_LIMIT = 60_000;

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Compare two releases record by record: what was added, removed, redirected and changed, why, and which version that makes.',
  operands: 'OLD NEW',
  options: {
    format: { value: 'text|markdown|json', help: 'How to print it (text).' },
    limit: { value: 'N', help: `Characters of Markdown at most (${MARKDOWN_LIMIT}).` },
  },
  notes: [
    'OLD and NEW are release folders or .tar.gz archives.',
    'A change is "by a capture" where the appearances of its paper changed too: a newer listing said so. All others come',
    'from the code or the curation, which read the same captures in another way.',
    'Exit code 1 where an id is gone without a redirect or a tombstone, or a redirect leads nowhere.',
  ].join('\n'),
  async run(call, { print, tell }) {
    const [old, current, ...more] = call.positionals;
    if (old === undefined || current === undefined || more.length > 0) throw new UsageError('diff takes two releases, OLD and NEW. See diff --help.');
    const render = rendererOf(call.text('format') ?? 'text', call.wholeNumber('limit', 500) ?? MARKDOWN_LIMIT);
    const diff = await withRelease(old, (oldDirectory) => withRelease(current, (newDirectory) => diffReleases(oldDirectory, newDirectory)));
    await print(`${render(diff).trimEnd()}\n`);
    if (diff.lost.length + diff.broken.length === 0) return 0;
    for (const redirect of diff.broken) tell(printable(`trending-papers: a redirect leads to what papers of ${diff.to} does not have: ${redirect}.`));
    if (diff.lost.length === 0) return 1;
    tell(`trending-papers: ${diff.lost.length} ids of ${diff.from} are neither in papers nor in redirects of ${diff.to}, the first ${diff.lost[0]}. Add a row for each to the redirects in raw/.`);
    return 1;
  },
};

function rendererOf(format: string, limit: number): (diff: ReleaseDiff) => string {
  if (format === 'text') return asText;
  if (format === 'markdown') return (diff) => asMarkdown(diff, limit);
  if (format === 'json') return (diff) => JSON.stringify(diff, null, 2);
  throw new UsageError(`--format: found ${JSON.stringify(format)}, expected text, markdown or json.`);
}
