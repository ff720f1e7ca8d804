/** Cleaning of real listings, where the folder of captures beside the repository is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanAbstract, cleanTitle, countRepairs } from '../../../pipeline/normalize/text/clean.ts';

const CAPTURES = path.join(import.meta.dirname, '../../../../shared/captures');
const DAILY = path.join(CAPTURES, 'daily');
const LISTING = path.join(CAPTURES, 'listing-2025-03-17.txt');
const days = z.array(z.object({ paper: z.object({ title: z.string(), summary: z.string() }) }));

/** Residue that has one reading; words that only look like it are not matched. */
const CERTAIN_RESIDUE = /\\[%&$#_]|\d\\?times(?![a-z])|\d times \d|text(?:bf|it|tt)\{|``|\d--\d|[a-z]{2}~[A-Z(]|\{this https|rightarrow|\*\*/;
const ADDRESSES = /https?:\/\/[^\s{}]{1,500}/g;

function dailyTexts(): readonly string[] {
  return readdirSync(DAILY)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => days.parse(JSON.parse(readFileSync(path.join(DAILY, name), 'utf8'))))
    .flatMap(({ paper }) => [paper.title, paper.summary]);
}

function listingTexts(): readonly string[] {
  return readFileSync(LISTING, 'utf8').split(/\n\n/);
}

function rates(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [rule, times] of countRepairs(text)) counts.set(rule, (counts.get(rule) ?? 0) + times);
  }
  return counts;
}

describe.skipIf(!existsSync(DAILY) || !existsSync(LISTING))('real listings', () => {
  it('come out with no certain residue, their addresses, and nothing left to clean', () => {
    for (const raw of [...dailyTexts(), ...listingTexts()]) {
      const cleaned = cleanAbstract(raw);
      expect(cleaned).not.toMatch(CERTAIN_RESIDUE);
      expect(cleanTitle(cleaned)).toBe(cleaned);
      const addresses = [...raw.matchAll(ADDRESSES)].map(([address]) => address.replace(/\/$/, ''));
      expect(addresses.filter((address) => !address.includes('\\') && !cleaned.includes(address))).toEqual([]);
    }
  });

  it('keep a text without residue as it is, but for its white space', () => {
    for (const raw of dailyTexts().filter((text) => countRepairs(text).size === 0)) {
      expect(cleanAbstract(raw)).toBe(raw.replaceAll(/\s+/g, ' ').trim());
    }
  });

  it('need the repairs that were read one by one in their context', () => {
    expect(Object.fromEntries(rates(listingTexts()))).toEqual({
      abbreviation: 1,
      diaeresis: 1,
      'double-quotes': 4,
      'escaped-sign': 1,
      greek: 1,
      'link-words': 1,
      logarithm: 2,
      'plus-minus': 1,
      'sized-brackets': 2,
      'times-after-variable': 1,
      'times-glued': 12,
    });
  });
});
