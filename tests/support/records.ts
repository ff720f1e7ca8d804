/** Records for tests: whole and valid, with what a test is about laid over them. */
import type { Metric, Paper, Sidecar } from '../../schemas/types.ts';
import type { ExtractedEntry } from '../../pipeline/records.ts';

export function aSidecar(over: Partial<Sidecar> = {}): Sidecar {
  return {
    capture_id: 'a-capture',
    kind: 'listing-json',
    source: 'a listing',
    url: null,
    list: 'daily',
    period: '2025-03-17',
    first_rank: 1,
    captured_at: '2025-03-17T08:00:00Z',
    captured_precision: 'second',
    media_type: 'application/json',
    bytes: 2,
    sha256: '0'.repeat(64),
    etag: null,
    last_modified: null,
    licence: 'CC0 1.0',
    ...over,
  };
}

export function anEntry(over: Partial<ExtractedEntry> = {}): ExtractedEntry {
  return {
    capture_id: 'a-capture',
    position: 1,
    rank: 1,
    origin: 'api',
    arxiv_id: '2501.00663',
    title: 'A Title',
    title_key: '0123456789ab',
    abstract: 'An abstract.',
    authors: ['Ada', 'Grace'],
    organization: null,
    ai_summary: null,
    ai_keywords: [],
    project_page: null,
    github_stars: null,
    upvotes: 3,
    num_comments: null,
    published_on: '2025-01-02',
    published_precision: 'day',
    listed_on: '2025-03-17',
    seen_on: '2025-03-17',
    listing_links: [],
    code_status: 'none',
    links: [],
    metrics: [],
    ...over,
  };
}

export function aMetric(over: Partial<Metric> = {}): Metric {
  return {
    metric: 'accuracy',
    metric_text: 'accuracy',
    value: 84.1,
    value_high: null,
    unit: '%',
    qualifier: 'exact',
    kind: 'absolute',
    change: null,
    better: null,
    role: 'proposed',
    system: null,
    baseline: null,
    dataset: null,
    dataset_id: null,
    task: null,
    uncertainty: null,
    evidence: '84.1% accuracy',
    start: 8,
    end: 13,
    confidence: 0.9,
    ...over,
  };
}

export function aPaper(over: Partial<Paper> = {}): Paper {
  return {
    id: 'arxiv:2501.00663',
    aliases: [],
    title: 'A Title',
    abstract: 'It gets 84.1% accuracy.',
    arxiv_id: '2501.00663',
    url: 'https://arxiv.org/abs/2501.00663',
    authors: [],
    organization: null,
    ai_summary: null,
    ai_keywords: [],
    project_page: null,
    upvotes: null,
    num_comments: null,
    github_stars: null,
    published_on: null,
    published_precision: null,
    first_listed_on: '2025-03-17',
    last_listed_on: '2025-03-17',
    code_status: 'none',
    links: [],
    metrics: [],
    ...over,
  };
}
