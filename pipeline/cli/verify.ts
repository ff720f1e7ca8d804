/** `verify`: is this download what it says it is. */
import { withRelease } from '../archive/with-release.ts';
import { printable, UsageError } from '../shared/errors.ts';
import { verifyRelease, type Verification } from '../verify/verify.ts';
import type { Command } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Check a release: files against its manifest, rows against their schemas and each other, formats against each other.',
  operands: 'DIR|ARCHIVE',
  options: {},
  notes: 'ARCHIVE is a release as .tar.gz. Exit code 0: all holds; 1: something does not, and what is told.',
  async run(call, { print, tell, progress }) {
    const [release, ...more] = call.positionals;
    if (release === undefined || more.length > 0) throw new UsageError('verify takes one release: a folder or a .tar.gz. See verify --help.');
    const verification = await withRelease(release, (directory) => verifyRelease(directory, progress));
    if (!call.flag('quiet')) await print(`${summaryOf(verification).join('\n')}\n`);
    for (const { where, found, expected } of verification.problems.kept) tell(printable(`${where}: found ${found}, expected ${expected}.`));
    return verification.problems.total === 0 ? 0 : 1;
  },
};

function summaryOf({ manifest, problems }: Verification): readonly string[] {
  const width = Math.max(...problems.results.map(({ name }) => name.length));
  const untold = problems.total - problems.kept.length;
  return [
    `trending-papers ${manifest.dataset_version}, schema ${manifest.schema_version}`,
    '',
    ...problems.results.map(({ name, checked, problems: count }) => `${name.padEnd(width)}  ${String(checked).padStart(8)}  ${count === 0 ? 'ok' : `${count} wrong`}`),
    '',
    problems.total === 0 ? 'All of it holds.' : `${problems.total} problems${untold > 0 ? `; ${untold} more of the same are not told` : ''}.`,
  ];
}
