/** The command line of the npm package: what one does with a download. All else needs a checkout. */
import { diffCommand } from '../cli/diff.ts';
import { runCommand } from '../cli/run.ts';
import { realSurroundings } from '../cli/surroundings.ts';
import { verifyCommand } from '../cli/verify.ts';

const commands = [verifyCommand, diffCommand].map((command) => ({ name: command.name, load: async () => command }));

process.exitCode = await runCommand(commands, process.argv.slice(2), realSurroundings);
