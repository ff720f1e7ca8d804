import { describe, expect, it } from 'vitest';
import { sidecarOf } from '../../pipeline/captures/write-capture.ts';
import { aliasesFrom, readRedirects } from '../../pipeline/curate/redirects.ts';
import { checkRedirects } from '../../pipeline/validate/redirects.ts';
import type { Redirect } from '../../schemas/types.ts';
import { aSidecar } from '../support/records.ts';

const HEADER = 'id,kind,targets,date,reason\n';

function read(csv: string): readonly Redirect[] {
  const content = Buffer.from(csv);
  return readRedirects({ sidecar: sidecarOf(aSidecar({ kind: 'redirects', list: null, period: null }), content), content });
}

const moved = 'title:0123456789ab,moved,arxiv:2501.00001,2025-04-01,its arXiv id became known\n';

describe('the curated redirects', () => {
  it('reads rows, and gives the old id as an alias', () => {
    const redirects = read(HEADER + moved);
    expect(redirects[0]).toMatchObject({ kind: 'moved', targets: ['arxiv:2501.00001'] });
    expect(aliasesFrom(redirects).get('arxiv:2501.00001')).toEqual(['title:0123456789ab']);
  });

  it('names the row and column that is wrong', () => {
    expect(() => read(`${HEADER}${moved}title:0123456789ac,gone,,2025-04-01,because\n`)).toThrow(/row 2, column kind/);
  });

  const isPaper = (id: string): boolean => id === 'arxiv:2501.00001' || id === 'arxiv:2501.00002';
  const row = (over: Partial<Redirect>): Redirect => ({ id: 'title:0123456789ab', kind: 'moved', targets: ['arxiv:2501.00001'], date: '2025-04-01', reason: 'known', ...over });

  it.each([
    { title: 'a chain', redirects: [row({ targets: ['title:0123456789ac'] })], found: /no chains/ },
    { title: 'an id used twice', redirects: [row({}), row({})], found: /one row for an id/ },
    { title: 'an id that lives', redirects: [row({ id: 'arxiv:2501.00002' })], found: /no longer in papers/ },
    { title: 'a removal with a target', redirects: [row({ kind: 'removed' })], found: /no target/ },
    { title: 'a split in one', redirects: [row({ kind: 'split' })], found: /two targets/ },
    { title: 'a move to nothing', redirects: [row({ targets: [] })], found: /one target/ },
  ])('refuses $title', ({ redirects, found }) => {
    expect(() => checkRedirects(redirects, isPaper)).toThrow(found);
  });

  it('accepts a move, a split and a removal', () => {
    const redirects = [row({}), row({ id: 'title:0123456789ac', kind: 'split', targets: ['arxiv:2501.00001', 'arxiv:2501.00002'] }), row({ id: 'title:0123456789ad', kind: 'removed', targets: [] })];
    expect(() => checkRedirects(redirects, isPaper)).not.toThrow();
  });
});
