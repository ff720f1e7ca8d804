/** Metrics named in a sentence, as the ontology knows them. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { DatasetMention } from './dataset-mentions.ts';

export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Means other things too: counts only beside a number. */
  readonly ambiguous: boolean;
}

const WORD_START = /[A-Za-z0-9$τμπ∞]+/g;

/** The metrics named in `sentence`, in order; those inside a benchmark's name are none. */
export function findMetricMentions(sentence: string, datasets: readonly DatasetMention[]): readonly Mention[] {
  const { metricsBySurface } = loadOntology();
  const found: Mention[] = [];
  let from = 0;
  for (const word of sentence.matchAll(WORD_START)) {
    if (word.index < from) continue;
    const match = metricsBySurface.matchAt(sentence, word.index);
    if (match === null || datasets.some((dataset) => dataset.named && word.index >= dataset.start && word.index < dataset.end)) continue;
    found.push({ id: match.id, start: word.index, end: match.end, ambiguous: match.ambiguous });
    from = match.end;
  }
  return found;
}
