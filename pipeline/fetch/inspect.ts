/** The readers of parse, asked what is in a document that has just arrived. */
import { readPageFacts } from '../parse/page-facts.ts';
import { parseListing } from '../parse/parse.ts';
import type { Inspector } from './check.ts';

export const parsingInspector: Inspector = {
  facts({ sidecar, content }) {
    return sidecar.kind === 'listing-html' ? readPageFacts(content, `capture ${sidecar.capture_id}`) : null;
  },
  contents(capture) {
    const { entries, rejects } = parseListing(capture);
    const days = entries.flatMap(({ listed }) => (listed === null ? [] : [listed.slice(0, 'YYYY-MM-DD'.length)]));
    return { entries: entries.length, rejected: rejects.length, days };
  },
};
