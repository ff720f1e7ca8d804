/** The terms of the data, as the manifest, the Parquet footers and the documents of a release state them. */
export const RELEASE_LICENCE =
  'CC0-1.0 for titles, abstracts and other arXiv metadata, and for the facts read from them; names of benchmarks in part from leaderboard data under CC-BY-SA-4.0';
