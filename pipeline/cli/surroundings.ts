/** The real world, for the command line. */
import { once } from 'node:events';
import { createProgress, quietProgress } from '../shared/progress.ts';
import type { Surroundings } from './command.ts';

const NARROWEST_TERMINAL = 40;
/** Where a failure ended the work, its bar still stands on the line. */
const CLEAR_LINE = '\r\u001b[2K';

/** Standard streams, the clock and a progress display that suits where it is shown. */
export function realSurroundings(quiet: boolean): Surroundings {
  const { stdout, stderr } = process;
  const display = {
    write: (text: string) => void stderr.write(text),
    isTerminal: stderr.isTTY,
    columns: Math.max(stderr.columns ?? 0, NARROWEST_TERMINAL),
    now: () => performance.now(),
  };
  return {
    stdin: process.stdin,
    print: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    tell: (line) => void stderr.write(`${stderr.isTTY ? CLEAR_LINE : ''}${line}\n`),
    progress: quiet ? quietProgress : createProgress(display),
    now: () => new Date(),
    random: Math.random,
  };
}
