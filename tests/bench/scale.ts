/**
 * `npm run bench`: every stage and every emitter at growing sizes, in one run with DuckDB doing what it also does, and
 * what a day's refresh costs. `npm run bench -- 1000 10000` measures at other sizes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchBuild, refreshLine } from './builds.ts';
import { growRaw } from './corpus.ts';
import { benchDuckDb, benchEmitters } from './emitters.ts';
import { Ledger } from './ledger.ts';
import { packingLine } from './packing.ts';
import { benchPages, benchStages } from './stages.ts';

const given = process.argv.slice(2).map(Number).filter((size) => size > 0);
const sizes = given.length > 0 ? given : [1_000, 10_000, 100_000];

async function inFolder<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(path.join(tmpdir(), 'trending-papers-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(ledger: Ledger, size: number, directory: string): Promise<void> {
  const [raw, emitted] = [path.join(directory, 'raw'), path.join(directory, 'emitted')];
  mkdirSync(emitted);
  await growRaw(raw, { from: 0, papers: size });
  benchPages(ledger, size);
  await benchEmitters(ledger, await benchStages(ledger, raw, size), emitted, size);
  await benchDuckDb(ledger, emitted, size);
  benchBuild(ledger, raw, directory, size);
}

const ledger = new Ledger();
// Once for nothing: what is compiled on the way is not what is measured.
await inFolder((directory) => measure(new Ledger(), Math.min(...sizes), directory));
for (const size of sizes) await inFolder((directory) => measure(ledger, size, directory));
const lines = [await inFolder(packingLine), await inFolder(refreshLine)];
process.stdout.write(`${ledger.table(sizes)}\n\n${lines.join('\n')}\n`);
