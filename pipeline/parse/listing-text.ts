/**
 * Reads `listing-text`: a listing page as plain text. Banner lines, a date, then title and abstract in turn, each a
 * block of its own between blank lines.
 */
import type { Reject } from '../../schemas/types.ts';
import type { ListingEntry, LoadedCapture, ParsedListing } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { decodeUtf8 } from './decode.ts';
import { bareEntry } from './entry.ts';
import { endsAsSentence, isDateLine, readsAs, splitBlocks, type Block } from './text-blocks.ts';

/** The date stands within this many blocks; after that a date is part of a paper. */
const LONGEST_BANNER = 20;

/** One place on the page: a paper's title and abstract, or the one of them that is there. */
interface Slot {
  readonly title: Block | null;
  readonly abstract: Block | null;
}

type Fault = Pick<Reject, 'field' | 'found' | 'expected'>;

/**
 * Reads a text rendering. A title without an abstract, an abstract without a title, one that is there twice, or one cut
 * off at the end of the page is a reject.
 * @throws DataError when the document is empty, not UTF-8, or has no date or no papers.
 */
export function parseListingText(capture: LoadedCapture): ParsedListing {
  const { capture_id, first_rank } = capture.sidecar;
  const where = `capture ${capture_id}`;
  const slots = pairBlocks(blocksBelowDate(splitBlocks(decodeUtf8(capture.content, where)), where));
  const entries: ListingEntry[] = [];
  const rejects: Reject[] = [];
  const faultOf = faultFinder(slots.length);
  for (const [index, slot] of slots.entries()) {
    const position = index + 1;
    const fault = faultOf(slot, position);
    if (fault !== null) rejects.push({ capture_id, stage: 'parse', position, ...fault });
    else if (slot.title !== null && slot.abstract !== null) {
      const place = { capture_id, position, rank: first_rank + index, origin: 'text' } as const;
      entries.push({ ...bareEntry(place, slot.title.text), abstract: slot.abstract.text });
    }
  }
  return { entries, rejects, unknownFields: new Map() };
}

function blocksBelowDate(blocks: readonly Block[], where: string): readonly Block[] {
  const date = blocks.slice(0, LONGEST_BANNER).findIndex(isDateLine);
  if (date === -1) {
    throw new DataError({
      where: `${where}, line ${blocks[0]?.line ?? 1}`,
      found: `"${quote(blocks[0]?.text ?? '')}" and no date below it`,
      expected: `a date such as "Mar 17" on a line of its own, within the first ${LONGEST_BANNER} blocks`,
      cure: 'Save the page from its top, with the blank lines between its parts.',
    });
  }
  const below = blocks.slice(date + 1);
  if (below.length > 0) return below;
  throw new DataError({
    where: `${where}, line ${blocks[date]?.line ?? 1}`,
    found: `nothing after the date "${blocks[date]?.text ?? ''}"`,
    expected: 'papers: title and abstract in turn',
    cure: 'Save the whole page.',
  });
}

/** Gives every title its abstract; what has no partner takes a place alone. */
function pairBlocks(blocks: readonly Block[]): readonly Slot[] {
  const slots: Slot[] = [];
  let title: Block | null = null;
  for (const block of blocks) {
    const kind = readsAs(block);
    if (kind === 'title' || (kind === 'either' && title === null)) {
      if (title !== null) slots.push({ title, abstract: null });
      title = block;
    } else {
      slots.push({ title, abstract: block });
      title = null;
    }
  }
  if (title !== null) slots.push({ title, abstract: null });
  return slots;
}

/** A check of slots in page order, which remembers the titles and abstracts it has met. */
function faultFinder(slotCount: number): (slot: Slot, position: number) => Fault | null {
  const met = new Map<string, number>();
  return (slot, position) => {
    const { title, abstract } = slot;
    const fault =
      repeated('title', title, met) ?? repeated('abstract', abstract, met) ?? missing(slot) ?? cutOff(abstract, position === slotCount);
    for (const block of [title, abstract]) if (block !== null) met.set(block.text, block.line);
    return fault;
  };
}

function repeated(field: 'title' | 'abstract', block: Block | null, met: ReadonlyMap<string, number>): Fault | null {
  const first = block === null ? undefined : met.get(block.text);
  if (block === null || first === undefined) return null;
  return { field, found: `line ${block.line} repeats line ${first}: "${quote(block.text)}"`, expected: `every ${field} once` };
}

function missing({ title, abstract }: Slot): Fault | null {
  if (abstract === null) {
    return { field: 'abstract', found: `none for the title on line ${title?.line}: "${quote(title?.text ?? '')}"`, expected: 'an abstract below the title' };
  }
  if (title !== null) return null;
  return { field: 'title', found: `none for the abstract on line ${abstract.line}: "${quote(abstract.text)}"`, expected: 'a title above the abstract' };
}

function cutOff(abstract: Block | null, isLast: boolean): Fault | null {
  if (!isLast || abstract === null || endsAsSentence(abstract.text)) return null;
  return {
    field: 'abstract',
    found: `line ${abstract.line} ends with "${abstract.text.slice(-40)}"`,
    expected: 'a last abstract that ends as a sentence does: the page looks cut off',
  };
}
