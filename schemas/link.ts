import { z } from 'zod';
import { httpUrl, text } from './primitives.ts';

export const LINK_KINDS = ['repo', 'project_page', 'model', 'dataset', 'demo', 'paper', 'other'] as const;
export const LINK_STATUSES = ['available', 'promised'] as const;
export const LINK_SOURCES = ['abstract', 'listing'] as const;

/** One address a paper gives, in its abstract or through the listing. */
export const linkSchema = z.strictObject({
  url: httpUrl.describe('The address, cleaned: no trailing punctuation, no `{this https URL}` tail, no tracking parameters.'),
  kind: z.enum(LINK_KINDS).describe('What the address leads to.'),
  repo: httpUrl.nullable().describe('Root of the source repository, `https://HOST/OWNER/NAME`; only for kind `repo`.'),
  repo_host: text.nullable().describe('Host of the repository, such as `github.com`; only for kind `repo`.'),
  repo_owner: text.nullable().describe('Owner of the repository; only for kind `repo`.'),
  repo_name: text.nullable().describe('Name of the repository; only for kind `repo`.'),
  status: z.enum(LINK_STATUSES).describe('Whether the text gives the address as open now or promises it.'),
  source: z.enum(LINK_SOURCES).describe('Where the address was found: in the abstract, or beside it in the listing.'),
});
