/** The stages one by one, each over all papers, as a build has them. */
import { listCaptures, loadCapture } from '../../pipeline/captures/store.ts';
import { canonicalRows, type CanonicalRow } from '../../pipeline/emit/canonical-row.ts';
import { extractEntry } from '../../pipeline/extract/extract-entry.ts';
import { contextOf } from '../../pipeline/merge/merge-context.ts';
import { mergePaper } from '../../pipeline/merge/merge-paper.ts';
import { normalizeEntry } from '../../pipeline/normalize/normalize.ts';
import { parseListing } from '../../pipeline/parse/parse.ts';
import { validatePaper } from '../../pipeline/validate/validate.ts';
import { columnsOf } from '../../schemas/columns.ts';
import { TABLES } from '../../schemas/tables.ts';
import { captureOf } from '../parse/captures.ts';
import { madePage } from '../parse/made-pages.ts';
import { variants } from './corpus.ts';
import type { Ledger } from './ledger.ts';

/** Papers of a page. */
const PAGE = 60;

/** Measures every stage over the captures of `raw`; gives the rows of papers. */
export async function benchStages(ledger: Ledger, raw: string, size: number): Promise<readonly CanonicalRow[]> {
  const captures = await listCaptures(raw);
  const loaded = await Promise.all(captures.map((stored) => loadCapture(stored)));
  const parsed = await ledger.timed('parse JSON', size, () => loaded.flatMap((capture) => parseListing(capture).entries.map((entry) => ({ entry, sidecar: capture.sidecar }))));
  const normalized = await ledger.timed('normalize', size, () => parsed.flatMap(({ entry, sidecar }) => {
    const result = normalizeEntry(entry, sidecar);
    return result.ok ? [result.entry] : [];
  }));
  const extracted = await ledger.timed('extract', size, () => normalized.map((entry) => extractEntry(entry)));
  const context = contextOf({ sidecars: captures.map(({ sidecar }) => sidecar), identities: [], redirects: [] });
  const merged = await ledger.timed('merge', size, () => extracted.map((entry) => mergePaper(`arxiv:${entry.arxiv_id}`, [entry], context)));
  await ledger.timed('validate', size, () => merged.filter(({ paper, origin }) => validatePaper(paper, origin).length > 0).length);
  const canonical = canonicalRows('papers', columnsOf(TABLES[0].row));
  return await ledger.timed('bring rows into one form', size, () => merged.map(({ paper }) => canonical(paper)));
}

/** Measures the reading of pages of sixty papers, with the data of real ones in their hydration element. */
export function benchPages(ledger: Ledger, size: number): void {
  const paperOf = variants();
  let seconds = 0;
  for (let first = 0; first < size; first += PAGE) {
    const items = Array.from({ length: Math.min(PAGE, size - first) }, (_, index) => paperOf(first + index));
    const capture = captureOf('listing-html', madePage({ dailyPapers: items, dateString: '2025-03-17' }, []));
    const before = process.cpuUsage();
    parseListing(capture);
    const { user, system } = process.cpuUsage(before);
    seconds += (user + system) / 1e6;
  }
  ledger.note('parse HTML', size, seconds);
}
