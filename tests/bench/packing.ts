/** How well Parquet of real papers is packed, beside DuckDB's. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { readDays } from './abstracts.ts';
import { benchDuckDb } from './emitters.ts';
import { Ledger } from './ledger.ts';

/** Builds the real days that are at hand, else the embedded listing, and has DuckDB pack the same papers. */
export async function packingLine(directory: string): Promise<string> {
  const days = readDays();
  const raw = days.length > 0 ? path.join(directory, 'raw') : 'raw';
  const out = path.join(directory, 'dist');
  const run = (...args: readonly string[]): void => void execFileSync(process.execPath, ['pipeline/bin.js', ...args, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const day of days) run('import', '--raw', raw, day);
  run('build', '--raw', raw, '--out', out, '--no-cache');
  await benchDuckDb(new Ledger(), out, 0);
  const [ours, theirs] = [statSync(path.join(out, 'papers.parquet')).size, statSync(path.join(out, 'duckdb.parquet')).size];
  return `papers.parquet of real papers: ${ours.toLocaleString('en')} bytes; DuckDB's with zstd: ${theirs.toLocaleString('en')}; ${((100 * ours) / theirs - 100).toFixed(1)} percent more.`;
}
