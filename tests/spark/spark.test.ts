/** `extract` under an engine that is not ours: Apache Spark pipes partitions through it and writes Parquet; the output is the same. */
import { execFile, execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { filterLine } from '../../pipeline/extract/filter.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const PYTHON = process.env['SPARK_PYTHON'] ?? 'python3';

/** Why Spark cannot run here; null where it can. */
function whyNot(): string | null {
  try {
    execFileSync(PYTHON, ['-c', 'import pyspark'], { stdio: 'ignore' });
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'needs PySpark (pip install pyspark; SPARK_PYTHON names the python that has it) and a Java runtime';
  }
}

const reason = whyNot();

describe(`under Apache Spark${reason === null ? '' : `, skipped: it ${reason}`}`, () => {
  it.skipIf(reason !== null)('gives what one machine gives, line by line', { timeout: 180_000 }, async () => {
    const folder = await temporaryDirectory();
    const gold = (await readFile('tests/gold/listing-2025-03-17.jsonl', 'utf8')).trim().split('\n');
    const input = gold.map((line) => JSON.parse(line)).map(({ id, title, abstract }) => JSON.stringify({ id, title, abstract }));
    await writeFile(path.join(folder, 'input.ndjson'), `${input.join('\n')}\n`);
    const command = `${process.execPath} ${path.resolve('pipeline/bin.js')} extract`;
    await promisify(execFile)(PYTHON, ['tests/spark/extract.py', path.join(folder, 'input.ndjson'), folder, command], { env: { ...process.env, PYSPARK_PYTHON: PYTHON } });
    const expected = input.map((line, index) => filterLine({ bytes: Buffer.from(line), number: index + 1 }).line);
    expect((await readFile(path.join(folder, 'extracted.ndjson'), 'utf8')).trim().split('\n')).toEqual(expected);
  });
});
