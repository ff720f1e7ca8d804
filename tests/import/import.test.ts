import { describe, expect, it } from 'vitest';
import { importFile } from '../../pipeline/import/import.ts';
import type { Given } from '../../pipeline/import/infer.ts';
import type { LoadedCapture } from '../../pipeline/records.ts';
import { madeItem, madePage } from '../parse/made-pages.ts';

const NOTHING: Given = { kind: null, list: null, period: null, capturedAt: null, url: null };
const json = JSON.stringify([madeItem(0)]);
const page = madePage({ dailyPapers: [madeItem(0)], dateString: '2026-01-07', periodType: 'day', query: {} }, []);

async function importOf(file: string, content: string, given: Partial<Given> = {}): Promise<LoadedCapture['sidecar']> {
  const kept: LoadedCapture[] = [];
  await importFile(file, Buffer.from(content), { ...NOTHING, ...given }, async (capture) => {
    kept.push(capture);
    return file;
  });
  const [capture] = kept;
  if (capture === undefined) throw new Error('nothing was kept');
  return capture.sidecar;
}

describe('import', () => {
  it.each([
    { title: 'a day of the API by its name', file: '2026-01-07.json', content: json, given: {}, found: { kind: 'listing-json', list: 'daily', period: '2026-01-07', captured_at: '2026-01-07T00:00:00Z', captured_precision: 'day' } },
    { title: 'a moment that is given', file: '2026-01-07.json', content: json, given: { capturedAt: '2026-01-08T07:45:00Z' }, found: { captured_at: '2026-01-08T07:45:00Z', captured_precision: 'second' } },
    { title: 'a page by what it says of itself', file: 'saved.html', content: page, given: { capturedAt: '2026-01-08' }, found: { kind: 'listing-html', list: 'daily', period: '2026-01-07' } },
    { title: 'a trending page', file: 'saved.html', content: page, given: { list: 'trending', capturedAt: '2026-01-08' }, found: { list: 'trending', period: '2026-01-08' } },
    { title: 'a curated table', file: 'ids.csv', content: 'title,arxiv_id,published,evidence\nA,2501.00001,2025-01,list\n', given: { kind: 'arxiv-ids', capturedAt: '2025-03-17' }, found: { kind: 'arxiv-ids', list: null, period: null } },
  ] as const)('infers $title', async ({ file, content, given, found }) => {
    expect(await importOf(file, content, given)).toMatchObject(found);
  });

  it.each([
    { title: 'what the file is', file: 'x.bin', content: 'nothing known', given: {}, tells: /--kind/ },
    { title: 'when it was captured', file: 'list.html', content: page, given: { list: 'trending' }, tells: /--captured-at/ },
  ] as const)('asks for $title', async ({ file, content, given, tells }) => {
    await expect(importOf(file, content, given)).rejects.toThrow(tells);
  });

  it('refuses a document of another day than was said', async () => {
    await expect(importOf('saved.html', page, { period: '2026-02-01', capturedAt: '2026-02-01' })).rejects.toThrow(/2026-01-07.*2026-02-01/);
  });

  it('makes no path of what a file holds', async () => {
    const sidecar = await importOf('2026-01-07.json', json, { list: 'search', period: '../../etc/passwd', capturedAt: '2026-01-07' });
    expect(sidecar.capture_id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
    expect(sidecar.capture_id).not.toContain('/');
  });
});
