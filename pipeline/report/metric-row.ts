/** A result in its sentence, the number marked: a maintainer sees a wrong one at a glance. */
import type { Metric } from '../../schemas/types.ts';
import { splitSentences } from '../extract/metrics/sentences.ts';
import { escapeHtml } from './escape.ts';

/** A paper as the report shows it: its rows are HTML already, so that its abstract need not be kept. */
export interface ReportedPaper {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string | null;
  readonly rows: readonly string[];
}

/** Characters of context on each side of a number, where its sentence is longer. */
const WIDEST_SIDE = 260;
/** Below this the extractor inferred what the text does not name. */
const LOW_CONFIDENCE = 0.7;
const QUALIFIER_SIGNS = { exact: '', approx: '≈ ', at_least: '≥ ', at_most: '≤ ' } as const;

/** The table row of one result of `abstract`. */
export function metricRow(metric: Metric, abstract: string): string {
  const isLow = metric.confidence < LOW_CONFIDENCE;
  return [
    `<tr data-kind="${metric.kind}" data-metric="${metric.metric}"${isLow ? ' class="low"' : ''}>`,
    `<td class="value">${escapeHtml(valueOf(metric))}</td>`,
    `<td><code>${metric.metric}</code><span class="kind">${metric.kind}${changeOf(metric)}</span></td>`,
    `<td class="context">${inContext(metric, abstract)}</td>`,
    `<td><dl>${detailsOf(metric)}</dl></td>`,
    '</tr>',
  ].join('');
}

function valueOf({ qualifier, value, value_high, unit, uncertainty }: Metric): string {
  const range = value_high === null ? '' : `–${value_high}`;
  const spread = uncertainty === null ? '' : ` ± ${uncertainty}`;
  const behind = unit === null ? '' : unit === 'x' ? '×' : unit === '%' ? '%' : ` ${unit}`;
  return `${QUALIFIER_SIGNS[qualifier]}${value}${range}${spread}${behind}`;
}

function changeOf({ change, better }: Metric): string {
  if (change === null) return '';
  const verdict = better === null ? '' : better ? ', better' : ', worse';
  return ` ${change === 'increase' ? '↑' : '↓'}<span class="${better === false ? 'worse' : 'better'}">${verdict}</span>`;
}

function inContext({ start, end }: Metric, abstract: string): string {
  const sentence = splitSentences(abstract).findLast((candidate) => candidate.start <= start);
  const sentenceStart = sentence?.start ?? 0;
  const sentenceEnd = Math.max(end, sentenceStart + (sentence?.text.length ?? 0));
  const from = Math.max(sentenceStart, start - WIDEST_SIDE);
  const to = Math.min(sentenceEnd, end + WIDEST_SIDE);
  const before = `${from > sentenceStart ? '… ' : ''}${abstract.slice(from, start)}`;
  const after = `${abstract.slice(end, to)}${to < sentenceEnd ? ' …' : ''}`;
  return `${escapeHtml(before)}<mark>${escapeHtml(abstract.slice(start, end))}</mark>${escapeHtml(after)}`;
}

function detailsOf({ role, system, baseline, dataset, dataset_id, task, confidence }: Metric): string {
  const known = dataset === null ? null : dataset_id === null ? dataset : `${dataset} (${dataset_id})`;
  const details = [['of', system === null ? role : `${system} (${role})`], ['against', baseline], ['on', known], ['task', task], ['confidence', confidence.toFixed(2)]] as const;
  return details.map(([name, value]) => (value === null ? '' : `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`)).join('');
}
