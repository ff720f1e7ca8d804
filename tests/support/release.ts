/** Small releases for tests, written by the emitter itself. */
import { emitRelease, type ReleaseRows } from '../../pipeline/emit/release.ts';
import { SegmentPartsMaker, type SegmentParts } from '../../pipeline/emit/segment-parts.ts';
import type { Appearance, Capture, Paper } from '../../schemas/types.ts';
import { aMetric, aPaper, aSidecar } from './records.ts';
import { temporaryDirectory } from './temporary.ts';

export const ABSTRACT = 'FooNet reaches 84.1% accuracy on ImageNet.';

export function aCapture(over: Partial<Capture> = {}): Capture {
  return { ...aSidecar(), entries: 2, rejected: 0, ...over };
}

/** Rows of a release by table, but for those that are nested in papers. */
export interface TableRows extends Omit<ReleaseRows, 'segments'> {
  readonly papers: readonly Paper[];
  readonly appearances: readonly Appearance[];
}

/** Papers as one segment, each with the appearances that are its own. */
export async function* segmentOf({ papers, appearances }: Pick<TableRows, 'papers' | 'appearances'>): AsyncGenerator<SegmentParts> {
  const maker = new SegmentPartsMaker();
  for (const paper of papers) maker.add(paper, appearances.filter(({ paper_id }) => paper_id === paper.id));
  yield await maker.take();
}

/** Rows of a whole release of two papers, with what a test is about laid over them. */
export function releaseRows(over: Partial<TableRows> = {}): TableRows {
  const metric = aMetric({ dataset: 'ImageNet', dataset_id: 'imagenet', start: 15, end: 19, evidence: '84.1% accuracy' });
  return {
    papers: [
      aPaper({ id: 'arxiv:2501.00001', arxiv_id: '2501.00001', title: '=SUM(A1) é 💡', abstract: ABSTRACT, metrics: [metric], published_on: '2025-01-02', published_precision: 'day', upvotes: 3, ai_keywords: ['a', 'b'] }),
      aPaper({ id: 'arxiv:2501.00002', arxiv_id: '2501.00002', aliases: ['title:0123456789ab'] }),
    ],
    appearances: [{ paper_id: 'arxiv:2501.00001', capture_id: 'a-capture', list: 'daily', period: '2025-03-17', rank: 1, upvotes: 3, num_comments: null, captured_at: '2025-03-17T08:00:00Z' }],
    captures: [aCapture()],
    redirects: [{ id: 'title:0123456789ab', kind: 'moved', targets: ['arxiv:2501.00002'], date: '2025-03-18', reason: 'its arXiv id is known now' }],
    corrections: [],
    metric_types: [{ id: 'accuracy', name: 'Accuracy', aliases: ['acc'], direction: 'higher', unit: '%', range_low: 0, range_high: 100, domain: 'general' }],
    benchmarks: [{ id: 'imagenet', name: 'ImageNet', aliases: [], usual_metric: 'accuracy', tasks: ['Image Classification'], papers: 3 }],
    rejects: [],
    ...over,
  };
}

/** Writes such a release into a new folder; gives the folder. */
export async function aRelease(over: Partial<TableRows> = {}, datasetVersion = '1.0.0'): Promise<string> {
  const directory = await temporaryDirectory();
  const rows = releaseRows(over);
  await emitRelease({ ...rows, segments: segmentOf(rows) }, { directory, datasetVersion, generatedFrom: { captures: 1, newest_captured_at: '2025-03-17T08:00:00Z' }, licence: 'CC0 1.0' });
  return directory;
}
