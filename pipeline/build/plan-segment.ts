/** What a segment is made from, and the key that follows from it. */
import { CorrectionDesk } from '../curate/corrections.ts';
import type { Run } from './cut-segments.ts';
import type { GroupedPapers } from './group-papers.ts';
import { keyOf } from './kept-results.ts';
import type { GroupedShard } from './read-listings.ts';
import type { EntryPlace } from './record-reader.ts';
import type { Sources } from './sources.ts';
import type { SegmentTask } from './tasks.ts';

export interface SegmentPlan {
  readonly run: Run;
  /** Names the content: the code, and all that the task holds, shards by their keys. */
  readonly key: string;
  readonly task: Omit<SegmentTask, 'file'>;
}

/** Gives a function that plans the segment of a run of papers, for the code of `version`. */
export function segmentPlanner(grouped: GroupedPapers, shards: readonly GroupedShard[], sources: Sources, version: string): (run: Run) => SegmentPlan {
  const curated = listsBy(sources.identities, ({ arxiv_id }) => [`arxiv:${arxiv_id}`]);
  const redirects = listsBy(sources.redirects, ({ targets }) => targets);
  const desk = new CorrectionDesk(sources.corrections);
  return (run) => {
    const ids = grouped.ids.slice(run.start, run.end);
    const used = new UsedShards(shards);
    const papers = ids.map((id, index) => ({ id, places: grouped.placesOf(run.start + index).map((place) => used.renumbered(place)) }));
    const task = {
      papers,
      identities: ids.flatMap((id) => curated.get(id) ?? []),
      redirects: [...new Set(ids.flatMap((id) => redirects.get(id) ?? []))],
      corrections: ids.flatMap((id) => desk.rowsOf(id)),
    };
    const key = keyOf(version, [used.list.map((shard) => shard.key), task]);
    return { run, key, task: { ...task, shards: used.list.map(({ stored, file }) => ({ stored, file })) } };
  };
}

/** Values by each of their names. */
function listsBy<Value>(values: readonly Value[], namesOf: (value: Value) => readonly string[]): ReadonlyMap<string, readonly Value[]> {
  const lists = new Map<string, Value[]>();
  for (const value of values) {
    for (const name of namesOf(value)) lists.set(name, [...(lists.get(name) ?? []), value]);
  }
  return lists;
}

/** The shards that some places lie in, numbered anew in the order in which they are met. */
class UsedShards {
  readonly #shards: readonly GroupedShard[];
  readonly #numbers = new Map<number, number>();
  readonly list: GroupedShard[] = [];

  constructor(shards: readonly GroupedShard[]) {
    this.#shards = shards;
  }

  renumbered({ shard, ...place }: EntryPlace): EntryPlace {
    return { ...place, shard: this.#numbers.get(shard) ?? this.#number(shard) };
  }

  #number(shard: number): number {
    const used = this.#shards[shard];
    if (used === undefined) throw new Error(`a place in shard ${shard} of ${this.#shards.length}`);
    this.list.push(used);
    this.#numbers.set(shard, this.list.length - 1);
    return this.list.length - 1;
  }
}
