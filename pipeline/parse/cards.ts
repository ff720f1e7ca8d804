/**
 * The cards of a list page, for a page whose hydration data is missing or broken. Class names change with every layout,
 * so cards are told by tags and addresses alone: an `article` each, with `h3 a[href="/papers/ID"]` around the title.
 * Pages of 2026 render each card twice inside its article, for wide and narrow screens: the first of each fact counts.
 *
 * A card gives id, title, upvotes, comments, and on some pages organization, repository, stars and date. Its paragraph
 * is left alone: it may be the abstract or a machine's summary, and nothing on the card says which.
 */
import type { CheerioAPI } from 'cheerio/slim';
import type { Reject } from '../../schemas/types.ts';
import type { ListingEntry, LoadedCapture, ParsedListing } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { readCount, readDate } from './card-text.ts';
import { bareEntry, type EntryPlace } from './entry.ts';

export const CARD_SELECTOR = 'article h3 a[href^="/papers/"]';

/** Pages hold some 100 cards. */
const MOST_CARDS = 1_000;
const PAPER_HREF = /^\/papers\/(\d{4}\.\d{4,5})(?:[?#]|$)/;
const COMMENTS_HREF = /^\/papers\/\d{4}\.\d{4,5}#community$/;
const REPOSITORY_HREF = /^https:\/\/github\.com\//;
const ORGANIZATION_HREF = /^\/(?!papers$|login$|join$)[A-Za-z0-9][\w.-]{0,95}$/;

type Selection = ReturnType<CheerioAPI>;
type Fault = Pick<Reject, 'field' | 'found' | 'expected'>;

/** What a card says, as written. */
interface Card {
  readonly id: string | null;
  readonly title: string | null;
  readonly upvotes: string | null;
  readonly comments: string | null;
  readonly organization: string | null;
  readonly repository: string | null;
  readonly stars: string | null;
  readonly published: string | null;
}

/**
 * Reads the cards of `page`. A card without a title, or with a count that is no count, is a reject.
 * @throws DataError when there are more than any page has.
 */
export function readCards(page: CheerioAPI, { sidecar }: LoadedCapture): ParsedListing {
  const { capture_id, first_rank } = sidecar;
  const entries: ListingEntry[] = [];
  const rejects: Reject[] = [];
  for (const [index, card] of gatherCards(page, `capture ${capture_id}`).entries()) {
    const position = index + 1;
    const fault = faultOf(card);
    if (fault !== null) rejects.push({ capture_id, stage: 'parse', position, ...fault });
    else entries.push(entryOf(card, { capture_id, position, rank: first_rank + index, origin: 'card' }));
  }
  return { entries, rejects, unknownFields: new Map() };
}

/** The cards in page order, each paper once; a title that stands in no article is a card that tells nothing else. */
function gatherCards(page: CheerioAPI, where: string): readonly Card[] {
  const cards = new Map<string, Card>();
  for (const element of page('article, h3 a[href]').toArray()) {
    const selection = page(element);
    if (selection.parents('article').length > 0) continue;
    const card = selection.is('article') ? readArticle(page, selection) : readLoneTitle(selection);
    if (card.id !== null && !cards.has(card.id)) cards.set(card.id, card);
    if (cards.size > MOST_CARDS) {
      throw new DataError({ where, found: `more than ${MOST_CARDS} cards`, expected: 'a list page, of some 100' });
    }
  }
  return [...cards.values()];
}

function readLoneTitle(link: Selection): Card {
  const id = PAPER_HREF.exec(link.attr('href') ?? '')?.[1] ?? null;
  return { id, title: textOf(link), upvotes: null, comments: null, organization: null, repository: null, stars: null, published: null };
}

function readArticle(page: CheerioAPI, article: Selection): Card {
  const title = linkTo(page, article, 'h3 a[href]', PAPER_HREF);
  const mention = title ?? linkTo(page, article, 'a[href]', PAPER_HREF);
  const repository = linkTo(page, article, 'a[href]', REPOSITORY_HREF);
  return {
    id: PAPER_HREF.exec(mention?.attr('href') ?? '')?.[1] ?? null,
    title: textOf(title),
    upvotes: textOf(article.find('input[type="checkbox"]').first().parent()),
    comments: textOf(linkTo(page, article, 'a[href]', COMMENTS_HREF)),
    organization: textOf(linkTo(page, article, 'a[href]', ORGANIZATION_HREF)),
    repository: repository?.attr('href') ?? null,
    stars: textOf(repository?.find('span').last() ?? null),
    published: dateIn(page, article),
  };
}

function linkTo(page: CheerioAPI, article: Selection, selector: string, href: RegExp): Selection | null {
  const link = article.find(selector).toArray().find((element) => href.test(page(element).attr('href') ?? ''));
  return link === undefined ? null : page(link);
}

function dateIn(page: CheerioAPI, article: Selection): string | null {
  for (const span of article.find('span').toArray()) {
    const date = page(span).children().length === 0 ? readDate(page(span).text()) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The text of `selection` without comments, or null where there is none. */
function textOf(selection: Selection | null): string | null {
  return selection?.text().trim() || null;
}

function faultOf(card: Card): Fault | null {
  if (card.title === null) return { field: 'title', found: 'none', expected: `${CARD_SELECTOR} around the title of ${card.id}` };
  return countFault('upvotes', card.upvotes) ?? countFault('comments', card.comments);
}

function countFault(field: 'upvotes' | 'comments', written: string | null): Fault | null {
  if (written === null || readCount(written) !== null) return null;
  return { field, found: `"${quote(written)}"`, expected: 'a count such as 94, 3.29k or -' };
}

function entryOf(card: Card, place: EntryPlace): ListingEntry {
  return {
    ...bareEntry(place, card.title ?? ''),
    arxiv_id: card.id,
    organization: card.organization,
    repository: card.repository,
    github_stars: card.stars === null ? null : readCount(card.stars),
    upvotes: card.upvotes === null ? null : readCount(card.upvotes),
    num_comments: card.comments === null ? null : readCount(card.comments),
    published: card.published,
  };
}
