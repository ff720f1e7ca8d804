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

/** `Acc@500m`, `Recall@10`: a metric at a setting. */
const AT_SETTING = /^@[\w.]{1,8}\b/;
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
    if (isPartOfName(sentence, word.index, match.end)) continue;
    const end = match.end + (AT_SETTING.exec(sentence.slice(match.end, match.end + 12))?.[0].length ?? 0);
    found.push({ id: match.id, start: word.index, end, ambiguous: match.ambiguous });
    from = end;
  }
  return found;
}

/**
 * `DeepSeek-R1`: two characters behind a hyphen are a version, but for those that only ever name a metric. `MAP-Neo`: a
 * name goes on. `4-NFE FID`: a setting of the metric that follows.
 */
function isPartOfName(sentence: string, start: number, end: number): boolean {
  if (/^-[A-Z][a-z]/.test(sentence.slice(end, end + 3)) || /\d-$/.test(sentence.slice(Math.max(0, start - 2), start))) return true;
  return end - start <= 2 && /[A-Za-z\d]-$/.test(sentence.slice(Math.max(0, start - 2), start)) && !/^(?:F1|AP)$/.test(sentence.slice(start, end));
}
