import { z } from 'zod';
import { linkSchema } from './link.ts';
import { metricSchema } from './metric.ts';
import { arxivId, count, date, httpUrl, paperId, text } from './primitives.ts';

export const CODE_STATUSES = ['available', 'promised', 'none'] as const;
export const DATE_PRECISIONS = ['day', 'month'] as const;

/** One paper, as JSON and Parquet hold it. Lists are never null; what is absent is null. */
export const paperSchema = z.strictObject({
  id: paperId.describe('Stable id: `arxiv:2501.00663`, or `title:` and 12 hex digits where no arXiv id is known.'),
  aliases: z.array(paperId).describe('Ids this paper had in earlier releases.'),
  title: text.describe('Title, cleaned.'),
  abstract: text.nullable().describe('Abstract, cleaned; null where every listing of the paper gave none.'),
  arxiv_id: arxivId.nullable().describe('arXiv id without a version.'),
  url: httpUrl.nullable().describe('Where to read the paper.'),
  authors: z.array(text).describe('Names of the authors, in order, as the listing gives them.'),
  organization: text.nullable().describe('Organization that the listing names.'),
  ai_summary: text.nullable().describe("The listing's machine-written summary."),
  ai_keywords: z.array(text).describe("The listing's machine-written keywords."),
  project_page: httpUrl.nullable().describe('Project page that the listing gives.'),
  upvotes: count.nullable().describe('Upvotes in the newest capture that shows them.'),
  num_comments: count.nullable().describe('Comments in the newest capture that shows them.'),
  github_stars: count.nullable().describe('Stars of the repository in the newest capture that shows them.'),
  published_on: date.nullable().describe('Day of first publication; the first day of the month where only that is known.'),
  published_precision: z.enum(DATE_PRECISIONS).nullable().describe('Whether published_on is known to the day or to the month.'),
  first_listed_on: date.describe('First day on which a listing showed the paper.'),
  last_listed_on: date.describe('Last day on which a listing showed the paper.'),
  code_status: z.enum(CODE_STATUSES).describe('What the abstract and the listing say of code: available, promised, or nothing.'),
  links: z.array(linkSchema).describe('Addresses of the paper: table links.'),
  metrics: z.array(metricSchema).describe('Results the abstract reports: table metrics.'),
});
