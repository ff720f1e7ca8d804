/** The command line: `trending-papers COMMAND`, or in a checkout `npm run COMMAND`. */
import { buildCommand } from './cli/build.ts';
import type { Command, Surroundings } from './cli/command.ts';
import { extractCommand } from './cli/extract.ts';
import { importCommand } from './cli/import.ts';
import { runCommand } from './cli/run.ts';
import { emitCommand, mergeCommand, normalizeCommand, parseCommand, validateCommand } from './cli/stages.ts';
import { refreshCommand, releaseCommand } from './cli/release.ts';
import { diffCommand } from './cli/diff.ts';
import { verifyCommand } from './cli/verify.ts';
import { fetchCommand } from './fetch/command.ts';

/** Every command, in the order of the flow. */
export const COMMANDS: readonly Command[] = [
  buildCommand,
  fetchCommand,
  importCommand,
  parseCommand,
  normalizeCommand,
  extractCommand,
  mergeCommand,
  validateCommand,
  emitCommand,
  verifyCommand,
  diffCommand,
  refreshCommand,
  releaseCommand,
];

/** Runs the command line `args`; gives the exit code: 0 done, 1 the data failed, 2 the call was wrong. */
export function main(args: readonly string[], world: (quiet: boolean) => Surroundings): Promise<number> {
  return runCommand(COMMANDS, args, world);
}
