/** The report of a release as one page that needs nothing else. */
import type { Manifest } from '../../schemas/manifest.ts';
import { METRIC_KINDS } from '../../schemas/metric.ts';
import type { Document } from '../emit/document.ts';
import { barTable, columnChart } from './charts.ts';
import { escapeHtml, linkTo } from './escape.ts';
import type { Figures } from './figures.ts';
import type { ReportedPaper } from './metric-row.ts';
import { SCRIPT, STYLE } from './style.ts';

/** `report.html` of a release: what is in it, in figures, and every result in its sentence. */
export function reportDocument(manifest: Manifest, figures: Figures): Document {
  const body = [headOf(manifest), chartsOf(figures), resultsOf(figures)].join('\n');
  return {
    path: 'report.html',
    content: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>trending-papers ${escapeHtml(manifest.dataset_version)}: report</title>
<style>${STYLE}</style>
</head>
<body>
${body}
<script>${SCRIPT}</script>
</body>
</html>
`,
  };
}

function headOf({ dataset_version, schema_version, generated_from, counts, rejects }: Manifest): string {
  const shown = [['papers', counts.papers], ['results', counts.metrics], ['links', counts.links], ['appearances', counts.appearances], ['captures', counts.captures], ['rejects', rejects]] as const;
  const captured = generated_from.newest_captured_at === null ? '' : ` The newest capture is of ${escapeHtml(generated_from.newest_captured_at.slice(0, 10))}.`;
  return `<header>
<h1>trending-papers ${escapeHtml(dataset_version)}</h1>
<p class="soft">Schema ${escapeHtml(schema_version)}.${captured} Results are what abstracts claim, read by rules; they are no leaderboard of everything in the papers.</p>
<ul class="counts">${shown.map(([name, value]) => `<li><strong>${value ?? 0}</strong>${name}</li>`).join('')}</ul>
</header>`;
}

function chartsOf({ papersByMonth, upvotesByMonth, kinds, metrics, benchmarks, codeStatus }: Figures): string {
  const upvotes = upvotesByMonth.length === 0 ? '' : columnChart('Median upvotes of a paper, by month first listed', upvotesByMonth);
  return `<main>
<h2>Papers</h2>
<div class="grid wide">${columnChart('Papers by month of publication', papersByMonth)}${upvotes}${barTable('Papers by what they say of code', 'code status', codeStatus)}</div>
<h2>Results</h2>
<div class="grid">${barTable('Results by kind', 'kind', kinds)}${barTable('Most reported metrics', 'metric', metrics)}${barTable('Most named benchmarks and data sets', 'benchmark', benchmarks)}</div>`;
}

function resultsOf({ inContext, leftOut, metrics }: Figures): string {
  const rows = inContext.reduce((sum, paper) => sum + paper.rows.length, 0);
  const without = leftOut === 0 ? '' : ` Only the newest ${inContext.length} papers with results are shown; ${leftOut} older ones are left out here, and are in the tables.`;
  return `<h2>Every result in its sentence</h2>
<p>The number is marked in the words it was read from; rows with a tinted background have a low confidence: their metric was inferred.${without}</p>
<form hidden>
<label>words<input name="words" type="search" autocomplete="off"></label>
<label>kind<select name="kind"><option value="">any</option>${METRIC_KINDS.map((kind) => `<option>${kind}</option>`).join('')}</select></label>
<label>metric<select name="metric"><option value="">any</option>${metrics.map(({ name, value }) => `<option value="${escapeHtml(name)}">${escapeHtml(name)} (${value})</option>`).join('')}</select></label>
<output aria-live="polite">${rows} results</output>
</form>
${inContext.map(articleOf).join('\n')}
</main>`;
}

function articleOf({ id, title, url, published_on, rows }: ReportedPaper): string {
  const when = published_on === null ? '' : `<time datetime="${published_on}">${published_on}</time>`;
  return `<article><header><h3>${linkTo(url, title)}</h3><span class="soft">${escapeHtml(id)} ${when}</span></header><table><thead class="unseen"><tr><th scope="col">value</th><th scope="col">metric</th><th scope="col">in context</th><th scope="col">details</th></tr></thead><tbody>${rows.join('')}</tbody></table></article>`;
}
