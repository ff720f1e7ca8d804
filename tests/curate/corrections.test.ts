/** Corrections are applied, shown with what stood there before, and never silent; what is removed keeps its tombstone. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../pipeline/build/build.ts';
import { CorrectionDesk, correctPaper, eachOnce, type CorrectionRow } from '../../pipeline/curate/corrections.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { verifyRelease } from '../../pipeline/verify/verify.ts';
import type { Correction, Paper } from '../../schemas/types.ts';
import { aMetric, aPaper } from '../support/records.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const paper = aPaper({ metrics: [aMetric({}), aMetric({ start: 20, end: 22, metric: 'f1' })] });

function row(over: Partial<CorrectionRow>): CorrectionRow {
  return { paper_id: paper.id, field: 'title', new: '"Another"', reason: 'a misprint', date: '2026-01-02', capture_id: 'corrections-1', ...over };
}

describe('correctPaper', () => {
  it('sets a field, and tells what stood there', () => {
    const { paper: corrected, corrections } = correctPaper(paper, [row({})]);
    expect(corrected.title).toBe('Another');
    expect(corrections).toEqual([{ ...row({}), old: '"A Title"' }]);
  });

  it('sets a field of one result, and takes a result out', () => {
    const rows = [row({ field: 'metrics@8.metric', new: '"top1_accuracy"' }), row({ field: 'metrics@20', new: 'null' })];
    const { paper: corrected, corrections } = correctPaper(paper, rows);
    expect(corrected.metrics.map(({ metric }) => metric)).toEqual(['top1_accuracy']);
    expect(corrections.map(({ field }) => field)).toEqual(['metrics@20', 'metrics@8.metric']);
    expect(JSON.parse(corrections[0]?.old ?? '')).toMatchObject({ metric: 'f1' });
  });

  it.each([
    ['a result that is not there', { field: 'metrics@9.metric', new: '"fid"' }, 'no result at this place'],
    ['a value that does not fit', { field: 'upvotes', new: '"many"' }, 'upvotes'],
    ['a data set that no table has', { field: 'metrics@8.dataset_id', new: '"no_such_set"' }, 'an id of the table benchmarks'],
    ['another value for a result', { field: 'metrics@8', new: '3' }, 'null, to take the result out'],
  ])('refuses %s', (_, over, told) => {
    expect(() => correctPaper(paper, [row(over)])).toThrow(told);
  });

  it('refuses two corrections of one field', () => {
    expect(() => eachOnce([row({}), row({ new: '"A third"' })])).toThrow('one correction of a field');
    expect(eachOnce([row({}), row({ field: 'organization' })])).toHaveLength(2);
  });

  it('refuses a correction of no paper', () => {
    const desk = new CorrectionDesk([row({ paper_id: 'arxiv:9999.99999' })]);
    desk.note(correctPaper(paper, desk.rowsOf(paper.id)).corrections);
    expect(() => desk.applied()).toThrow('no such paper');
  });
});

describe('in a build', () => {
  async function rawWith(tables: Readonly<Record<string, string>>): Promise<string> {
    const raw = await temporaryDirectory();
    for (const file of ['listing-2025-03-17.txt', 'listing-2025-03-17.txt.capture.json', 'arxiv-ids.csv', 'arxiv-ids.csv.capture.json']) await copyFile(path.join('raw', file), path.join(raw, file));
    for (const [kind, csv] of Object.entries(tables)) {
      const file = path.join(await temporaryDirectory(), `${kind}.csv`);
      await writeFile(file, csv);
      const { code, stderr } = await runCli(['import', '--raw', raw, '--kind', kind, '--captured-at', '2025-04-01T00:00:00Z', file]);
      expect([code, stderr]).toEqual([0, expect.any(String)]);
    }
    return raw;
  }

  async function rowsOf<Row>(directory: string, table: string): Promise<readonly Row[]> {
    return JSON.parse(await readFile(path.join(directory, `${table}.json`), 'utf8'));
  }

  it('shows corrections as a table, and leaves out what was removed but for its tombstone', async () => {
    const raw = await rawWith({
      corrections: 'paper_id,field,new,reason,date\r\narxiv:2411.10433,organization,"""ByteDance""",the listing names none,2025-04-01\r\n',
      redirects: 'id,kind,targets,date,reason\r\narxiv:1506.03134,removed,,2025-04-01,its authors asked for it\r\n',
    });
    const out = path.join(await temporaryDirectory(), 'dist');
    await build({ raw, out, maxRejects: 0, datasetVersion: '1.0.1', cache: null }, quietProgress);
    const papers = await rowsOf<Paper>(out, 'papers');
    expect(papers).toHaveLength(72);
    expect(papers.find(({ id }) => id === 'arxiv:2411.10433')?.organization).toBe('ByteDance');
    expect(await rowsOf<Correction>(out, 'corrections')).toMatchObject([{ paper_id: 'arxiv:2411.10433', field: 'organization', old: 'null', new: '"ByteDance"', reason: 'the listing names none' }]);
    expect((await readFile(path.join(out, 'papers.ndjson'), 'utf8')) + (await readFile(path.join(out, 'report.html'), 'utf8'))).not.toContain('Pointer Networks');
    expect((await verifyRelease(out, quietProgress)).problems.kept).toEqual([]);
  });

  it('ends with a clear error for a correction that cannot be', async () => {
    const raw = await rawWith({ corrections: 'paper_id,field,new,reason,date\r\narxiv:2411.10433,upvotes,"""x""",y,2025-04-01\r\n' });
    const { code, stderr } = await runCli(['build', '--raw', raw, '--out', path.join(await temporaryDirectory(), 'dist'), '--no-cache']);
    expect(code).toBe(1);
    expect(stderr).toContain('upvotes of arxiv:2411.10433');
  });
});
