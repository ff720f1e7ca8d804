/** A release holds the same records in every format, read back by implementations that did not write them. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../pipeline/captures/store.ts';
import { emitRelease } from '../../pipeline/emit/release.ts';
import { csvColumnsOf } from '../../schemas/columns.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import { TABLES } from '../../schemas/tables.ts';
import type { Paper } from '../../schemas/types.ts';
import { aMetric, aPaper, aSidecar } from '../support/records.ts';
import { segmentOf, type TableRows } from '../support/release.ts';
import { buildDirectory } from '../support/temporary.ts';
import { readWithArrow, readWithDuckDb, typesInDuckDb, type Rows } from './read-back.ts';

const abstract = 'It "gets" 84.1% accuracy, 100× faster; naïve 𝛼 🎉.';
const metric = aMetric({ value: 0.1 + 0.2, value_high: 1e21, uncertainty: 5e-324, evidence: '84.1% accuracy', start: 10, end: 14 });
const link = { url: 'https://github.com/a/b', kind: 'repo', repo: 'https://github.com/a/b', repo_host: 'github.com', repo_owner: 'a', repo_name: 'b', status: 'available', source: 'abstract' } as const;

function paperWith(number: number, over: Partial<Paper>): Paper {
  const arxivId = `2501.${String(number).padStart(5, '0')}`;
  return aPaper({ id: `arxiv:${arxivId}`, arxiv_id: arxivId, url: `https://arxiv.org/abs/${arxivId}`, ...over });
}

const papers: readonly Paper[] = [
  paperWith(1, { title: '=HYPERLINK("x")', abstract, metrics: [metric, aMetric()], links: [link] }),
  paperWith(2, { title: '+1', abstract: null, authors: ['Ada "A" Lovelace', 'Grace, Hopper'], ai_keywords: ['a', ''.padEnd(3, 'é')] }),
  paperWith(3, { title: '-1', published_on: '1969-12-31', published_precision: 'day', first_listed_on: '1969-12-31', last_listed_on: '9999-12-31' }),
  paperWith(4, { title: '@SUM(A1)', upvotes: 0, num_comments: 2_147_483_647, organization: ' spaces ', ai_summary: 'line\u2028separator, "quoted"' }),
  paperWith(5, { title: 'Ünïcödé 🎉 \u202eright to left', aliases: ['title:0123456789ab', 'title:0123456789ac'] }),
  ...Array.from({ length: 40 }, (_, index) => paperWith(10 + index, { title: `Paper ${index}`, abstract, metrics: index % 2 === 0 ? [aMetric({ better: index % 4 === 0, value: index / 3 })] : [] })),
];

const rows: TableRows = {
  papers,
  appearances: papers.map(({ id }, index) => ({ paper_id: id, capture_id: 'a-capture', list: 'daily', period: '2025-03-17', rank: index + 1, upvotes: null, num_comments: 3, captured_at: '2025-03-17T08:00:00.123Z' })),
  captures: [{ ...aSidecar(), entries: papers.length, rejected: 0 }],
  redirects: [],
  corrections: [],
  metric_types: [{ id: 'fid', name: 'FID', aliases: [], direction: 'lower', unit: null, range_low: 0, range_high: null, domain: null }],
  benchmarks: [],
  rejects: [],
};

const options = { datasetVersion: '1.0.0', generatedFrom: { captures: 1, newest_captured_at: '2025-03-17T08:00:00Z' }, licence: 'CC0-1.0' };
let directory = '';
let manifest: Manifest;

beforeAll(async () => {
  directory = path.join(await buildDirectory(), 'release');
  await mkdir(directory);
  manifest = await emitRelease({ ...rows, segments: segmentOf(rows) }, { directory, ...options });
});

async function jsonRows(table: string): Promise<Rows> {
  return JSON.parse(await readFile(path.join(directory, `${table}.json`), 'utf8'));
}

/** Days and moments as milliseconds, as Arrow gives them: found by their form. */
function momentsAsNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(momentsAsNumbers);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, momentsAsNumbers(part)]));
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(value) ? Date.parse(value) : value;
}

/** Moments as DuckDB prints them brought to ISO form. */
function momentsAsIso(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(momentsAsIso);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, momentsAsIso(part)]));
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2} [\d:.]+\+00$/.test(value) ? new Date(`${value.replace(' ', 'T').replace('+00', '')}Z`).toISOString() : value;
}

function isoMoments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(isoMoments);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, isoMoments(part)]));
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? new Date(value).toISOString() : value;
}

describe.each(TABLES.map((table) => [table.name, table] as const))('%s', (name, table) => {
  it('is the same in NDJSON as in JSON', async () => {
    const text = await readFile(path.join(directory, `${name}.ndjson`), 'utf8');
    expect(text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line))).toEqual(await jsonRows(name));
  });

  it('is the same in Parquet, read by DuckDB', async () => {
    expect(momentsAsIso(await readWithDuckDb(path.join(directory, `${name}.parquet`)))).toEqual(isoMoments(await jsonRows(name)));
  });

  it("is the same in Parquet, read by Rust's Arrow", async () => {
    const found = await readWithArrow(path.join(directory, `${name}.parquet`));
    const expected = momentsAsNumbers(await jsonRows(name));
    // The periods of a list are text that looks like a day.
    const asText = (row: Readonly<Record<string, unknown>>): unknown => (typeof row['period'] === 'string' ? { ...row, period: Date.parse(row['period']) } : row);
    expect(found.map(asText)).toEqual(expected);
  });

  it('is the same in CSV, cell by cell', async () => {
    const columns = csvColumnsOf(table);
    const cells: readonly Readonly<Record<string, string>>[] = parse(await readFile(path.join(directory, `${name}.csv`)), { columns: true });
    const written = (await jsonRows(name)).map((row) => Object.fromEntries(columns.map(({ name: column, field, encoding }) => [column, cellOf(row[field], encoding)])));
    expect(cells).toEqual(written);
  });
});

function cellOf(value: unknown, encoding: string): string {
  if (value === null) return '';
  if (encoding === 'count') return String(Array.isArray(value) ? value.length : 0);
  return encoding === 'json' || typeof value !== 'string' ? JSON.stringify(value) : value;
}

describe('a release', () => {
  it('has real types in Parquet', async () => {
    const types = await typesInDuckDb(path.join(directory, 'papers.parquet'));
    expect(types.get('published_on')).toBe('DATE');
    expect(types.get('upvotes')).toBe('INTEGER');
    expect(types.get('authors')).toBe('VARCHAR[]');
    expect(types.get('metrics')).toMatch(/^STRUCT\(.*"value" DOUBLE.*\)\[\]$/);
    expect((await typesInDuckDb(path.join(directory, 'appearances.parquet'))).get('captured_at')).toBe('TIMESTAMP WITH TIME ZONE');
  });

  it('lists every file with its true size, hash and rows', async () => {
    for (const file of manifest.files) {
      const bytes = await readFile(path.join(directory, file.path));
      expect({ bytes: bytes.length, sha256: sha256(bytes) }).toEqual({ bytes: file.bytes, sha256: file.sha256 });
    }
    expect(manifest.counts.papers).toBe(papers.length);
    expect(manifest.counts.metrics).toBe(papers.flatMap((paper) => paper.metrics).length);
  });

  it('is CSV as RFC 4180 has it: CRLF, one header, no byte order mark', async () => {
    const csv = await readFile(path.join(directory, 'papers.csv'), 'utf8');
    expect(csv.startsWith('id,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"=HYPERLINK(""x"")"');
  });

  it('refuses rows out of order', async () => {
    const elsewhere = path.join(directory, '..', 'unordered');
    await mkdir(elsewhere);
    await expect(emitRelease({ ...rows, segments: segmentOf({ ...rows, papers: papers.toReversed() }) }, { directory: elsewhere, ...options })).rejects.toThrow(/papers/);
  });
});
