/** Names in a sentence that the ontology knows: metrics and benchmarks, and benchmarks known by their place alone. */
import { loadOntology } from '../../ontology/ontology.ts';

export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Means other things too: counts only beside a number. */
  readonly ambiguous: boolean;
}

export interface DatasetMention {
  readonly id: string | null;
  readonly name: string;
  /** Has a name of its own, and is not just `six benchmarks`. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD_START = /[A-Za-z0-9$τμπ∞]+/g;
/** A name after `on`, where results are reported: capitals or digits in it, and no word of plain English. */
const PLACE = /\b(?:on|across) (?:the |both |all |our )?((?:[A-Z][\w.+'@-]{0,40}|[a-z]{1,12}[A-Z0-9][\w.+-]{0,30})(?: (?:[A-Z][\w.+-]{0,30}|v?\d[\d.]{0,6}))?)/g;
/** Benchmarks without a name: `on six reasoning benchmarks`. */
const UNNAMED = /\b(?:on|across) (?:the |a |an |our |all )?((?:[A-Za-z][\w-]{1,20} ){0,3}(?:benchmarks?|datasets?|leaderboard))\b/g;
const NO_DATASET = /^(?:GPT|LLaMA|Llama|Qwen|A100|H100|H200|RTX|NVIDIA|GPU|CPU|TPU|LLMs?|VLMs?|Transformers?|Mamba|Jetson|iPhone|AMD|Intel|DeepSeek|Gemini|Claude|Mistral|DiT|FLUX|SDXL|This|We|In|The)/;

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

/** The benchmarks named in `sentence`, in order: known ones, and others that stand where a benchmark stands. */
export function findDatasetMentions(sentence: string): readonly DatasetMention[] {
  const { benchmarksBySurface } = loadOntology();
  const found: DatasetMention[] = [];
  let from = 0;
  for (const word of sentence.matchAll(WORD_START)) {
    if (word.index < from) continue;
    const match = benchmarksBySurface.matchAt(sentence, word.index);
    if (match === null || (match.ambiguous && !/\b(?:on|in|the|and|,) (?:the )?$/.test(sentence.slice(Math.max(0, word.index - 12), word.index)))) continue;
    found.push({ id: match.id, name: sentence.slice(word.index, match.end), named: true, start: word.index, end: match.end });
    from = match.end;
  }
  return [...found, ...byPlace(sentence, found)].toSorted((a, b) => a.start - b.start);
}

function byPlace(sentence: string, known: readonly DatasetMention[]): readonly DatasetMention[] {
  const found: DatasetMention[] = [];
  for (const match of sentence.matchAll(PLACE)) {
    const name = (match[1] ?? '').replace(/[.'-]$/, '');
    const start = match.index + match[0].indexOf(match[1] ?? '');
    const overlaps = known.some((other) => start < other.end && other.start < start + name.length);
    if (overlaps || NO_DATASET.test(name) || name.length < 2) continue;
    found.push({ id: null, name, named: true, start, end: start + name.length });
  }
  for (const match of sentence.matchAll(UNNAMED)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    const overlaps = [...known, ...found].some((other) => start < other.end && other.start < start + name.length);
    if (!overlaps) found.push({ id: null, name, named: false, start, end: start + name.length });
  }
  return found;
}
