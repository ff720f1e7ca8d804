/** `release` and `refresh`: what maintainers and the workflows run. */
import { prepareRelease } from '../release/prepare.ts';
import { publishRelease } from '../release/publish.ts';
import { refresh } from '../release/refresh.ts';
import { UsageError } from '../shared/errors.ts';
import type { Command } from './command.ts';
import { DEFAULT_OUT, DEFAULT_RAW } from './folders.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: 'Make a release in a checkout: build twice, verify, diff, pack; then tag it and push the tag, unless --dry-run.',
  options: {
    raw: { value: 'DIR', help: 'Folder of captures (raw).' },
    out: { value: 'DIR', help: 'Where the artefacts go (build/release); made anew.' },
    previous: { value: 'DIR|ARCHIVE', help: 'The release before, to hold the version against and to make the notes from; none for the first.' },
    'dry-run': { help: 'Do all but publish.' },
    remote: { value: 'NAME', help: 'Git remote that gets the tag (origin).' },
    registry: { value: 'URL', help: 'npm registry that gets the package; without it, that is left to the release workflow.' },
  },
  notes: 'Fails where two builds differ, the release does not verify, an id is lost, or the version is too small a step.',
  async run(call, { print, tell }) {
    const out = call.text('out') ?? 'build/release';
    const prepared = await prepareRelease({ raw: call.text('raw') ?? DEFAULT_RAW, out, previous: call.text('previous'), tell });
    if (!call.flag('dry-run')) await publishRelease(prepared, { out, remote: call.text('remote') ?? 'origin', registry: call.text('registry') });
    await print(`${call.flag('dry-run') ? 'Ready, not published' : 'Published'}: ${prepared.version}, ${out}/${prepared.archive}, ${out}/${prepared.tarball}, ${out}/NOTES.md\n`);
    return 0;
  },
};

export const refreshCommand: Command = {
  name: 'refresh',
  summary: 'After new captures: build, diff against the last release, set the version the policy asks for, write the changelog of the data.',
  options: {
    raw: { value: 'DIR', help: 'Folder of captures (raw).' },
    out: { value: 'DIR', help: 'Release folder to write (dist).' },
    previous: { value: 'DIR|ARCHIVE', help: 'The last release.' },
    body: { value: 'FILE', help: 'Gets the diff as Markdown (build/refresh.md).' },
  },
  notes: 'Exit code 1 where a paper is gone without a redirect or a tombstone.',
  async run(call, { print, tell }) {
    const previous = call.text('previous');
    if (previous === null) throw new UsageError('refresh needs --previous, the last release. See refresh --help.');
    const diff = await refresh({ raw: call.text('raw') ?? DEFAULT_RAW, out: call.text('out') ?? DEFAULT_OUT, previous, body: call.text('body') ?? 'build/refresh.md' });
    await print(diff.bump === 'none' ? 'The same data: no release is needed.\n' : `A ${diff.bump} change: the next version is ${diff.nextVersion}.\n`);
    for (const id of diff.lost) tell(`trending-papers: ${id} is gone without a redirect or a tombstone.`);
    return diff.lost.length === 0 ? 0 : 1;
  },
};
