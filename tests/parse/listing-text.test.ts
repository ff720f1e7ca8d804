/** Text renderings: titles and abstracts in turn below a date, and what is wrong with those that are not. */
import { describe, expect, it } from 'vitest';
import { parseListingText } from '../../pipeline/parse/listing-text.ts';
import { captureOf } from './captures.ts';

const ABSTRACT = 'We propose a method for a problem that many papers study, and it works better than what was there before on all that we tried.';
const OTHER = 'Models of language are large, and their cost is high; this paper makes both smaller, and says by how much in every case.';

function page(...blocks: readonly string[]): string {
  return ['A banner', 'Mar 17', ...blocks].join('\n\n');
}

function read(text: string): ReturnType<typeof parseListingText> {
  return parseListingText(captureOf('listing-text', text, { first_rank: 5 }));
}

describe('parseListingText', () => {
  it('reads titles and abstracts in turn, with their ranks', () => {
    const { entries, rejects } = read(page('First Title', ABSTRACT, 'Second Title', OTHER));
    expect(entries.map(({ title, abstract, rank, position }) => [title, abstract, rank, position])).toEqual([
      ['First Title', ABSTRACT, 5, 1],
      ['Second Title', OTHER, 6, 2],
    ]);
    expect(rejects).toEqual([]);
  });

  it.each([
    ['a title without an abstract', page('First Title', 'Second Title', OTHER), 'abstract'],
    ['an abstract twice', page('First Title', ABSTRACT, 'Second Title', ABSTRACT), 'abstract'],
    ['a title twice', page('First Title', ABSTRACT, 'First Title', OTHER), 'title'],
    ['a page cut off', page('First Title', ABSTRACT, 'Second Title', `${OTHER} ${ABSTRACT} ${OTHER}`.slice(0, 340)), 'abstract'],
  ])('sets aside %s', (_, text, field) => {
    const { entries, rejects } = read(text);
    expect(entries.length + rejects.length).toBe(2);
    expect(rejects.map((reject) => reject.field)).toEqual([field]);
  });

  it.each([
    ['an empty document', '', /found/],
    ['no date', ['A banner', 'Title', ABSTRACT].join('\n\n'), /a date such as "Mar 17"/],
    ['nothing below the date', page(), /nothing after the date/],
  ])('refuses %s', (_, text, told) => {
    expect(() => read(text)).toThrow(told);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseListingText(captureOf('listing-text', Buffer.from([0xff, 0xfe, 0x41])))).toThrow(/UTF-8/);
  });
});
