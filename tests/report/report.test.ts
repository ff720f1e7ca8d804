/** The report: figures counted right, every result in it once, and nothing of a text but its text. */
import { describe, expect, it } from 'vitest';
import { barTable, columnChart } from '../../pipeline/report/charts.ts';
import { escapeHtml, linkTo } from '../../pipeline/report/escape.ts';
import { countPapers } from '../../pipeline/report/figure-counts.ts';
import { FigureGatherer, MOST_PAPERS_IN_CONTEXT, shownPapers } from '../../pipeline/report/figures.ts';
import { metricRow } from '../../pipeline/report/metric-row.ts';
import { reportDocument } from '../../pipeline/report/page.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Paper } from '../../schemas/types.ts';
import { aMetric, aPaper } from '../support/records.ts';

const manifest: Manifest = {
  name: 'trending-papers', dataset_version: '1.2.3', schema_version: '1.0.0', generated_from: { captures: 1, newest_captured_at: '2025-03-17T00:00:00Z' },
  licence: 'CC0', counts: { papers: 2, metrics: 3, links: 0, appearances: 2, captures: 1, redirects: 0, corrections: 0, metric_types: 1, benchmarks: 1 }, rejects: 0, files: [],
};

function gather(papers: readonly Paper[]): FigureGatherer {
  const gatherer = new FigureGatherer();
  // Two segments, as counts of both must add up.
  for (const part of [papers.slice(0, 1), papers.slice(1)]) gatherer.add(countPapers(part), shownPapers(part));
  return gatherer;
}

describe('figures', () => {
  const abstract = 'We reach 84% accuracy. It is 2x faster.';
  const results = [aMetric({ metric: 'accuracy', value: 84, start: 9, end: 11, evidence: '84% accuracy' }), aMetric({ metric: 'speedup', kind: 'ratio', value: 2, start: 29, end: 30, evidence: '2x faster' })];
  const papers = [
    aPaper({ id: 'arxiv:2411.00001', published_on: '2024-11-02', first_listed_on: '2024-11-03', upvotes: 4, code_status: 'available', abstract, metrics: results }),
    aPaper({ id: 'arxiv:2502.00001', published_on: '2025-02-01', first_listed_on: '2024-11-05', upvotes: 9, code_status: 'none', metrics: [] }),
  ];
  const figures = gather(papers).figures();

  it('count papers by month, with the months between', () => {
    expect(figures.papersByMonth).toEqual([{ name: '2024-11', value: 1 }, { name: '2024-12', value: 0 }, { name: '2025-01', value: 0 }, { name: '2025-02', value: 1 }]);
  });

  it('give the median of upvotes, kinds, metrics and code', () => {
    expect(figures.upvotesByMonth).toEqual([{ name: '2024-11', value: 6.5 }]);
    expect(figures.kinds).toEqual([{ name: 'absolute', value: 1 }, { name: 'ratio', value: 1 }]);
    expect(figures.metrics.map(({ name }) => name)).toEqual(['accuracy', 'speedup']);
    expect(figures.codeStatus).toEqual([{ name: 'available', value: 1 }, { name: 'promised', value: 0 }, { name: 'none', value: 1 }]);
  });

  it('show every result once, its number marked, and say what is left out', () => {
    const page = String(reportDocument(manifest, figures).content);
    expect([...page.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => match[1])).toEqual(['84', '2']);
    expect(page).toContain('<mark>84</mark>% accuracy.');
    const many = gather(Array.from({ length: MOST_PAPERS_IN_CONTEXT + 3 }, () => papers[0] ?? aPaper({}))).figures();
    expect([many.inContext.length, many.leftOut]).toEqual([MOST_PAPERS_IN_CONTEXT, 3]);
    expect(String(reportDocument(manifest, many).content)).toContain('3 older ones are left out');
  });
});

describe('the page', () => {
  const hostile = `</script><script>alert(1)</script><img src=x onerror='a' "b">&\u202e\u0000`;

  it('shows hostile text as text', () => {
    const paper = aPaper({ title: hostile, abstract: `${hostile} 84%`, metrics: [aMetric({ start: hostile.length + 1, end: hostile.length + 3, system: hostile, baseline: hostile, dataset: hostile, task: hostile, unit: hostile, evidence: hostile })] });
    const page = String(reportDocument(manifest, gather([paper]).figures()).content);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(/[\p{Cf}\p{Cc}]/u.test(page.replaceAll('\n', ''))).toBe(false);
  });

  it('loads nothing from elsewhere', () => {
    const page = String(reportDocument(manifest, gather([aPaper({})]).figures()).content);
    expect(page).not.toMatch(/(?:src|@import|url\()\s*=?\s*["']?https?:/);
    expect(page).toContain("default-src 'none'");
  });

  it('is whole for a release without papers', () => {
    expect(String(reportDocument(manifest, gather([]).figures()).content)).toContain('0 results');
  });
});

describe('pieces', () => {
  it('link only to http addresses', () => {
    expect(linkTo('javascript:alert(1)', 'x')).toBe('x');
    expect(linkTo('https://a.b/?q="', 'x')).toBe('<a href="https://a.b/?q=&quot;" rel="noopener noreferrer">x</a>');
  });

  it('keep joined emoji and show what turns text', () => {
    expect(escapeHtml('👩\u200d💻 a\u202eb\tc')).toBe('👩\u200d💻 a\ufffdb\tc');
  });

  it('cut long sentences around the number', () => {
    const abstract = `We ${'very '.repeat(100)}reach 84 in ${'quite '.repeat(100)}all.`;
    const start = abstract.indexOf('84');
    const row = metricRow(aMetric({ start, end: start + 2, confidence: 0.5 }), abstract);
    expect(row).toContain('<mark>84</mark>');
    expect(row).toContain('class="low"');
    expect(row.length).toBeLessThan(1500);
  });

  it('sum up what does not fit a table, and name every column of a chart', () => {
    const figures = Array.from({ length: 20 }, (_, index) => ({ name: `n${index}`, value: 1 }));
    expect(barTable('c', 'h', figures)).toContain('5 others');
    expect(columnChart('c', figures).match(/<title>/g)).toHaveLength(20);
  });
});
