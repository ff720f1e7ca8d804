/** The command line: `trending-papers COMMAND`, or in a checkout `npm run COMMAND`. */
import type { CommandSource, Surroundings } from './cli/command.ts';
import { runCommand } from './cli/run.ts';

/** Every command, in the order of the flow; each is loaded when it is called, as some need large libraries. */
export const COMMANDS: readonly CommandSource[] = [
  { name: 'build', load: async () => (await import('./cli/build.ts')).buildCommand },
  { name: 'fetch', load: async () => (await import('./fetch/command.ts')).fetchCommand },
  { name: 'import', load: async () => (await import('./cli/import.ts')).importCommand },
  { name: 'parse', load: async () => (await import('./cli/stages.ts')).parseCommand },
  { name: 'normalize', load: async () => (await import('./cli/stages.ts')).normalizeCommand },
  { name: 'extract', load: async () => (await import('./cli/extract.ts')).extractCommand },
  { name: 'merge', load: async () => (await import('./cli/stages.ts')).mergeCommand },
  { name: 'validate', load: async () => (await import('./cli/stages.ts')).validateCommand },
  { name: 'emit', load: async () => (await import('./cli/stages.ts')).emitCommand },
  { name: 'verify', load: async () => (await import('./cli/verify.ts')).verifyCommand },
  { name: 'diff', load: async () => (await import('./cli/diff.ts')).diffCommand },
  { name: 'refresh', load: async () => (await import('./cli/release.ts')).refreshCommand },
  { name: 'release', load: async () => (await import('./cli/release.ts')).releaseCommand },
];

/** Runs the command line `args`; gives the exit code: 0 done, 1 the data failed, 2 the call was wrong. */
export function main(args: readonly string[], world: (quiet: boolean) => Surroundings): Promise<number> {
  return runCommand(COMMANDS, args, world);
}
