import { describe, expect, it } from 'vitest';
import { curatedTitles, identify, type EntryKey } from '../../pipeline/merge/identify.ts';
import { titleKey } from '../../pipeline/normalize/text/title-key.ts';

function row(title: string, arxiv_id: string): Parameters<typeof curatedTitles>[0][number] {
  return { capture_id: 'arxiv-ids', position: 1, title, arxiv_id, published: '2025-01', evidence: 'a list' };
}

function entry(place: string, title: string, arxiv_id: string | null): EntryKey<string> {
  return { arxiv_id, title_key: titleKey(title), place };
}

const none = curatedTitles([]);

describe('identify', () => {
  it('joins entries by arXiv id, and an entry without one by the exact title', () => {
    const { groups } = identify([entry('api', 'A Title', '2501.00001'), entry('text', 'A  title', null), entry('other', 'Another', '2501.00002')], none);
    expect([...groups]).toEqual([
      ['arxiv:2501.00001', ['api', 'text']],
      ['arxiv:2501.00002', ['other']],
    ]);
  });

  it('takes the curated id before a listing of the same title', () => {
    const { groups } = identify([entry('text', 'A Title', null), entry('api', 'A Title', '2501.00009')], curatedTitles([row('A Title', '2501.00001')]));
    expect([...groups.keys()]).toEqual(['arxiv:2501.00001', 'arxiv:2501.00009']);
  });

  it('reports a title that two papers share, and does not guess', () => {
    const entries = [entry('a', 'Attention', '2501.00001'), entry('b', 'Attention', '2501.00002'), entry('text', 'Attention', null)];
    const { groups, ambiguous, unidentified } = identify(entries, none);
    expect(ambiguous).toEqual(['text']);
    expect(unidentified).toEqual([]);
    expect(groups.get(`title:${titleKey('Attention')}`)).toEqual(['text']);
  });

  it('reports a paper that no row matches, and a row that matches no paper', () => {
    const { unidentified, unusedRows } = identify([entry('text', 'Unknown', null)], curatedTitles([row('Elsewhere', '2501.00001')]));
    expect(unidentified).toEqual(['text']);
    expect(unusedRows.map(({ title }) => title)).toEqual(['Elsewhere']);
  });

  it('counts a row as used when a listing has its arXiv id under another title', () => {
    expect(identify([entry('api', 'New Title', '2501.00001')], curatedTitles([row('Old Title', '2501.00001')])).unusedRows).toEqual([]);
  });
});
