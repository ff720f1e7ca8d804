/** Links of a paper: those that its abstract holds and those that the listing gives beside it. */
import type { CodeStatus, Link } from '../../../schemas/types.ts';
import { kindOfUrl } from './classify.ts';
import { isFuture, sentenceAround } from './code-status.ts';
import { cleanUrl, findUrls } from './find-urls.ts';
import { parseRepository } from './repository.ts';

export { codeStatusOf } from './code-status.ts';

/** More addresses than this no abstract has; what follows is not read. */
const MOST_LINKS = 100;

/** The addresses in an abstract, in order, each once. */
export function extractLinks(abstract: string): readonly Link[] {
  const links = findUrls(abstract).slice(0, MOST_LINKS).map(({ url, start }) => {
    const around = sentenceAround(abstract, start);
    const kind = kindOfUrl(url, abstract.slice(Math.max(around.start, start - 300), start));
    return linkOf(url, kind, isFuture(around.sentence) ? 'promised' : 'available', 'abstract');
  });
  return eachOnce(links);
}

/** The links that a listing gives beside an entry: its repository and its project page. */
export function listingLinks(listing: { readonly repository: string | null; readonly project_page: string | null }): readonly Link[] {
  const links = [listing.repository, listing.project_page].flatMap((written): Link[] => {
    const url = written === null ? null : cleanUrl(written);
    return url === null ? [] : [linkOf(url, kindOfUrl(url, 'project page'), 'available', 'listing')];
  });
  return eachOnce(links);
}

/** One row for an address: that of the abstract stays, and is available where the listing has it. */
export function joinLinks(fromAbstract: readonly Link[], fromListing: readonly Link[]): readonly Link[] {
  const listed = new Set(fromListing.map(keyOf));
  const opened = fromAbstract.map((link): Link => (listed.has(keyOf(link)) ? { ...link, status: 'available' } : link));
  return eachOnce([...opened, ...fromListing]);
}

/** A repository in the listing makes code available, whatever the abstract says. */
export function joinCodeStatus(fromAbstract: CodeStatus, fromListing: readonly Link[]): CodeStatus {
  return fromListing.some((link) => link.kind === 'repo') ? 'available' : fromAbstract;
}

function linkOf(url: string, kind: Link['kind'], status: Link['status'], source: Link['source']): Link {
  const repository = kind === 'repo' ? parseRepository(url) : null;
  return {
    url,
    kind,
    repo: repository?.repo ?? null,
    repo_host: repository?.host ?? null,
    repo_owner: repository?.owner ?? null,
    repo_name: repository?.name ?? null,
    status,
    source,
  };
}

function eachOnce(links: readonly Link[]): readonly Link[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    const key = keyOf(link);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Two spellings of one address, or two addresses of one repository, have one key. */
function keyOf({ url, repo }: Link): string {
  return (repo ?? url).toLowerCase().replace(/\/$/, '').replace(/^http:/, 'https:');
}
