/** The scores of the extractor never fall: a better one raises its floor in floors.json. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotatedAbstractSchema, evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { matchResults } from '../../pipeline/evaluate/match.ts';
import { aMetric } from '../support/records.ts';
import floors from './floors.json' with { type: 'json' };

describe.each(Object.entries(floors))('%s', (file, floor) => {
  it.skipIf(!existsSync(file))('scores no less than its floor', () => {
    const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
    const { detect, core, full, links, codeStatus } = evaluate(lines.map((line) => annotatedAbstractSchema.parse(JSON.parse(line))));
    const found = { detect: detect.f1, core: core.f1, full: full.f1, links: links.f1, codeStatus };
    const fallen = Object.entries(found).filter(([name, share]) => 100 * share < Reflect.get(floor, name));
    expect(fallen).toEqual([]);
  });
});

describe('evaluate', () => {
  const gold = { id: 'x', title: 'T', abstract: 'We reach 84.1% accuracy on ImageNet.', code_status: 'none', links: [] };
  const result = { metric: 'accuracy', value: 84.1, unit: '%', kind: 'absolute', role: 'proposed', dataset: 'ImageNet', evidence: '84.1% accuracy' };

  it('scores a right prediction full, and a missed one nothing', () => {
    expect(evaluate([{ ...gold, results: [result] }])).toMatchObject({ full: { f1: 1 }, errors: [] });
    const missed = evaluate([{ ...gold, results: [result, { ...result, value: 3 }] }]);
    expect(missed.detect).toMatchObject({ precision: 1, recall: 0.5 });
    expect(missed.errors).toEqual(['x missed   accuracy 3 :: 84.1% accuracy']);
  });

  it('lets an optional result cost and earn nothing', () => {
    const evaluation = evaluate([{ ...gold, results: [{ ...result, optional: true }] }]);
    expect(evaluation).toMatchObject({ results: 0, predicted: 0 });
  });

  it('pairs equal values with those that agree in more fields', () => {
    const found = [aMetric({ metric: 'fid', value: 5 }), aMetric({ metric: 'accuracy', value: 5 })];
    expect(matchResults([{ ...result, value: 5 }, { ...result, metric: 'fid', value: 5 }], found)).toEqual([1, 0]);
  });
});
