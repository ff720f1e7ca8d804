/** The canonical id of a benchmark from the words that an abstract uses for it. */
import type { Matcher } from './matcher.ts';

/** Words around the name of a benchmark that do not change which one it is. */
const FRAME_WORDS = new Set(
  ('the a an our official standard popular widely-used challenging full original benchmark benchmarks dataset datasets data set sets ' +
    'test testing val valid validation dev train training split splits subset task tasks challenge leaderboard suite ' +
    'test-dev test-std testdev minival test-clean test-other test-set at of on resolution generation classification').split(' '),
);
const LONGEST_NAME = 200;

/**
 * A function from a name as written to a benchmark's id: the whole name, or what is left of it when words such as
 * `the`, `dataset` and `validation set` and a note in parentheses are taken off; null for an unknown name.
 */
export function datasetIdFinder(benchmarks: Matcher): (written: string) => string | null {
  return (written) => {
    if (written.length > LONGEST_NAME) return null;
    const words = withoutNote(written).trim().split(/\s/).filter((word) => word !== '');
    return benchmarks.idOf(written.trim()) ?? benchmarks.idOf(words.join(' ')) ?? benchmarks.idOf(core(words).join(' '))
      ?? benchmarks.idOf(words.filter((word) => !isFrame(word)).join(' '));
  };
}

function withoutNote(written: string): string {
  const open = written.indexOf('(');
  return open > 0 && written.trimEnd().endsWith(')') ? written.slice(0, open) : written;
}

/** `words` without the frame words at both ends. */
function core(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isFrame(word));
  const last = words.findLastIndex((word) => !isFrame(word));
  return first < 0 ? [] : words.slice(first, last + 1);
}

function isFrame(word: string): boolean {
  return FRAME_WORDS.has(word.toLowerCase());
}
