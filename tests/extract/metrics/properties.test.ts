/** What must hold of the extractor on any text: it never throws, its offsets are true, its time is linear. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAbstract } from '../../../pipeline/extract/extract.ts';
import { extractMetrics } from '../../../pipeline/extract/metrics/metrics.ts';
import { RULES } from '../../../pipeline/validate/rules.ts';
import { metricSchema } from '../../../schemas/metric.ts';
import { cleanAbstract } from '../../../pipeline/normalize/text/clean.ts';
import { aPaper } from '../../support/records.ts';

const piece = fc.constantFrom(
  'We reach ', '84.1%', ' accuracy', ' on ImageNet', ', ', ' and ', '2.4×', ' faster', ' than ', 'GPT-4', ' from 1.2 to 3.4', ' FID', ' by ', 'up to ', '(', ')', '. ', '10-20x', '±', ' 0.3',
  ' respectively', 'twice', ' halving the memory', ' 1e9', '9.9x,', '/', '~', ' points', ' an order of magnitude', '\ud83d\ude00', '  ', ';', '+', '-', '% of the tokens', ' vs. ', '5%-8%', ' B', 'K', '→',
  ' fivefold', ' three-fold faster', ' two times faster', ' three orders of magnitude', ' doubles the throughput', ' by half', ' half the cost', ' tripling memory', ' 1,234.5', ' improves accuracy', ' reduces latency', ' by a factor of 20',
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')));

describe('extractMetrics on any text', () => {
  it('gives rows of the schema whose offsets and evidence are true', () => {
    const property = fc.property(text, (raw) => {
      const abstract = cleanAbstract(raw);
      for (const metric of extractMetrics(abstract, 'A Title')) {
        expect(metricSchema.safeParse(metric).error).toBeUndefined();
        expect(metric.start).toBeLessThan(metric.end);
        expect(metric.end).toBeLessThanOrEqual(abstract.length);
      }
      // The rules that a build sets papers aside by: numbers where offsets say, evidence word for word, changes by kind.
      const paper = aPaper({ abstract: abstract === '' ? null : abstract, metrics: [...extractMetrics(abstract, 'A Title')] });
      expect(RULES.flatMap((rule) => rule.check(paper))).toEqual([]);
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it.each(['9.9x,', '(', '1 ', '84.1% accuracy and ', 'from 1 to ', 'ImageNet ', 'http://', '. A', 'up to ', '5%/'])('takes linear time on %s, over and over', (part) => {
    const began = performance.now();
    extractAbstract(part.repeat(100_000 / part.length), 'A Title');
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
