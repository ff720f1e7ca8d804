/** The embedded listing, end to end: every paper of the page, with the curated facts and the annotated links. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildReport } from '../../pipeline/build/build.ts';
import { cleanAbstract, cleanTitle } from '../../pipeline/normalize/text/clean.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import type { Paper } from '../../schemas/types.ts';
import { buildDirectory } from '../support/temporary.ts';

interface Annotated {
  readonly title: string;
  readonly abstract: string;
  readonly code_status: string;
  readonly links: readonly { readonly url: string; readonly kind: string; readonly repo?: string }[];
}

interface CuratedRow {
  readonly title: string;
  readonly arxiv_id: string;
  readonly published: string;
}

let report: BuildReport;
let papers: ReadonlyMap<string, Paper>;
let gold: readonly Annotated[];
let curated: readonly CuratedRow[];

beforeAll(async () => {
  const out = path.join(await buildDirectory(), 'dist');
  report = await build({ raw: 'raw', out, maxRejects: 0, datasetVersion: '1.0.0', cache: null }, quietProgress);
  const list: readonly Paper[] = JSON.parse(await readFile(path.join(out, 'papers.json'), 'utf8'));
  papers = new Map(list.map((paper) => [paper.title, paper]));
  gold = (await readFile('tests/gold/listing-2025-03-17.jsonl', 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  curated = parse(await readFile('raw/arxiv-ids.csv'), { columns: true });
});

describe('the embedded listing', () => {
  it('gives 73 papers and no rejects', () => {
    expect(report.manifest.counts.papers).toBe(73);
    expect(report.rejects).toEqual([]);
    expect(papers.size).toBe(73);
  });

  it('matches every paper with a curated row, and every row with a paper', () => {
    expect(report.unusedRows).toEqual([]);
    expect(report.unidentified).toEqual([]);
    expect(report.ambiguous).toEqual([]);
  });

  it('has every title and abstract of the page, cleaned', () => {
    for (const { title, abstract } of gold) {
      expect(papers.get(cleanTitle(title))?.abstract).toBe(cleanAbstract(abstract));
    }
  });

  it('has the ids, addresses and dates of the curated table', () => {
    for (const { title, arxiv_id, published } of curated) {
      expect(papers.get(cleanTitle(title))).toMatchObject({
        id: `arxiv:${arxiv_id}`,
        arxiv_id,
        url: `https://arxiv.org/abs/${arxiv_id}`,
        published_on: published.length === 7 ? `${published}-01` : published,
        published_precision: published.length === 7 ? 'month' : 'day',
      });
    }
  });

  it('has the annotated links and code statuses, exactly', () => {
    for (const { title, links, code_status } of gold) {
      const paper = papers.get(cleanTitle(title));
      const found = paper?.links.map(({ url, kind, repo }) => ({ url, kind, ...(repo === null ? {} : { repo }) }));
      expect({ title, code_status: paper?.code_status, links: found }).toEqual({ title, code_status, links });
    }
    expect(report.manifest.counts.links).toBe(26);
  });

  it('ranks the papers from 1 to 73 on one list', () => {
    expect(report.manifest.counts.appearances).toBe(73);
  });
});
