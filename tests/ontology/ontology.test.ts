import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadOntology } from '../../pipeline/ontology/ontology.ts';

const ontology = loadOntology();

describe('metric types', () => {
  it.each([
    ['higher', ['accuracy', 'top1_accuracy', 'f1', 'precision', 'recall', 'auroc', 'map', 'miou', 'dice', 'psnr', 'ssim', 'bleu', 'rouge', 'inception_score', 'clip_score', 'win_rate', 'success_rate', 'resolve_rate', 'pass_at_1', 'mos', 'r2', 'speedup', 'throughput', 'fps', 'elo', 'reward', 'sharpe_ratio']],
    ['lower', ['fid', 'fvd', 'kid', 'lpips', 'perplexity', 'bits_per_dim', 'wer', 'cer', 'mse', 'rmse', 'mae', 'mape', 'error_rate', 'hallucination_rate', 'ade', 'fde', 'chamfer_distance', 'latency', 'runtime', 'training_time', 'memory', 'cost', 'energy', 'flops', 'regret', 'eer', 'mpjpe']],
  ])('run %s for %j', (direction, ids) => {
    expect(ids.map((id) => [id, ontology.metricTypeOf(id)?.direction])).toEqual(ids.map((id) => [id, direction]));
  });

  it('have every id that annotated results use, but for metrics of one paper', () => {
    const ids = readFileSync('tests/gold/listing-2025-03-17.jsonl', 'utf8').trim().split('\n').flatMap((line) => JSON.parse(line).results.map(({ metric }: { metric: string }) => metric));
    const unknown = new Set(ids.filter((id) => id !== 'unspecified' && ontology.metricTypeOf(id) === undefined));
    expect(unknown.size).toBeLessThanOrEqual(2);
  });
});

describe('surfaces of metrics', () => {
  it.each([
    ['FID of 1.2', 'fid'],
    ['word error rate', 'wer'],
    ['word-error rates', 'wer'],
    ['top-1 accuracy', 'top1_accuracy'],
    ['Top 1 accuracies', 'top1_accuracy'],
    ['mIoU', 'miou'],
    ['success rates', 'success_rate'],
    ['peak memory', 'memory'],
    ['fidelity', 'fidelity'],
  ])('%s', (text, id) => {
    expect(ontology.metricsBySurface.matchAt(text, 0)?.id).toBe(id);
  });

  it('begin and end at words, and keep the case of acronyms', () => {
    expect(ontology.metricsBySurface.matchAt('xFID', 1)).toBeNull();
    expect(ontology.metricsBySurface.matchAt('is', 0)).toBeNull();
  });
});

describe('datasetIdOf', () => {
  const NAMES: Readonly<Record<string, readonly string[]>> = {
    imagenet_256: ['ImageNet-256', 'ImageNet 256×256', 'ImageNet 256x256', 'ImageNet 256*256', 'ImageNet at 256×256', 'the ImageNet 256 benchmark'],
    coco: ['MS COCO', 'MS-COCO', 'COCO', 'the COCO dataset', 'MSCOCO'],
    aime_2024: ['AIME24', 'AIME 2024', 'AIME2024', 'AIME-24'],
    video_mme: ['Video-MME', 'VideoMME'],
    swe_bench_verified: ['SWE-bench Verified'],
    math_500: ['MATH-500'],
    librispeech: ['LibriSpeech'],
  };

  it.each(Object.entries(NAMES).flatMap(([id, names]) => names.map((name) => ({ name, id }))))('$name is $id', ({ name, id }) => {
    expect(ontology.datasetIdOf(name)).toBe(id);
  });

  it('knows no name that no table has', () => {
    expect([ontology.datasetIdOf('No Such Benchmark'), ontology.datasetIdOf('')]).toEqual([null, null]);
  });

  it('takes linear time on a hostile name', () => {
    const began = performance.now();
    ontology.datasetIdOf('ImageNet ('.repeat(10_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('betterOf', () => {
  it.each([
    ['fid', 'decrease', true],
    ['fid', 'increase', false],
    ['accuracy', 'decrease', false],
    ['accuracy', 'increase', true],
    ['speedup', 'increase', true],
    ['latency', 'decrease', true],
    ['accuracy', null, null],
    ['no_such_metric', 'increase', null],
  ] as const)('%s %s: %s', (metric, change, better) => {
    expect(ontology.betterOf(metric, change)).toBe(better);
  });
});

describe('isPossible', () => {
  it.each([
    ['accuracy', 84.1, '%', true],
    ['accuracy', 300, '%', false],
    ['fid', -1, null, false],
    ['latency', 0.84, 's', true],
    ['no_such_metric', 1e9, null, true],
  ] as const)('%s %s %s: %s', (metric, value, unit, possible) => {
    expect(ontology.isPossible(metric, value, unit)).toBe(possible);
  });
});

describe('the tables', () => {
  it('are sorted by id, each id once, and every usual metric is known', () => {
    for (const rows of [ontology.metricTypes, ontology.benchmarks]) {
      const ids = rows.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].toSorted());
    }
    const usual = ontology.benchmarks.flatMap(({ usual_metric }) => usual_metric ?? []);
    expect(usual.filter((id) => ontology.metricTypeOf(id) === undefined)).toEqual([]);
  });
});
