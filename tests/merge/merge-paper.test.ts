import { describe, expect, it } from 'vitest';
import { mergePaper, type MergeContext } from '../../pipeline/merge/merge-paper.ts';
import { aSidecar, anEntry } from '../support/records.ts';

const moments: Readonly<Record<string, string>> = { old: '2025-03-17T08:00:00Z', new: '2025-03-20T08:00:00Z' };

const context: MergeContext = {
  sidecarOf: (capture_id) => aSidecar({ capture_id, captured_at: moments[capture_id] ?? '', period: (moments[capture_id] ?? '').slice(0, 10) }),
  curatedOf: () => undefined,
  aliasesOf: () => [],
};

const id = 'arxiv:2501.00663';

describe('mergePaper', () => {
  it('lets the newest capture win, in any order of entries', () => {
    const older = anEntry({ capture_id: 'old', upvotes: 3, title: 'Old' });
    const newer = anEntry({ capture_id: 'new', upvotes: 9, title: 'New' });
    for (const entries of [[older, newer], [newer, older]]) {
      expect(mergePaper(id, entries, context).paper).toMatchObject({ title: 'New', upvotes: 9 });
    }
  });

  it('lets absence erase nothing', () => {
    const older = anEntry({ capture_id: 'old', upvotes: 3, authors: ['Ada'], organization: 'Lab', abstract: 'Text.' });
    const newer = anEntry({ capture_id: 'new', upvotes: null, authors: [], organization: null, abstract: null });
    expect(mergePaper(id, [older, newer], context).paper).toMatchObject({ upvotes: 3, authors: ['Ada'], organization: 'Lab', abstract: 'Text.' });
  });

  it('takes a zero as a value', () => {
    const entries = [anEntry({ capture_id: 'old', upvotes: 3 }), anEntry({ capture_id: 'new', upvotes: 0 })];
    expect(mergePaper(id, entries, context).paper.upvotes).toBe(0);
  });

  it('keeps first and last day of a paper listed again, and every rank', () => {
    const entries = [
      anEntry({ capture_id: 'new', rank: 7, listed_on: '2025-03-20', seen_on: '2025-03-20' }),
      anEntry({ capture_id: 'old', rank: 2 }),
    ];
    const { paper, appearances } = mergePaper(id, entries, context);
    expect(paper).toMatchObject({ first_listed_on: '2025-03-17', last_listed_on: '2025-03-20' });
    expect(appearances.map(({ capture_id, rank }) => [capture_id, rank])).toEqual([['new', 7], ['old', 2]]);
  });

  it('prefers any title to that of a card', () => {
    const entries = [anEntry({ capture_id: 'old', title: 'Source Citations' }), anEntry({ capture_id: 'new', title: 'SourceCitations', origin: 'card' })];
    expect(mergePaper(id, entries, context).paper.title).toBe('Source Citations');
  });

  it('prefers a day to a month, and the curated row to nothing', () => {
    const curated = { capture_id: 'arxiv-ids', position: 1, title: '', arxiv_id: '2501.00663', published: '2024-12-31', evidence: '' };
    const withRow = { ...context, curatedOf: () => curated };
    const month = anEntry({ capture_id: 'old', published_on: '2024-12-01', published_precision: 'month' });
    const unknown = anEntry({ capture_id: 'old', published_on: null, published_precision: null });
    for (const entry of [month, unknown]) {
      expect(mergePaper(id, [entry], withRow).paper).toMatchObject({ published_on: '2024-12-31', published_precision: 'day' });
    }
    expect(mergePaper(id, [unknown], { ...context, curatedOf: () => ({ ...curated, published: '2024-12' }) }).paper).toMatchObject({
      published_on: '2024-12-01',
      published_precision: 'month',
    });
  });

  it('gives a paper without an arXiv id no url', () => {
    expect(mergePaper('title:0123456789ab', [anEntry({ capture_id: 'old', arxiv_id: null })], context).paper).toMatchObject({ arxiv_id: null, url: null });
  });
});
