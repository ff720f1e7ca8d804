/** The steps of the extractor, each by a table of cases. */
import { describe, expect, it } from 'vitest';
import { baselineNear, findComparisons } from '../../../pipeline/extract/metrics/baseline.ts';
import { contextOf } from '../../../pipeline/extract/metrics/context.ts';
import { findDatasetMentions } from '../../../pipeline/extract/metrics/dataset-mentions.ts';
import { freeMetric } from '../../../pipeline/extract/metrics/free-metric.ts';
import { findNames } from '../../../pipeline/extract/metrics/names.ts';
import { findNumbers } from '../../../pipeline/extract/metrics/numbers.ts';
import { measuresOthers } from '../../../pipeline/extract/metrics/paper-type.ts';
import { qualifierOf } from '../../../pipeline/extract/metrics/qualifier.ts';
import { splitSentences } from '../../../pipeline/extract/metrics/sentences.ts';
import { subjectOf } from '../../../pipeline/extract/metrics/subject.ts';
import { systemOf } from '../../../pipeline/extract/metrics/system.ts';
import { findTasks } from '../../../pipeline/extract/metrics/task.ts';
import { unitAfter } from '../../../pipeline/extract/metrics/units.ts';

describe('splitSentences', () => {
  it.each([
    ['One. Two.', ['One. ', 'Two.']],
    ['A gain of 2.5 points. It is.', ['A gain of 2.5 points. ', 'It is.']],
    ['Models, e.g. GPT, vs. Others. End', ['Models, e.g. GPT, vs. Others. ', 'End']],
    ['"Quoted." Then', ['"Quoted." ', 'Then']],
    ['no end', ['no end']],
    ['', []],
  ])('%j', (text, parts) => {
    const sentences = splitSentences(text);
    expect(sentences.map(({ start }, index) => text.slice(start, sentences[index + 1]?.start ?? text.length))).toEqual(parts);
  });
});

describe('unitAfter', () => {
  it.each([
    ['% on', '%'],
    [' percent', '%'],
    [' percentage points', 'points'],
    ['-point gain', 'points'],
    ['% points', 'points'],
    [' accuracy points', 'points'],
    ['× faster', 'x'],
    ['x higher', 'x'],
    [' times faster', 'x'],
    ['-fold', 'x'],
    ['*GPU utilization', 'x'],
    [' ms', 'ms'],
    ['s latency', 's'],
    [' tokens/s', 'tokens/s'],
    [' images per second', 'images/s'],
    [' FPS', 'FPS'],
    [' dB PSNR', 'dB'],
    [' times a day', null],
    [' papers', null],
    ['xyz', null],
    ['', null],
  ])('%j is %s', (after, unit) => {
    expect(unitAfter(after)?.unit ?? null).toBe(unit);
  });
});

describe('findNumbers', () => {
  it.each([
    ['84.1% accuracy', [[84.1, null, '%']]],
    ['1.48x-12.1x', [[1.48, 12.1, 'x']]],
    ['10–20× faster', [[10, 20, 'x']]],
    ['5% to 8%', [[5, 8, '%']]],
    ['from 5% to 8%', [[5, null, '%'], [8, null, '%']]],
    ['ranging from 5% to 8%', [[5, 8, '%']]],
    ['11.0 ± 1.3 points', [[11, null, 'points']]],
    ['1,234.5 tokens/s', [[1234.5, null, 'tokens/s']]],
    ['twice as fast', [[2, null, 'x']]],
    ['three times fewer', [[3, null, 'x']]],
    ['two orders of magnitude', [[100, null, 'x']]],
    ['halving the memory', [[50, null, '%']]],
    ['no number', []],
  ])('%j', (sentence, expected) => {
    expect(findNumbers(sentence).map(({ value, value_high, unit }) => [value, value_high, unit])).toEqual(expected);
  });

  it('tells sign and uncertainty', () => {
    expect(findNumbers('+6.2 points')[0]).toMatchObject({ sign: '+', value: 6.2 });
    expect(findNumbers('a 71.2 ± 0.4% accuracy')[0]).toMatchObject({ uncertainty: 0.4, unit: '%' });
  });
});

describe('numbers that are no results', () => {
  it.each([
    'GPT-4 and CIFAR-10 are names.',
    'A 7B model with 32 layers and 128K context.',
    'We use 12 datasets and 3 languages in 2024.',
    'Images of 256×256 pixels are used.',
    'The difference is significant (p < 0.05).',
    'It ranks first on 9 out of 10 tasks.',
    'A 10-day forecast in Section 3.',
    'We train on 8×A100 GPUs with a 24GB memory.',
    'A threshold of 0.5 is used.',
    'It has (1) a loss and (2) a model.',
  ])('%s', (text) => {
    expect(contextOf({ text, start: 0 }, subjectOf('', '')).numbers.map(({ value }) => value)).toEqual([]);
  });
});

describe('qualifierOf', () => {
  it.each([
    ['up to ', 'at_most'],
    ['as much as ', 'at_most'],
    ['less than ', 'at_most'],
    ['over ', 'at_least'],
    ['more than ', 'at_least'],
    ['exceeding ', 'at_least'],
    ['about ', 'approx'],
    ['~', 'approx'],
    ['an average of ', 'exact'],
    ['(9.87=>', 'exact'],
  ])('%j', (before, qualifier) => {
    expect(qualifierOf(before, '% of')).toBe(qualifier);
  });
});

describe('baselineNear', () => {
  it.each([
    ['outperforms FlashAttention-2 by 2.3x', 'FlashAttention-2'],
    ['2.4x faster than greedy decoding on A', 'greedy decoding'],
    ['a gain of 3% over the vanilla MAE, with', 'vanilla MAE'],
    ['5% higher than other methods', null],
    ['Compared with Foo, Bar gains 5%', 'Foo'],
    ['beats its tuned counterpart (+5) and surpasses Foo-2.5 by 3', 'tuned counterpart'],
    ['surpassing the strongest baseline, ReFoo, by 4%', 'ReFoo'],
    ['accelerates linear attention by 2x', 'linear attention'],
    ['improves the throughput of baseline systems by 3x', 'baseline systems'],
    ['a gain of 5%', null],
  ])('%j', (sentence, baseline) => {
    const [number] = contextOf({ text: sentence, start: 0 }, subjectOf('', '')).numbers;
    expect(number === undefined ? undefined : baselineNear(sentence, number, findComparisons(sentence))).toBe(baseline);
  });
});

describe('findNames', () => {
  it.each([
    ['Our Foo-2 beats Claude 3.5 Sonnet and vLLM.', ['Foo-2', 'Claude 3.5 Sonnet', 'vLLM']],
    ['Experiments on LiveCodeBench V5 show gains.', ['LiveCodeBench V5']],
    ["SiT's 9.17 against flan-ul2", ['SiT', 'flan-ul2']],
    ['We find that models fail.', []],
  ])('%j', (sentence, names) => {
    expect(findNames(sentence).map(({ text }) => text)).toEqual(names);
    for (const { text, start, end } of findNames(sentence)) expect(sentence.slice(start, end)).toBe(text);
  });
});

describe('subjectOf', () => {
  it.each([
    ['We introduce FooBar, a new attention.', 'FooBar: Attention', ['FooBar'], null],
    ['We propose a framework for skills (LSK). Our method wins.', 'On skills', ['LSK'], null],
    ['We introduce FooBench, a benchmark of 12 tasks. The best model reaches 42%.', 'FooBench: A Benchmark', [], 'FooBench'],
    ['Nothing is named.', 'Nothing', [], null],
  ])('%j', (abstract, title, systems, benchmark) => {
    expect(subjectOf(abstract, title)).toMatchObject({ systems, benchmark });
  });
});

describe('freeMetric', () => {
  it.each([
    ['reduces attention sink mass by ', '× overall', 'attention_sink_mass'],
    ['a ', '% consensus stability is kept', 'consensus_stability'],
    ['up to ', '% reduction in the number of relocations', 'relocations'],
    ['a gain of ', '% over the baseline', null],
    ['at a ratio of ', ' here', null],
  ])('%j N %j', (before, after, id) => {
    expect(freeMetric(before, after.replace(/^[%×]/, ''))).toBe(id);
  });
});

describe('systemOf', () => {
  it.each([
    ['FooNet reaches 84%.', 'FooNet', 'FooNet'],
    ['FooNet-XL reaches 84%.', 'FooNet', 'FooNet-XL'],
    ['Our method reaches 84%.', 'FooNet', 'FooNet'],
    ['Our method reaches 84%.', null, null],
  ])('%j of %j', (sentence, own, system) => {
    const title = own === null ? 'On things' : `${own}: A Model`;
    const context = contextOf({ text: sentence, start: 0 }, subjectOf(sentence, title));
    const [number] = context.numbers;
    expect(number === undefined ? undefined : systemOf(number, 'proposed', context)).toBe(system);
  });

  it.each([
    ['compared to 37.5% for GPT-4o', 'GPT-4o'],
    ["than SiT's 9.17 FID", 'SiT'],
    ['while Grok-4 achieves 28% accuracy', 'Grok-4'],
    ['than the baseline at 28% accuracy', null],
  ])('of another: %j', (sentence, system) => {
    const context = contextOf({ text: sentence, start: 0 }, subjectOf(sentence, ''));
    const [number] = context.numbers;
    expect(number === undefined ? undefined : systemOf(number, 'baseline', context)).toBe(system);
  });
});

describe('findTasks', () => {
  it.each([
    ['gains in object detection and code generation', ['object detection', 'code generation']],
    ['gains in reasoning', []],
  ])('%j', (sentence, tasks) => {
    expect(findTasks(sentence).map(({ text }) => text)).toEqual(tasks);
  });
});

describe('findDatasetMentions', () => {
  it.each([
    ['reaches 84% on ImageNet at 256×256', ['ImageNet at 256×256'], ['imagenet_256']],
    ['on SWE-bench Verified and MATH-500', ['SWE-bench Verified', 'MATH-500'], ['swe_bench_verified', 'math_500']],
    ['62% on NewBench-X here', ['NewBench-X'], [null]],
    ['a gain on six reasoning benchmarks', ['six reasoning benchmarks'], [null]],
    ['faster on NVIDIA GPUs', [], []],
    ['66% on LiveCodeBench V5', ['LiveCodeBench V5'], [null]],
    ['FID of 14 on ImageNet at 128 * 128', ['ImageNet at 128 * 128'], ['imagenet_128']],
    ['gains on three benchmarks: FooQA, Foo-2, and BarSet', ['FooQA', 'Foo-2', 'BarSet'], [null, null, null]],
    ['25% (MIMIC-CXR), 8% (FooNet)', ['MIMIC-CXR', 'FooNet'], ['mimic_cxr', null]],
    ['it improves Foo@256K from 65% to 76%', ['Foo@256K'], [null]],
    ['evaluated on Qwen2.5-7B models', [], []],
  ])('%j', (sentence, names, ids) => {
    const found = findDatasetMentions(sentence, []);
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});

describe('measuresOthers', () => {
  it.each([
    ['We introduce FooBench, a benchmark of 12 tasks. The best model reaches 42%.', 'FooBench: A Benchmark', true],
    ['We propose Foo, a new attention method. Our method reaches 42%.', 'Foo: Attention', false],
    ['We propose a framework and a benchmark. Our approach wins.', 'Foo', false],
  ])('%s', (abstract, title, measures) => {
    expect(measuresOthers(abstract, title)).toBe(measures);
  });
});
