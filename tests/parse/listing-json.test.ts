import { describe, expect, it } from 'vitest';
import { parseListing } from '../../pipeline/parse/parse.ts';
import type { ParsedListing } from '../../pipeline/records.ts';
import { captureOf } from './captures.ts';
import { madeItem } from './made-pages.ts';

type Item = Record<string, unknown>;

function itemWith(paper: Item, over: Item = {}): Item {
  return { ...madeItem(0), ...over, paper: { ...Object(madeItem(0)['paper']), ...paper } };
}

function parse(...items: readonly unknown[]): ParsedListing {
  return parseListing(captureOf('listing-json', JSON.stringify(items), { period: '2026-01-07' }));
}

describe('a list of the API', () => {
  it.each([
    { title: 'publication from the paper, not the outer field of two meanings', item: itemWith({}, { publishedAt: '2026-01-04T19:00:00.000Z' }), found: { published: '2026-01-05T00:00:00.000Z' } },
    { title: "the feed's day", item: itemWith({ submittedOnDailyAt: '2026-01-07T08:15:00.000Z' }), found: { listed: '2026-01-07T08:15:00.000Z' } },
    { title: 'counts and stars', item: itemWith({ upvotes: 12, githubStars: 340, githubRepo: 'https://github.com/a/b' }, { numComments: 3 }), found: { upvotes: 12, github_stars: 340, repository: 'https://github.com/a/b', num_comments: 3 } },
    { title: 'a repository that is an owner alone, as written', item: itemWith({ githubRepo: 'https://github.com/DFIR-Metric' }), found: { repository: 'https://github.com/DFIR-Metric' } },
    { title: 'hard wraps, as written', item: itemWith({ title: 'Two\n  Lines' }), found: { title: 'Two\n  Lines' } },
    { title: 'summary and keywords', item: itemWith({ ai_summary: 'Short.', ai_keywords: ['a', 'A'] }), found: { ai_summary: 'Short.', ai_keywords: ['a', 'A'] } },
    { title: 'the organization', item: itemWith({}, { organization: { _id: 'x', name: 'lab', fullname: 'The Lab' } }), found: { organization: 'The Lab' } },
    { title: 'the organization as it was called in autumn 2025', item: itemWith({}, { submitterOrganization: { _id: 'x', name: 'lab', fullname: 'The Lab' } }), found: { organization: 'The Lab' } },
    { title: 'nothing where there is nothing', item: madeItem(0), found: { repository: null, project_page: null, github_stars: null, ai_summary: null, ai_keywords: [], organization: null } },
  ])('gives $title', ({ item, found }) => {
    const { entries, rejects } = parse(item);
    expect(rejects).toEqual([]);
    expect(entries[0]).toMatchObject({ ...found, origin: 'api', position: 1, rank: 1 });
  });

  it('reads the earliest form, without submitter and with mediaUrl', () => {
    const { thumbnail, submittedBy, isAuthorParticipating, summary, ...oldest } = madeItem(0);
    void [thumbnail, submittedBy, isAuthorParticipating, summary];
    expect(parse({ ...oldest, mediaUrl: 'https://cdn-thumbnails.huggingface.co/x.png' })).toMatchObject({ rejects: [], entries: [{ arxiv_id: '2601.00001' }] });
  });

  it('sets a malformed item aside with its field, and reads the rest', () => {
    const { entries, rejects } = parse(itemWith({ upvotes: 'many' }), madeItem(1), { paper: null }, 'text');
    expect(entries.map((entry) => [entry.position, entry.arxiv_id])).toEqual([[2, '2601.00002']]);
    expect(rejects.map(({ position, field }) => [position, field])).toEqual([[1, expect.stringContaining('upvotes')], [3, expect.stringContaining('paper')], [4, expect.any(String)]]);
  });

  it('counts the fields that no reader knows', () => {
    expect([...parse(itemWith({ novelty: 1 }), itemWith({ novelty: 2 }, { mood: 'good' })).unknownFields]).toEqual(expect.arrayContaining([['paper.novelty', 2], ['mood', 1]]));
  });

  it('is not harmed by keys of prototypes', () => {
    const hostile = `[${JSON.stringify(madeItem(0)).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},')}]`;
    expect(parseListing(captureOf('listing-json', hostile)).entries).toHaveLength(1);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    { title: 'no JSON', text: '<html>' },
    { title: 'no list', text: '{"error":"rate limited"}' },
    { title: 'an empty document', text: '' },
    { title: 'nested beyond reason', text: '['.repeat(200_000) },
  ])('that is $title is a clear error', ({ text }) => {
    expect(() => parseListing(captureOf('listing-json', text))).toThrow(/a-capture.*found .* expected /s);
  });
});
