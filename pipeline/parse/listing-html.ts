/**
 * Reads `listing-html`: a list page of huggingface.co/papers. Its hydration data first, which holds what the API gives;
 * where that is missing or broken, its cards. Of 2025 no whole page was at hand, and of 2026 none but `/papers/trending`:
 * what is not known to be there is not asked for.
 */
import type { LoadedCapture, ParsedListing } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { CARD_SELECTOR, readCards } from './cards.ts';
import { propsSchema, readHydration, searchedFor, type Hydration, type Props } from './hydration.ts';
import { readItems } from './listing-json.ts';
import { loadPage } from './page.ts';
import { countUnknownFields } from './unknown-fields.ts';

/**
 * Reads a page; the origin of its entries says whether they are from the hydration data (`props`) or the cards (`card`).
 * @throws DataError when the page holds neither, or is damaged as a document.
 */
export function parseListingHtml(capture: LoadedCapture): ParsedListing {
  const where = `capture ${capture.sidecar.capture_id}`;
  const page = loadPage(capture.content, where);
  const hydration = readHydration(page);
  const items = hydration.props === null ? null : listedItems(hydration.props, capture.sidecar.list === 'search');
  if (hydration.props !== null && items !== null) {
    const list = readItems(items, capture, 'props');
    return { ...list, unknownFields: new Map([...unknownProps(hydration.raw), ...list.unknownFields]) };
  }
  const cards = readCards(page, capture);
  if (cards.entries.length + cards.rejects.length > 0) return cards;
  throw new DataError({
    where,
    found: `${faultOf(hydration)} and no card, on a page titled "${quote(page('title').first().text())}"`,
    expected: `hydration data or cards (${CARD_SELECTOR})`,
    cure: 'Look at what the page is: a challenge, an error or another page. If it is a list, its layout is new.',
  });
}

/**
 * The items that the page shows: what a search found, where something was searched for, else the list. The list is no
 * stand-in for what a search found.
 */
function listedItems(props: Props, isSearch: boolean): readonly unknown[] | null {
  const items = isSearch || searchedFor(props) !== null ? props.searchResults : props.dailyPapers;
  return items ?? null;
}

function faultOf(hydration: Hydration): string {
  return hydration.props === null ? hydration.fault : 'hydration data without a list';
}

function unknownProps(raw: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  countUnknownFields(propsSchema, raw, counts, 'props');
  return counts;
}
