/**
 * A page of huggingface.co/papers as a tree. `cheerio/slim` (htmlparser2) takes a seventh of the CPU of cheerio's default
 * (parse5) on a page of 0.9 MB. The two differ on missing `<tbody>`, on `<noscript>`, `<textarea>`, CRLF and misnested
 * inline elements, none of which the readers here look at.
 */
import { load, type CheerioAPI } from 'cheerio/slim';
import { DataError } from '../shared/errors.ts';
import { decodeUtf8 } from './decode.ts';

/** The largest page met has 1.5 MB. */
const LARGEST_PAGE_BYTES = 16 * 1024 * 1024;
/** Browsers stop nesting at 512. */
const DEEPEST_PAGE = 512;

/**
 * Parses a page. `where` names it in errors.
 * @throws DataError when it is empty, too large, not UTF-8, or nested deeper than any page.
 */
export function loadPage(content: Uint8Array, where: string): CheerioAPI {
  if (content.length > LARGEST_PAGE_BYTES) {
    throw new DataError({ where, found: `a page of ${content.length} bytes`, expected: `at most ${LARGEST_PAGE_BYTES}` });
  }
  const page = load(decodeUtf8(content, where));
  const depth = depthOf(page);
  if (depth <= DEEPEST_PAGE) return page;
  throw new DataError({ where, found: `elements nested ${depth} deep`, expected: `at most ${DEEPEST_PAGE}` });
}

/** How deep the elements are nested, found without recursion. */
function depthOf(page: CheerioAPI): number {
  const open = page.root().contents().toArray().map((node) => ({ node, depth: 1 }));
  let deepest = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    deepest = Math.max(deepest, depth);
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return deepest;
}
