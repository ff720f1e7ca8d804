/** What every description of the dataset says of it: the one source of its title, words, makers and licences. */

export const PROJECT = {
  name: 'trending-papers',
  title: 'Trending Papers: machine-learning papers and the results their abstracts report',
  summary:
    'Papers that trend in machine learning, every one once: title, abstract, repositories, when it was listed, and every result that its abstract reports, typed (metric, value, unit, kind, baseline, data set) with the words it was read from.',
  caveat: 'Results are claims in abstracts, read by rules; they are no leaderboard of everything that papers report.',
  repository: 'https://github.com/trending-papers/trending-papers',
  keywords: ['machine learning', 'papers', 'arXiv', 'benchmarks', 'results', 'metrics', 'trends'],
  author: 'The trending-papers maintainers',
} as const;

export const DATA_LICENCE = {
  spdx: 'CC0-1.0',
  title: 'CC0 1.0 Universal',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;

/** The text of LICENSE-DATA.md, in a release and in the checkout. */
export const DATA_LICENCE_TEXT = `# Terms of the data

What is in a release comes from different hands, and not all of it is ours to give terms for.

| what | terms |
| --- | --- |
| Titles, abstracts, authors and dates of arXiv papers | arXiv metadata, which arXiv gives out under CC0 1.0 |
| What was read from them here: links, code status, results, data sets, offsets, identifiers | CC0 1.0: use it for anything, without asking |
| \`metric_types\`, and \`benchmarks\` but for what the next line names | CC0 1.0 |
| Names, usual metrics and tasks of benchmarks from public leaderboard data up to 2023, in \`benchmarks\` | CC BY-SA 4.0 |
| Upvotes, comments, stars, organisations, machine-written summaries and keywords | facts and texts as the listing showed them, under the terms of its site; we claim no right in them and can grant none |
| The code that made the release | MIT |

CC0 1.0 Universal: ${DATA_LICENCE.url}

## How to cite

Name the dataset, its version and the address ${PROJECT.repository}; CITATION.cff has it in a form that tools read. Credit for a
result belongs to its paper: cite that too.

## How to have something taken out or corrected

Open an issue at ${PROJECT.repository}/issues with the id of the record and what is wrong. Authors may ask that a paper
be taken out; no reason is needed. The next release leaves it out and keeps a tombstone: its id in the table \`redirects\`, with
kind \`removed\`, and nothing else of it.
`;
