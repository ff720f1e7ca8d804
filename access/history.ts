/** How a paper trended. */
import type { Appearance } from './records.ts';
import { findPaper } from './find.ts';
import { appearances } from './tables.ts';

/** The appearances of a paper on captured lists, the oldest first; none for an id that no paper has. Takes what findPaper takes. */
export function trendingHistory(id: string): readonly Appearance[] {
  const paper = findPaper(id);
  if (paper === undefined) return [];
  return appearances.all().filter((appearance) => appearance.paper_id === paper.id).toSorted((a, b) => (a.captured_at < b.captured_at ? -1 : a.captured_at > b.captured_at ? 1 : a.rank - b.rank));
}
