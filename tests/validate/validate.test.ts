import { describe, expect, it } from 'vitest';
import { RULES } from '../../pipeline/validate/rules.ts';
import { validatePaper } from '../../pipeline/validate/validate.ts';
import type { Paper } from '../../schemas/types.ts';
import { aMetric, aPaper } from '../support/records.ts';

const origin = { capture_id: 'a-capture', position: 4 };
const link = {
  url: 'https://github.com/a/b', kind: 'repo', repo: 'https://github.com/a/b', repo_host: 'github.com', repo_owner: 'a', repo_name: 'b', status: 'available', source: 'abstract',
} as const;

const refused: readonly { readonly title: string; readonly rule: string; readonly over: Partial<Paper>; readonly field: string }[] = [
  { title: 'an id of another paper', rule: 'identity', over: { arxiv_id: '2501.00664' }, field: 'arxiv_id' },
  { title: 'days in the wrong order', rule: 'dates', over: { first_listed_on: '2025-03-18' }, field: 'first_listed_on' },
  { title: 'a date without its precision', rule: 'dates', over: { published_on: '2025-01-01' }, field: 'published_precision' },
  { title: 'offsets behind the abstract', rule: 'metric-offsets', over: { metrics: [aMetric({ start: 90, end: 95 })] }, field: 'metrics.0.start' },
  { title: 'a value that is not what stands there', rule: 'metric-number', over: { metrics: [aMetric({ value: 85 })] }, field: 'metrics.0.value' },
  { title: 'evidence that is not in the abstract', rule: 'metric-evidence', over: { metrics: [aMetric({ evidence: '85% accuracy' })] }, field: 'metrics.0.evidence' },
  { title: 'a change of an absolute value', rule: 'metric-change', over: { metrics: [aMetric({ change: 'increase' })] }, field: 'metrics.0.change' },
  { title: 'a ratio without a change', rule: 'metric-change', over: { metrics: [aMetric({ kind: 'ratio' })] }, field: 'metrics.0.change' },
  { title: 'a range upside down', rule: 'metric-range', over: { metrics: [aMetric({ value_high: 1 })] }, field: 'metrics.0.value_high' },
  { title: 'a repository link without its repository', rule: 'link-repository', over: { links: [{ ...link, repo: null }] }, field: 'links.0.repo' },
  { title: 'a demo with a repository', rule: 'link-repository', over: { links: [{ ...link, kind: 'demo' }] }, field: 'links.0.repo' },
  { title: 'a malformed id', rule: 'schema', over: { id: 'arxiv:1' }, field: 'id' },
  { title: 'an empty title', rule: 'schema', over: { title: '' }, field: 'title' },
  { title: 'a lone surrogate', rule: 'schema', over: { title: 'a\ud800' }, field: 'title' },
];

describe('validatePaper', () => {
  it('lets a fit paper pass', () => {
    expect(validatePaper(aPaper({ metrics: [aMetric()], links: [link] }), origin)).toEqual([]);
  });

  it.each(refused)('refuses $title', ({ over, field }) => {
    const rejects = validatePaper(aPaper(over), origin);
    expect(rejects[0]).toMatchObject({ ...origin, stage: 'validate' });
    expect(rejects.map((reject) => reject.field.split(' ')[1])).toContain(field);
  });

  it('gives one reject for a paper with several faults', () => {
    expect(validatePaper(aPaper({ arxiv_id: '2501.00664', first_listed_on: '2025-03-18' }), origin)).toHaveLength(1);
  });

  it('has a case for every rule', () => {
    const named = new Set(refused.map(({ rule }) => rule));
    expect(RULES.filter((rule) => !named.has(rule.name))).toEqual([]);
  });
});
