/** Builds of more papers than the embedded listing has: several segments, threads, and all that is kept of them. */
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../pipeline/build/build.ts';
import { openWorkers } from '../../pipeline/build/workers.ts';
import { listCaptures } from '../../pipeline/captures/store.ts';
import { sidecarOf, writeCapture } from '../../pipeline/captures/write-capture.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { flipBitIn } from '../support/damage.ts';
import { aSidecar } from '../support/records.ts';
import { buildDirectory, temporaryDirectory } from '../support/temporary.ts';
import { queryDuckDb } from '../emit/read-back.ts';
import { madeItem } from '../parse/made-pages.ts';

const PAPERS = 4_800;
const PAPERS_PER_CAPTURE = 600;

async function writePapers(raw: string): Promise<void> {
  for (let first = 0; first < PAPERS; first += PAPERS_PER_CAPTURE) {
    const items = Array.from({ length: PAPERS_PER_CAPTURE }, (_, index) => madeItem(first + index));
    const content = Buffer.from(JSON.stringify(items));
    await writeCapture(raw, sidecarOf({ ...aSidecar(), capture_id: `list-${String(first).padStart(5, '0')}` }, content), content);
  }
}

describe(`a build of ${PAPERS} papers`, () => {
  let root = '';
  let raw = '';
  let first = '';
  const inThreads = (out: string, cache: string | null): Promise<string> => sumsOf(out, cache, 2);

  async function sumsOf(out: string, cache: string | null, threads: number): Promise<string> {
    const workers = openWorkers({ threads });
    workers.start();
    await build({ raw, out, maxRejects: 0, datasetVersion: '1.0.0', cache, workers }, quietProgress);
    return await readFile(path.join(out, 'SHA256SUMS'), 'utf8');
  }

  beforeAll(async () => {
    root = await buildDirectory();
    raw = path.join(root, 'raw');
    await writePapers(raw);
    first = await inThreads(path.join(root, 'dist'), path.join(root, 'cache'));
  }, 60_000);

  it('gives in threads what it gives in one', { timeout: 60_000 }, async () => {
    expect(await sumsOf(path.join(root, 'one'), null, 1)).toBe(first);
  });

  it('has bounds in Parquet that are true of every row group', async () => {
    const file = path.join(root, 'dist', 'papers.parquet');
    const { row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(file));
    expect(row_groups.length).toBeGreaterThan(3);
    const lines = (await readFile(path.join(root, 'dist', 'papers.ndjson'), 'utf8')).trimEnd().split('\n');
    for (const { columns, num_rows } of row_groups) {
      const rows = lines.splice(0, Number(num_rows)).map((line) => JSON.parse(line));
      for (const field of ['id', 'title', 'url']) {
        const { min_value, max_value } = columns.find(({ meta_data }) => meta_data?.path_in_schema.join() === field)?.meta_data?.statistics ?? {};
        for (const row of rows) expect(String(min_value) <= row[field] && row[field].slice(0, 16) <= String(max_value)).toBe(true);
      }
    }
    expect(lines).toEqual([]);
  });

  it('is found paper by paper by a reader that skips row groups by their bounds', async () => {
    const file = path.join(root, 'dist', 'papers.parquet');
    for (let paper = 1; paper <= PAPERS; paper += 199) {
      const id = `arxiv:2601.${String(paper).padStart(5, '0')}`;
      expect(await queryDuckDb(`SELECT id FROM read_parquet('${file}') WHERE id = '${id}'`, (row) => row['id'])).toEqual([id]);
    }
  });

  it.each([
    ['segments', (name: string) => name === 'segments', false],
    ['records, and the segments anew', (name: string) => name === 'shards', true],
  ])('makes again what was damaged of the %s', { timeout: 60_000 }, async (_, isOf, withoutSegments) => {
    const cache = path.join(root, 'cache');
    for (const entry of await readdir(cache, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && isOf(path.basename(entry.parentPath)) && (!withoutSegments || entry.name.endsWith('.records'))) await flipBitIn(file);
      if (entry.isFile() && withoutSegments && path.basename(entry.parentPath) === 'segments') await writeFile(file, '');
    }
    expect(await inThreads(path.join(root, 'dist'), cache)).toBe(first);
  });

  it('tells of a damaged capture that a thread met', async () => {
    const [, second] = await listCaptures(raw);
    const content = await readFile(second?.file ?? '');
    await appendFile(second?.file ?? '', ' ');
    await expect(inThreads(path.join(await temporaryDirectory(), 'dist'), null)).rejects.toThrow(/list-00600\.json\.gz: found a gzip file that is broken/);
    await writeFile(second?.file ?? '', content);
  });
});
