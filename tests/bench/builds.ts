/** Whole builds, each in a process of its own. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { growRaw } from './corpus.ts';
import type { Ledger } from './ledger.ts';

const DAYS = 600;
/** Papers of a day: the mean of the real days is twenty to forty. */
const PAPERS_PER_DAY = 40;

/** Seconds on the clock that a build takes. */
function secondsOf(args: readonly string[]): number {
  const started = performance.now();
  execFileSync(process.execPath, ['pipeline/bin.js', 'build', '--quiet', ...args]);
  return (performance.now() - started) / 1000;
}

/** A build of the captures of `raw`. */
export function benchBuild(ledger: Ledger, raw: string, directory: string, size: number): void {
  ledger.note('the whole build (wall, two cores)', size, secondsOf(['--raw', raw, '--out', path.join(directory, 'dist'), '--no-cache']));
}

/** One day on top of six hundred: what it takes of the build of all. */
export async function refreshLine(directory: string): Promise<string> {
  const [raw, out, cache] = [path.join(directory, 'raw'), path.join(directory, 'dist'), path.join(directory, 'cache')];
  const papers = DAYS * PAPERS_PER_DAY;
  await growRaw(raw, { from: 0, papers, perCapture: PAPERS_PER_DAY });
  secondsOf(['--raw', raw, '--out', out, '--cache', cache]);
  await growRaw(raw, { from: papers, papers: PAPERS_PER_DAY, perCapture: PAPERS_PER_DAY });
  const refresh = secondsOf(['--raw', raw, '--out', out, '--cache', cache]);
  const all = secondsOf(['--raw', raw, '--out', out, '--no-cache']);
  return `A day of ${PAPERS_PER_DAY} papers on top of ${DAYS}: ${refresh.toFixed(1)} s; all of them from scratch: ${all.toFixed(1)} s; ${((100 * refresh) / all).toFixed(0)} percent.`;
}
