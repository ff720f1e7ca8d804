import { expect, it } from 'vitest';
import { emitSegments } from '../../pipeline/build/emit-segments.ts';
import { makeSegment, type Segment } from '../../pipeline/build/segment.ts';
import { openSources } from '../../pipeline/build/sources.ts';
import { contextOf } from '../../pipeline/merge/merge-context.ts';
import { mergePaper } from '../../pipeline/merge/merge-paper.ts';
import { anEntry, aSidecar } from '../support/records.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const context = contextOf({ sidecars: [aSidecar()], identities: [], redirects: [] });

function segmentOf(...arxivIds: readonly string[]): Promise<Segment> {
  return makeSegment(arxivIds.map((arxiv_id) => mergePaper(`arxiv:${arxiv_id}`, [anEntry({ arxiv_id })], context)), () => []);
}

async function emit(...segments: readonly Segment[]): Promise<number> {
  async function* inTurn(): AsyncGenerator<Segment> {
    yield* segments;
  }
  const input = { segments: inTurn(), sources: await openSources('raw'), rejects: [], entries: new Map<string, number>(), datasetVersion: '1.0.0' };
  return (await emitSegments(input, await temporaryDirectory())).manifest.counts.papers;
}

it('puts segments behind each other, and refuses those that are out of order', async () => {
  const [first, second] = [await segmentOf('2501.00001', '2501.00002'), await segmentOf('2501.00003')];
  expect(await emit(first, second)).toBe(3);
  await expect(emit(second, first)).rejects.toThrow(/table papers: found key arxiv:2501.00001 after arxiv:2501.00003/);
  await expect(emit(second, second)).rejects.toThrow(/each key once/);
});
