/** Real captures, where they lie beside a checkout: no day and no page is a surprise. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseListing } from '../../pipeline/parse/parse.ts';
import type { ListingEntry } from '../../pipeline/records.ts';
import { captureOf } from './captures.ts';

const DAILY = '../shared/captures/daily';
const PAGE = '../shared/captures/listing-2024-08-01.html';
const EXCERPT = '../shared/captures/trending-2026-10.card-excerpt.html';

describe.skipIf(!existsSync(DAILY))('55 days of the API', () => {
  const lists = (existsSync(DAILY) ? readdirSync(DAILY) : []).map((file) => parseListing(captureOf('listing-json', readFileSync(`${DAILY}/${file}`))));
  const entries = lists.flatMap((list) => list.entries);

  it('give 1,068 entries, all told apart, and no rejects', () => {
    expect(lists).toHaveLength(55);
    expect(entries).toHaveLength(1_068);
    expect(new Set(entries.map((entry) => entry.arxiv_id)).size).toBe(1_068);
    expect(lists.flatMap((list) => list.rejects)).toEqual([]);
  });

  it('hold no field that no reader knows', () => {
    expect(lists.flatMap((list) => Array.from(list.unknownFields))).toEqual([]);
  });

  it('fill what the source has', () => {
    const filled = (has: (entry: ListingEntry) => boolean): number => entries.filter(has).length;
    expect(filled((entry) => entry.title !== '' && entry.abstract !== null && entry.published !== null && entry.upvotes !== null)).toBe(1_068);
    expect(filled((entry) => entry.authors.length > 0)).toBe(1_068);
    expect(filled((entry) => entry.repository !== null)).toBeGreaterThan(300);
    expect(filled((entry) => entry.project_page !== null)).toBeGreaterThan(250);
    expect(filled((entry) => entry.organization !== null)).toBeGreaterThan(200);
    expect(filled((entry) => entry.github_stars !== null)).toBeGreaterThan(200);
    expect(filled((entry) => entry.ai_summary !== null && entry.ai_keywords.length > 0)).toBeGreaterThan(300);
  });
});

describe.skipIf(!existsSync(PAGE))('the page of 2024-08-01', () => {
  const html = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const factsOf = (page: string): readonly unknown[] =>
    parseListing(captureOf('listing-html', page, { period: '2024-08-01' })).entries.map(({ arxiv_id, title, upvotes, num_comments }) => ({ arxiv_id, title: title.replaceAll(/\s+/g, ' '), upvotes, num_comments }));

  it('gives the same 13 papers from its hydration data and from its cards alone', () => {
    const fromProps = factsOf(html);
    expect(fromProps).toHaveLength(13);
    expect(factsOf(html.replaceAll('data-target="DailyPapers"', 'data-target="Other"'))).toEqual(fromProps);
  });

  it('says where its entries were read', () => {
    const origin = (page: string): ReadonlySet<string> => new Set(parseListing(captureOf('listing-html', page)).entries.map((entry) => entry.origin));
    expect(origin(html)).toEqual(new Set(['props']));
    expect(origin(html.replaceAll('data-target="DailyPapers"', 'data-target="Other"'))).toEqual(new Set(['card']));
  });
});

describe.skipIf(!existsSync(EXCERPT))('the excerpt of a page of 2026', () => {
  it('gives each card once, though it is rendered twice', () => {
    const { entries, rejects } = parseListing(captureOf('listing-html', existsSync(EXCERPT) ? readFileSync(EXCERPT) : '', { list: 'trending', period: '2026-10-07' }));
    expect(rejects).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map((entry) => entry.arxiv_id)).size).toBe(entries.length);
    for (const entry of entries) expect(entry.title).not.toMatch(/<|^$/);
  });
});
