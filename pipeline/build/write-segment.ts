/** Makes a segment from the shards that hold its entries, and writes it to its file. */
import { CorrectionDesk } from '../curate/corrections.ts';
import { contextOf } from '../merge/merge-context.ts';
import { mergePaper, type MergedPaper } from '../merge/merge-paper.ts';
import { writeResult } from './kept-results.ts';
import type { RecordReader } from './record-reader.ts';
import { makeSegment } from './segment.ts';
import type { SegmentTask } from './tasks.ts';
import { withRecords } from './with-records.ts';

/** Does `task`. @throws DataError as `makeSegment` does. */
export async function writeSegment(task: SegmentTask): Promise<void> {
  const desk = new CorrectionDesk(task.corrections);
  const segment = await withRecords(task.shards, (reader) => makeSegment(mergedPapers(task, reader), (id) => desk.rowsOf(id)));
  await writeResult(task.file, segment);
}

function* mergedPapers({ papers, shards, ...curated }: SegmentTask, reader: RecordReader): Generator<MergedPaper> {
  const context = contextOf({ ...curated, sidecars: shards.map(({ stored }) => stored.sidecar) });
  for (const { id, places } of papers) {
    yield mergePaper(id, places.map((place) => reader.read(place)), context);
  }
}
