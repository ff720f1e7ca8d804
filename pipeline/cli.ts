/** The command line: `trending-papers COMMAND`, or in a checkout `npm run COMMAND`. */
import { buildCommand } from './cli/build.ts';
import type { Command, Surroundings } from './cli/command.ts';
import { readCall } from './cli/command.ts';
import { extractCommand } from './cli/extract.ts';
import { commandHelp, programHelp } from './cli/help.ts';
import { importCommand } from './cli/import.ts';
import { emitCommand, mergeCommand, normalizeCommand, parseCommand, validateCommand } from './cli/stages.ts';
import { diffCommand } from './cli/diff.ts';
import { verifyCommand } from './cli/verify.ts';
import { fetchCommand } from './fetch/command.ts';
import { DataError, UsageError } from './shared/errors.ts';

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
];

/** Runs the command line `args`; gives the exit code: 0 done, 1 the data failed, 2 the call was wrong. */
export async function main(args: readonly string[], world: (quiet: boolean) => Surroundings): Promise<number> {
  const surroundings = world(args.includes('--quiet'));
  const [name, ...rest] = args;
  const command = COMMANDS.find((known) => known.name === name);
  try {
    if (command === undefined) return await withoutCommand(name, surroundings);
    if (rest.includes('--help')) {
      await surroundings.print(`${commandHelp(command)}\n`);
      return 0;
    }
    return await command.run(readCall(command, rest), surroundings);
  } catch (error) {
    return failed(error, surroundings);
  }
}

async function withoutCommand(name: string | undefined, { print, tell }: Surroundings): Promise<number> {
  if (name === '--help' || name === 'help') {
    await print(`${programHelp(COMMANDS)}\n`);
    return 0;
  }
  tell(name === undefined ? 'No command given.' : `Unknown command ${JSON.stringify(name)}.`);
  tell(programHelp(COMMANDS));
  return 2;
}

function failed(error: unknown, { tell }: Surroundings): number {
  if (error instanceof UsageError) {
    tell(`trending-papers: ${error.message}`);
    return 2;
  }
  if (error instanceof DataError) {
    tell(`trending-papers: ${error.message}`);
    return 1;
  }
  tell(`trending-papers: unexpected failure, please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}
