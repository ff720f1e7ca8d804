/** Runs one command of a command line, and tells what went wrong in a way that helps. */
import { DataError, UsageError } from '../shared/errors.ts';
import { readCall, type CommandSource, type Surroundings } from './command.ts';
import { commandHelp, programHelp } from './help.ts';

/** Runs the command of `commands` that `args` name; gives the exit code: 0 done, 1 the data failed, 2 the call was wrong. */
export async function runCommand(commands: readonly CommandSource[], args: readonly string[], world: (quiet: boolean) => Surroundings): Promise<number> {
  const surroundings = world(args.includes('--quiet'));
  const [name, ...rest] = args;
  const source = commands.find((known) => known.name === name);
  try {
    const command = await source?.load();
    if (command === undefined) return await withoutCommand(commands, name, surroundings);
    if (rest.includes('--help')) {
      await surroundings.print(`${commandHelp(command)}\n`);
      return 0;
    }
    return await command.run(readCall(command, rest), surroundings);
  } catch (error) {
    return failed(error, surroundings);
  }
}

async function withoutCommand(commands: readonly CommandSource[], name: string | undefined, { print, tell }: Surroundings): Promise<number> {
  if (name === '--help' || name === 'help') {
    await print(`${await help(commands)}\n`);
    return 0;
  }
  tell(name === undefined ? 'No command given.' : `Unknown command ${JSON.stringify(name)}.`);
  tell(await help(commands));
  return 2;
}

async function help(commands: readonly CommandSource[]): Promise<string> {
  return programHelp(await Promise.all(commands.map(({ load }) => load())));
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
