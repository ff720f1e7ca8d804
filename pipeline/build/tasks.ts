/** What a worker is asked, and how it is done, in whichever thread. */
import type { StoredCapture } from '../captures/store.ts';
import type { CorrectionRow } from '../curate/corrections.ts';
import type { CuratedIdentity } from '../records.ts';
import type { Fault } from '../shared/errors.ts';
import type { Redirect } from '../../schemas/types.ts';
import type { EntryPlace } from './record-reader.ts';
import type { ShardFacts } from './shard.ts';

/** To read a capture into a shard. */
export interface ShardTask {
  readonly stored: StoredCapture;
  readonly file: string;
}

/** To merge, validate and encode a run of papers. All that the result depends on is in it, or in the shards it names. */
export interface SegmentTask {
  readonly file: string;
  /** The shards that `places` count. */
  readonly shards: readonly ShardTask[];
  readonly papers: readonly { readonly id: string; readonly places: readonly EntryPlace[] }[];
  /** Of what is curated, what is of use for these papers. */
  readonly identities: readonly CuratedIdentity[];
  readonly redirects: readonly Redirect[];
  readonly corrections: readonly CorrectionRow[];
}

export type Task = ({ readonly kind: 'shard' } & ShardTask) | ({ readonly kind: 'segment' } & SegmentTask);

/** What a worker answers: a result, or why not. */
export type TaskAnswer = { readonly result: ShardFacts | null } | { readonly fault: Fault } | { readonly failure: string };

/** Does `task`; the code for it is loaded only now, as a build from what was kept needs little of it. */
export async function doTask(task: Task): Promise<ShardFacts | null> {
  if (task.kind === 'shard') {
    const { writeShard } = await import('./shard.ts');
    return await writeShard(task);
  }
  const { writeSegment } = await import('./write-segment.ts');
  await writeSegment(task);
  return null;
}
