/** A segment: a run of papers that were merged, corrected, validated and encoded, ready to be put into a release. */
import { correctPaper, type CorrectionRow } from '../curate/corrections.ts';
import { SegmentPartsMaker, type SegmentParts } from '../emit/segment-parts.ts';
import type { MergedPaper } from '../merge/merge-paper.ts';
import { countPapers, type FigureCounts } from '../report/figure-counts.ts';
import { shownPapers, type ShownPapers } from '../report/figures.ts';
import { validatePaper } from '../validate/validate.ts';
import type { Correction, Paper, Reject } from '../../schemas/types.ts';

export interface Segment {
  readonly parts: SegmentParts;
  /** Of the papers in it. */
  readonly ids: readonly string[];
  /** Papers that were set aside. */
  readonly rejects: readonly Reject[];
  /** Corrections that were applied, paper after paper. */
  readonly corrections: readonly Correction[];
  /** For the report. */
  readonly counts: FigureCounts;
  readonly shown: ShownPapers;
}

/**
 * Corrects, validates and encodes `merged`, in the order of their ids.
 * @throws DataError where a correction does not fit, or a record does not fit the formats.
 */
export async function makeSegment(merged: Iterable<MergedPaper>, correctionsOf: (paperId: string) => readonly CorrectionRow[]): Promise<Segment> {
  const maker = new SegmentPartsMaker();
  const papers: Paper[] = [];
  const rejects: Reject[] = [];
  const applied: Correction[] = [];
  for (const { paper: asMerged, appearances, origin } of merged) {
    const { paper, corrections } = correctPaper(asMerged, correctionsOf(asMerged.id));
    const refused = validatePaper(paper, origin);
    rejects.push(...refused);
    if (refused.length > 0) continue;
    applied.push(...corrections);
    maker.add(paper, appearances);
    papers.push(paper);
  }
  return {
    parts: await maker.take(),
    ids: papers.map(({ id }) => id),
    rejects,
    corrections: applied,
    counts: countPapers(papers),
    shown: shownPapers(papers),
  };
}
