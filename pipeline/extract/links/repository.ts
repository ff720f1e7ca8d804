/** Source repositories: which hosts keep them, and where in an address owner and name stand. */

export interface Repository {
  /** Root of the repository, without `.git`. */
  readonly repo: string;
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/** Hosts whose first two path parts are owner and name. */
const REPOSITORY_HOSTS: ReadonlySet<string> = new Set([
  'github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'gitee.com', 'git.sr.ht', 'gitcode.com', 'anonymous.4open.science',
]);
/** First path parts of GitHub that are no owners. */
const NO_OWNERS: ReadonlySet<string> = new Set(['about', 'features', 'orgs', 'sponsors', 'topics', 'search', 'marketplace', 'settings', 'apps']);
const NAME = /^[\w.~-]{1,100}$/;

/** The repository an address leads to, or into; null where it leads to none. */
export function parseRepository(url: string): Repository | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  if (!REPOSITORY_HOSTS.has(host)) return null;
  const [first = '', second = '', third = ''] = pathname.split('/').filter((part) => part !== '');
  const [owner, written] = host === 'anonymous.4open.science' ? ['anonymous', first === 'r' ? second : third || second] : [first, second];
  const name = written.replace(/\.git$/, '');
  if (!NAME.test(owner) || !NAME.test(name) || NO_OWNERS.has(owner)) return null;
  const root = host === 'anonymous.4open.science' ? `https://${host}/r/${name}` : `https://${host}/${owner}/${name}`;
  return { repo: root, host, owner, name };
}
