/** The benchmark that a passage is about: `On ImageNet-256, ours wins. Meanwhile, it sets a new record with an FID of 1.24.` */
import { findDatasetMentions, type DatasetMention } from './dataset-mentions.ts';
import type { Sentence } from './sentences.ts';

const OPENS = /^(?:[A-Z][a-z]{2,14},? )?(?:[Oo]n|[Ff]or) (?:the )?/;
/** How far from the start of its sentence a benchmark opens it. */
const OPENING = 30;

/** The topic after `sentence`: the benchmark it opens with; none where it names others elsewhere; else the topic before. */
export function topicAfter({ text }: Sentence, systems: readonly string[], before: () => readonly DatasetMention[]): readonly DatasetMention[] {
  const named = findDatasetMentions(text, systems).filter((dataset) => dataset.named);
  if (named.length === 0) return before();
  return OPENS.test(text) ? named.filter(({ start }) => start < OPENING) : [];
}
