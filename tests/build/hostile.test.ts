/** Whatever a listing holds: every entry becomes a paper that is fit to release, or is set aside; nothing gets in between. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../pipeline/merge/merge-context.ts';
import { readListing } from '../../pipeline/build/shard.ts';
import { canonicalRows } from '../../pipeline/emit/canonical-row.ts';
import { mergePaper } from '../../pipeline/merge/merge-paper.ts';
import { DataError } from '../../pipeline/shared/errors.ts';
import { validatePaper } from '../../pipeline/validate/validate.ts';
import { columnsOf } from '../../schemas/columns.ts';
import { paperSchema } from '../../schemas/paper.ts';
import { captureOf } from '../parse/captures.ts';
import { madeItem } from '../parse/made-pages.ts';

const NASTY = ['__proto__', 'constructor', '\u0000', '\ud800', '\u202eabc', '=cmd|x', '../../etc/passwd', '<script>', '{"a":1}', 'NaN', '-0', '1e999', '9.9x,9.9x', '((((', '%%%%', '100%', 'from 5 to 5', 'ImageNet 256x256', 'FID of 1.2', '\r\n', '💡', ' ', ''];

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((parts) => parts.join(' ')));
const value: fc.Arbitrary<unknown> = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 3 }));

type Fields = readonly (readonly [string, unknown])[];

const outerFields = fc.array(fc.tuple(fc.constantFrom('title', 'summary', 'publishedAt', 'numComments', 'paper', 'thumbnail', 'extra'), value), { maxLength: 3 });
const INNER = ['id', 'title', 'summary', 'authors', 'upvotes', 'publishedAt', 'githubRepo', 'projectPage', 'ai_summary', 'ai_keywords', '__proto__'];
const innerFields = fc.array(fc.tuple(fc.constantFrom(...INNER), value), { maxLength: 4 });
const item = fc.tuple(fc.nat(99), outerFields, innerFields).map((parts) => outOfShape(...parts));

/** A made-up item with some of its fields, outer and inner, put out of shape. */
function outOfShape(index: number, outer: Fields, inner: Fields): object {
  const made = madeItem(index);
  const paper = { ...Object(made['paper']), ...Object.fromEntries(inner) };
  return { ...made, paper, ...Object.fromEntries(outer) };
}

describe('a hostile listing', () => {
  const context = contextOf({ sidecars: [captureOf('listing-json', Buffer.from('[]')).sidecar], identities: [], redirects: [] });
  const canonical = canonicalRows('papers', columnsOf(paperSchema));

  it('gives papers that fit, or reasons', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      const read = readListing(captureOf('listing-json', Buffer.from(JSON.stringify(items))));
      const positions = new Set([...read.records.map(({ position }) => position), ...read.rejects.map(({ position }) => position)]);
      expect(positions.size).toBe(items.length);
      const merged = read.records.map((record) => mergePaper(record.arxiv_id === null ? `title:${record.title_key}` : `arxiv:${record.arxiv_id}`, [record], context));
      const fit = merged.filter(({ paper, origin }) => validatePaper(paper, origin).length === 0);
      expect(fit.map(({ paper }) => canonical(paper).json).join('').isWellFormed()).toBe(true);
    }), { numRuns: 2_000 });
    expect(Object.prototype).not.toHaveProperty('abc');
  });

  it.each([
    ['a list in a list, a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a record in a record, fifty thousand deep', `[{"paper":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]`],
    ['a million entries that are none', `[${'0,'.repeat(999_999)}0]`],
  ])('of %s is set aside or refused, and soon', { timeout: 60_000 }, (_, json) => {
    let outcome = 'read';
    try {
      const { records, rejects } = readListing(captureOf('listing-json', Buffer.from(json)));
      expect(records).toEqual([]);
      expect(rejects.length).toBeGreaterThan(0);
    } catch (error) {
      outcome = error instanceof DataError ? 'read' : String(error);
    }
    expect(outcome).toBe('read');
  });
});
