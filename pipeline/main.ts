/** Runs the command line in this process. */
import { main } from './cli.ts';
import { realSurroundings } from './cli/surroundings.ts';

// A reader that closes early, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), realSurroundings);
