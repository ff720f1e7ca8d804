/** The captures in `raw/`, as fetching sees them: what is there of a page, and where the next goes. */
import { stat } from 'node:fs/promises';
import { listCaptures, loadCapture, type StoredCapture } from '../captures/store.ts';
import { writeCapture } from '../captures/write-capture.ts';
import type { Sidecar } from '../../schemas/types.ts';
import type { ListPage } from './pages.ts';
import { rangeOf } from './periods.ts';

/** What names a page among captures; only the list of the moment has its day in its period. */
export type PageKey = Pick<ListPage, 'kind' | 'list' | 'period' | 'first_rank'>;

/** A capture that is there. */
export interface Kept {
  readonly sidecar: Sidecar;
  readonly load: () => Promise<Uint8Array>;
}

/** Where captures are kept. A capture is there whole or not at all, and never overwritten. */
export interface FetchStore {
  /** The newest capture of a page, or null. */
  newest(page: PageKey): Kept | null;
  /** The newest day of which a daily list is there, or null. */
  newestDay(): string | null;
  write(sidecar: Sidecar, content: Uint8Array): Promise<void>;
}

/** Opens the store of `rawDirectory`, which need not exist yet. @throws DataError when a sidecar is malformed. */
export async function openRawStore(rawDirectory: string): Promise<FetchStore> {
  const exists = await stat(rawDirectory).then(() => true, () => false);
  const byPage = new Map<string, Omit<StoredCapture, 'stamp'>>();
  const days: string[] = [];
  for (const stored of exists ? await listCaptures(rawDirectory) : []) {
    const { list, period } = stored.sidecar;
    const before = byPage.get(keyOf(stored.sidecar));
    if (before === undefined || isLater(stored.sidecar, before.sidecar)) byPage.set(keyOf(stored.sidecar), stored);
    if (list === 'daily' && period !== null && rangeOf(period) !== null) days.push(period);
  }
  return {
    newest(page) {
      const stored = byPage.get(keyOf(page));
      return stored === undefined ? null : { sidecar: stored.sidecar, load: async () => (await loadCapture(stored)).content };
    },
    newestDay: () => days.toSorted().at(-1) ?? null,
    async write(sidecar, content) {
      const file = await writeCapture(rawDirectory, sidecar, content);
      byPage.set(keyOf(sidecar), { sidecar, file });
    },
  };
}

function keyOf({ kind, list, period, first_rank }: Pick<Sidecar, 'kind' | 'list' | 'period' | 'first_rank'>): string {
  return JSON.stringify([kind, list, period, first_rank]);
}

function isLater(one: Sidecar, other: Sidecar): boolean {
  return Date.parse(one.captured_at) > Date.parse(other.captured_at);
}
