/** Whole sentences: what the extractor makes of the ways in which abstracts report results. */
import { describe, expect, it } from 'vitest';
import { extractMetrics } from '../../../pipeline/extract/metrics/metrics.ts';
import type { Metric } from '../../../schemas/types.ts';

const cases: readonly { readonly text: string; readonly results: readonly Partial<Metric>[] }[] = [
  { text: 'It reaches an FID of 1.24 on ImageNet 256×256.', results: [{ metric: 'fid', value: 1.24, unit: null, kind: 'absolute', dataset_id: 'imagenet_256', better: null }] },
  { text: 'We obtain 84.1% top-1 accuracy and 51.3% mIoU.', results: [{ metric: 'top1_accuracy', value: 84.1 }, { metric: 'miou', value: 51.3 }] },
  { text: 'It improves accuracy by 5.2% over BERT-base.', results: [{ metric: 'accuracy', value: 5.2, kind: 'difference', change: 'increase', better: true, baseline: 'BERT-base' }] },
  { text: 'It reduces latency by up to 60%.', results: [{ metric: 'latency', kind: 'relative', change: 'decrease', better: true, qualifier: 'at_most' }] },
  { text: 'Perplexity drops from 103.3 to 55.3.', results: [{ metric: 'perplexity', value: 103.3, kind: 'absolute', role: 'baseline' }, { metric: 'perplexity', value: 55.3, kind: 'absolute', role: 'proposed' }] },
  { text: 'Decoding is 2.4× faster than greedy decoding.', results: [{ metric: 'speedup', value: 2.4, unit: 'x', kind: 'ratio', change: 'increase', better: true, baseline: 'greedy decoding' }] },
  { text: 'It achieves 2.4× and 8.6× higher throughput.', results: [{ metric: 'throughput', value: 2.4, kind: 'ratio' }, { metric: 'throughput', value: 8.6, kind: 'ratio' }] },
  { text: 'It uses 40% fewer tokens.', results: [{ metric: 'tokens', value: 40, kind: 'relative', change: 'decrease' }] },
  { text: 'We reach 12.5 FPS on a phone.', results: [{ metric: 'fps', value: 12.5, kind: 'absolute' }] },
  { text: 'On COCO and ImageNet we gain 1.5% and 2.5% accuracy, respectively.', results: [{ value: 1.5, dataset_id: 'coco' }, { value: 2.5, dataset_id: 'imagenet' }] },
  { text: 'It scores 62.3% on SWE-bench Verified.', results: [{ metric: 'resolve_rate', value: 62.3, dataset_id: 'swe_bench_verified' }] },
  { text: 'The method outperforms prior work by 12%.', results: [{ metric: 'unspecified', kind: 'relative', change: 'increase' }] },
  { text: 'An accuracy of 300% is impossible.', results: [] },
  { text: 'A gain of 13.9% in mean absolute error is seen.', results: [{ metric: 'mae', kind: 'relative', change: 'decrease', better: true }] },
  { text: 'It is up to 11× faster on A and 16× on B.', results: [{ value: 11, qualifier: 'at_most' }, { value: 16, qualifier: 'at_most', metric: 'speedup' }] },
];

describe('extractMetrics', () => {
  it.each(cases)('$text', ({ text, results }) => {
    expect(extractMetrics(text, 'A Title')).toMatchObject(results);
  });

  it('takes the metric from the sentence before', () => {
    expect(extractMetrics('We report the word error rate. It falls from 5.1% to 3.2%.', 'T').map(({ metric }) => metric)).toEqual(['wer', 'wer']);
  });

  it('gives systems of a benchmark paper the role of others', () => {
    const abstract = 'We introduce FooBench, a benchmark of hard tasks. The best model reaches 42.5% accuracy.';
    expect(extractMetrics(abstract, 'FooBench: Hard Tasks')).toMatchObject([{ role: 'other', dataset: 'FooBench' }]);
  });

  it('points at the number and quotes its words', () => {
    const abstract = 'First. Then it reaches 84.1% accuracy on ImageNet.';
    const [metric] = extractMetrics(abstract, 'T');
    expect(abstract.slice(metric?.start, metric?.end)).toBe('84.1');
    expect(metric?.evidence).toContain('84.1% accuracy');
  });
});
