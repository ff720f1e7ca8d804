/** Verify passes what the emitter writes, and fails on every kind of damage, whether or not the hashes were made to fit. */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyRelease } from '../../pipeline/verify/verify.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { manifestSchema } from '../../schemas/manifest.ts';
import { aMetric, aPaper } from '../support/records.ts';
import { aRelease } from '../support/release.ts';
import { runCli } from '../support/run-cli.ts';

async function problemsOf(directory: string): Promise<readonly string[]> {
  const { problems } = await verifyRelease(directory, quietProgress);
  return problems.kept.map(({ where, found, expected }) => `${where}: ${found} / ${expected}`);
}

async function change(directory: string, file: string, edit: (content: Buffer) => Buffer): Promise<void> {
  await writeFile(path.join(directory, file), edit(await readFile(path.join(directory, file))));
}

function inText(from: string, to: string): (content: Buffer) => Buffer {
  return (content) => {
    const text = content.toString('utf8');
    expect(text).toContain(from);
    return Buffer.from(text.replaceAll(from, to));
  };
}

/** Makes the manifest say of every file what it now is, as one who tampers would. */
async function rehash(directory: string, rows: Readonly<Record<string, number>> = {}): Promise<void> {
  const file = path.join(directory, 'manifest.json');
  const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const files = await Promise.all(manifest.files.map(async (listed) => {
    const content = await readFile(path.join(directory, listed.path));
    return { ...listed, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), rows: rows[listed.path] ?? listed.rows };
  }));
  await writeFile(file, JSON.stringify({ ...manifest, files }));
  await rm(path.join(directory, 'SHA256SUMS'));
}

const firstRowOnly = (content: Buffer): Buffer => content.subarray(0, content.indexOf(10) + 1);
const lastRowTwice = (content: Buffer): Buffer => Buffer.concat([content, content.subarray(content.lastIndexOf(10, content.length - 2) + 1)]);

describe('verify', () => {
  it('passes a release as it was written', async () => {
    expect(await problemsOf(await aRelease())).toEqual([]);
  });

  it('passes tables without rows', async () => {
    expect(await problemsOf(await aRelease({ papers: [], appearances: [], captures: [], redirects: [], benchmarks: [], metric_types: [] }))).toEqual([]);
  });

  it.each(['papers.json', 'papers.csv', 'metrics.ndjson', 'links.parquet', 'DATA_DICTIONARY.md', 'schemas/papers.schema.json'])('fails on a flipped byte in %s', async (file) => {
    const directory = await aRelease();
    await change(directory, file, (content) => {
      const flipped = Buffer.from(content);
      const at = Math.floor(flipped.length / 2);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      return flipped;
    });
    expect((await problemsOf(directory)).join('\n')).toContain(file);
  });

  it.each([
    ['a missing row', 'papers.ndjson', firstRowOnly, 'papers.json, row 2'],
    ['a row too many', 'appearances.ndjson', lastRowTwice, 'rows in the order of paper_id, capture_id, rank'],
    ['a wrong type', 'papers.ndjson', inText('"upvotes":3', '"upvotes":"3"'), 'upvotes'],
    ['an unknown field', 'captures.ndjson', inText('"entries":2', '"entries":2,"more":1'), 'captures.ndjson, row 1'],
    ['a dangling key', 'appearances.ndjson', inText('"capture_id":"a-capture"', '"capture_id":"b-capture"'), 'a value that captures.capture_id has'],
    ['evidence that is not in its abstract', 'papers.ndjson', inText('"evidence":"84.1% accuracy"', '"evidence":"84.1 % accuracy"'), 'a piece of abstract around the number, verbatim'],
    ['an offset that is not of the number', 'papers.ndjson', inText('"start":15,"end":19', '"start":14,"end":18'), 'the number that stands there'],
    ['an offset on a word', 'papers.ndjson', inText('"start":15,"end":19', '"start":0,"end":6'), 'the number that stands there'],
    ['evidence that stands elsewhere', 'papers.ndjson', inText('"evidence":"84.1% accuracy"', '"evidence":"on ImageNet."'), 'around the number'],
    ['a list without its comma', 'papers.json', inText('},\n{', '}\n{'), 'papers.json'],
    ['a reject that is none', 'rejects.ndjson', (content: Buffer) => Buffer.concat([content, Buffer.from('{"x":1}\n')]), 'rejects.ndjson, row 1'],
    ['lines that end as they should not', 'papers.csv', inText('\r\n', '\n'), 'papers.csv'],
    ['another value in CSV', 'papers.csv', inText('84.1% accuracy', '84.2% accuracy'), 'papers.csv, row 2'],
    ['another value in JSON', 'links.json', inText('[]', '[\n{}\n]'), 'links.json'],
    ['no UTF-8', 'papers.ndjson', (content: Buffer) => Buffer.concat([content, Buffer.from([0xff, 10])]), 'no UTF-8'],
    ['JSON cut off', 'papers.json', (content: Buffer) => content.subarray(0, -3), 'papers.json'],
    ['Parquet cut off', 'papers.parquet', (content: Buffer) => content.subarray(0, 200), 'papers.parquet'],
  ])('fails on %s, hashes made to fit', async (_, file, edit, told) => {
    const directory = await aRelease();
    await change(directory, file, edit);
    await rehash(directory);
    expect((await problemsOf(directory)).join('\n')).toContain(told);
  });

  it('fails where the formats agree but the tables do not', async () => {
    const directory = await aRelease({ papers: [aPaper({ id: 'arxiv:2501.00001', arxiv_id: '2501.00001' }), aPaper({ id: 'arxiv:2501.00002', arxiv_id: '2501.00002' })] });
    const other = await aRelease({ papers: [aPaper({ id: 'arxiv:2501.00001', arxiv_id: '2501.00001', metrics: [aMetric({})] }), aPaper({ id: 'arxiv:2501.00002', arxiv_id: '2501.00002' })] });
    for (const format of ['json', 'ndjson', 'csv', 'parquet']) await change(directory, `metrics.${format}`, () => Buffer.alloc(0));
    for (const format of ['json', 'ndjson', 'csv', 'parquet']) await writeFile(path.join(directory, `metrics.${format}`), await readFile(path.join(other, `metrics.${format}`)));
    await rehash(directory, Object.fromEntries(['json', 'ndjson', 'csv', 'parquet'].map((format) => [`metrics.${format}`, 1])));
    await change(directory, 'manifest.json', inText('"metrics":0', '"metrics":1'));
    expect((await problemsOf(directory)).join('\n')).toContain('no more rows than papers.ndjson has');
  });

  it.each(['papers.ndjson', 'papers.parquet', 'links.csv', 'metrics.json', 'rejects.ndjson'])('tells of %s missing, from the manifest too', async (file) => {
    const directory = await aRelease();
    await rm(path.join(directory, file));
    const manifest = JSON.parse(await readFile(path.join(directory, 'manifest.json'), 'utf8'));
    manifest.files = manifest.files.filter((listed: { path: string }) => listed.path !== file);
    await writeFile(path.join(directory, 'manifest.json'), JSON.stringify(manifest));
    expect((await problemsOf(directory)).join('\n')).toContain(file);
  });

  it('fails on a file missing, and on one too many', async () => {
    const directory = await aRelease();
    await rm(path.join(directory, 'DATA_DICTIONARY.md'));
    await writeFile(path.join(directory, 'extra.csv'), 'x');
    const told = (await problemsOf(directory)).join('\n');
    expect(told).toContain('DATA_DICTIONARY.md: nothing');
    expect(told).toContain('extra.csv: a file that the manifest does not list');
  });

  it('holds SHA256SUMS to the files', async () => {
    const directory = await aRelease();
    await writeFile(path.join(directory, 'SHA256SUMS'), `${'0'.repeat(64)}  papers.csv\n`);
    const told = await problemsOf(directory);
    expect(told[0]).toContain('SHA256SUMS, line 1');
    expect(told.join('\n')).toContain('no line for DATA_DICTIONARY.md');
  });
});

describe('the command', () => {
  it('tells what holds and ends with 0, tells what does not and ends with 1', async () => {
    const directory = await aRelease();
    const good = await runCli(['verify', directory]);
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('All of it holds.')]);
    await change(directory, 'papers.csv', inText('84.1', '84.2'));
    const bad = await runCli(['verify', directory]);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('papers.csv');
  });

  it('prints nothing that a terminal would obey', async () => {
    const directory = await aRelease();
    await change(directory, 'papers.ndjson', inText('84.1% accuracy on', '\\u001b[31m84.1% accuracy on'));
    const { code, stderr } = await runCli(['verify', directory]);
    expect(code).toBe(1);
    expect(stderr).not.toContain('\u001b[31m84');
  });

  it.each([[['verify']], [['verify', 'no-such-folder']], [['verify', 'a', 'b']]])('refuses %j', async (args) => {
    expect((await runCli(args)).code).toBe(2);
  });
});
