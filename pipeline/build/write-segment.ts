/** Makes a segment from the shards that hold its entries, and writes it to its file. */
import { CorrectionDesk } from '../curate/corrections.ts';
import { contextOf } from '../merge/merge-context.ts';
import { mergePaper, type MergedPaper } from '../merge/merge-paper.ts';
import { writeResult } from './kept-results.ts';
import { RecordReader } from './record-reader.ts';
import { makeSegment } from './segment.ts';
import type { SegmentTask } from './tasks.ts';

/** Does `task`. @throws DataError as `makeSegment` does. */
export async function writeSegment(task: SegmentTask): Promise<void> {
  const reader = new RecordReader(task.shards);
  const desk = new CorrectionDesk(task.corrections);
  try {
    const segment = await makeSegment(mergedPapers(task, reader), (id) => desk.rowsOf(id));
    await writeResult(task.file, segment);
  } finally {
    reader.close();
  }
}

function* mergedPapers(task: SegmentTask, reader: RecordReader): Generator<MergedPaper> {
  const context = contextOf(task);
  for (const { id, places } of task.papers) {
    yield mergePaper(id, places.map((place) => reader.read(place)), context);
  }
}
