/** Full-text search over titles and abstracts, ranked by BM25; the index is made at the first search. */
import { lazy } from '../pipeline/shared/lazy.ts';
import type { Paper } from './records.ts';
import { papers } from './tables.ts';

export interface SearchHit {
  readonly paper: Paper;
  /** Above 0; comparable within one search only. */
  readonly score: number;
}

export interface SearchOptions {
  /** Hits at most (20). */
  readonly limit?: number;
}

interface Index {
  /** For each word: the papers that hold it, and how often. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly lengths: readonly number[];
  readonly meanLength: number;
}

/** The usual parameters: how soon further occurrences stop to count, and how much length counts. Source: Robertson and Zaragoza, 2009. */
const K1 = 1.2;
const B = 0.75;
/** A word of a title says more of a paper than one of its abstract. */
const TITLE_WEIGHT = 3;
const DEFAULT_LIMIT = 20;
const WORD = /[\p{L}\p{N}]+/gu;

/** The papers that hold words of `query`, the best first; ties in the order of the release. */
export function searchPapers(query: string, { limit = DEFAULT_LIMIT }: SearchOptions = {}): readonly SearchHit[] {
  const scores = new Map<number, number>();
  for (const word of new Set(wordsOf(query))) addScores(scores, word, index());
  const ranked = [...scores].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  return ranked.flatMap(([at, score]) => {
    const paper = papers.all()[at];
    return paper === undefined ? [] : [{ paper, score }];
  });
}

function addScores(scores: Map<number, number>, word: string, { postings, lengths, meanLength }: Index): void {
  const holders = postings.get(word) ?? new Map<number, number>();
  const rarity = Math.log(1 + (lengths.length - holders.size + 0.5) / (holders.size + 0.5));
  for (const [at, times] of holders) {
    const length = (lengths[at] ?? 0) / meanLength;
    scores.set(at, (scores.get(at) ?? 0) + (rarity * times * (K1 + 1)) / (times + K1 * (1 - B + B * length)));
  }
}

const index: () => Index = /* @__PURE__ */ lazy(() => {
  const postings = new Map<string, Map<number, number>>();
  const lengths = papers.all().map((paper, at) => {
    const weighted = [...wordsOf(paper.title).map((word) => [word, TITLE_WEIGHT] as const), ...wordsOf(paper.abstract ?? '').map((word) => [word, 1] as const)];
    for (const [word, weight] of weighted) {
      const holders = postings.get(word) ?? new Map<number, number>();
      holders.set(at, (holders.get(at) ?? 0) + weight);
      postings.set(word, holders);
    }
    return weighted.length;
  });
  return { postings, lengths, meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) };
});

/** Words in lower case, without accents; a plural s of a longer word is left out, so that `models` finds `model`. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(plain.matchAll(WORD), ([word]) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word));
}
