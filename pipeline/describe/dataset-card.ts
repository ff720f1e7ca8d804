/** `README.md` of a release: a Hugging Face dataset card, so that the folder can be pushed to the Hub as it is. */
import type { Manifest } from '../../schemas/manifest.ts';
import { TABLES } from '../../schemas/tables.ts';
import { PROJECT } from './project.ts';

/** Classes of size that the Hub knows, by the rows they end at. */
const SIZES = [[1_000, 'n<1K'], [10_000, '1K<n<10K'], [100_000, '10K<n<100K'], [1_000_000, '100K<n<1M'], [10_000_000, '1M<n<10M']] as const;

/** The card of a release. */
export function datasetCard(manifest: Manifest): string {
  return `${frontMatter(manifest)}\n${prose(manifest)}`;
}

/** Tables without rows are left out: there is nothing of them to show, and readers guess their types wrong. */
function frontMatter({ counts }: Manifest): string {
  const shown = TABLES.filter(({ name }) => (counts[name] ?? 0) > 0);
  const configs = shown.flatMap(({ name }, index) => configOf(name, index === 0));
  return [
    '---',
    'license: cc0-1.0',
    'language:',
    '- en',
    `pretty_name: ${JSON.stringify('Trending Papers')}`,
    'size_categories:',
    `- ${sizeOf(Math.max(...Object.values(counts).map((rows) => rows ?? 0)))}`,
    'tags:',
    ...['tabular', 'text', 'arxiv', 'papers', 'benchmarks', 'metrics'].map((tag) => `- ${tag}`),
    ...(configs.length === 0 ? [] : ['configs:', ...configs]),
    '---',
    '',
  ].join('\n');
}

function configOf(table: string, isFirst: boolean): readonly string[] {
  const lines = [`- config_name: ${table}`, '  data_files:', '  - split: train', `    path: ${table}.parquet`];
  return isFirst ? lines.toSpliced(1, 0, '  default: true') : lines;
}

function sizeOf(rows: number): string {
  return SIZES.find(([end]) => rows < end)?.[1] ?? '10M<n<100M';
}

function prose({ dataset_version, schema_version, generated_from, counts }: Manifest): string {
  const tables = TABLES.map(({ name, description }) => `| \`${name}\` | ${counts[name] ?? 0} | ${description} |`).join('\n');
  const captured = generated_from.newest_captured_at === null ? '' : `, captured up to ${generated_from.newest_captured_at.slice(0, 10)}`;
  return `# Trending Papers ${dataset_version}

${PROJECT.summary}

${PROJECT.caveat} Schema ${schema_version}; made from ${generated_from.captures} captures${captured}.

| table | rows | |
| --- | --: | --- |
${tables}

Each table is here as JSON (a document), NDJSON, CSV and Parquet, with the same records. DATA_DICTIONARY.md describes every field,
\`schemas/\` has them as JSON Schema, report.html shows what is in the release and each result in its sentence.

## How to read it

\`\`\`python
import pandas as pd, polars as pl
papers = pd.read_parquet('papers.parquet')
metrics = pl.read_parquet('metrics.parquet')
\`\`\`

\`\`\`python
from datasets import load_dataset
metrics = load_dataset('.', 'metrics', split='train')   # in this folder; on the Hub its name there
\`\`\`

\`\`\`sql
-- DuckDB
SELECT p.title, m.value, m.dataset, m.evidence FROM 'metrics.parquet' m JOIN 'papers.parquet' p ON p.id = m.paper_id WHERE m.metric = 'fid' ORDER BY m.value;
\`\`\`

\`\`\`python
spark.read.parquet('metrics.parquet').groupBy('metric').count().show()   # Apache Spark
\`\`\`

## How far to trust it

Titles, abstracts, dates and listings are as the captures show them; each paper is here once, and an id never vanishes: see the table
\`redirects\`. Results are read by rules. \`evidence\` holds the words, \`start\` and \`end\` the place of the number in \`abstract\`, and
\`confidence\` is low where the metric is not named but inferred. Names of systems, tasks and data sets are absent where the sentence
names none. A number is what the abstract claims; nothing was measured again.

To check a download: \`sha256sum -c SHA256SUMS\`, or \`npx trending-papers verify .\` for all that the release promises.

## Terms, citation, removal

See LICENSE-DATA.md and CITATION.cff. To have a record corrected or taken out, open an issue at ${PROJECT.repository}/issues.
`;
}
