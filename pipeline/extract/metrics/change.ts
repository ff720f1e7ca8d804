/** Words that say a quantity grew or shrank, and what they make of the number beside them. */
import type { Metric } from '../../../schemas/types.ts';

type Change = NonNullable<Metric['change']>;

export interface ChangeCue {
  readonly change: Change;
  /** The word names the change of a quantity of its own: `faster` is a speedup, `cheaper` a cost. */
  readonly metric: string | null;
  /** The word says better, whichever way the metric runs: a gain in an error is a decrease of it. */
  readonly improves: boolean;
}

interface CueWord {
  readonly word: RegExp;
  readonly change: Change;
  readonly metric?: string;
}

/** Words right behind a number: `2.4x faster`, `40% fewer tokens`. The first that fits tells. */
const AFTER: readonly CueWord[] = [
  { word: /^[- ]?(?:(?!(?:on|in|of|for|at|with|by|and)[- ])[\w@]{1,14}[- /]){0,5}?(?:faster|speed-?ups?|speed-?up|accelerations?|speed (?:gain|increase|boost|improvement)s?|quicker|as fast|the speed|inference speed)\b/i, change: 'increase', metric: 'speedup' },
  { word: /^[- ]?(?:[\w@]{1,14}[- ]){0,1}?slower\b/i, change: 'decrease', metric: 'speedup' },
  { word: /^[- ]?(?:[\w@]{1,14}[- ]){0,1}?cheaper\b/i, change: 'decrease', metric: 'cost' },
  { word: /^[- ]?(?:[\w@]{1,14}[- ]){0,1}?(?:smaller|more compact)\b/i, change: 'decrease', metric: 'model_size' },
  { word: /^[- ]?(?:[\w@]{1,14}[- ]){0,2}?(?:compression)\b/i, change: 'increase', metric: 'compression_ratio' },
  { word: /^[- ]?more (?:computationally |compute[- ]|parameter[- ]|sample[- ]|data[- ]|energy[- ])?efficien\w+/i, change: 'increase', metric: 'efficiency' },
  { word: /^[- ]?(?:(?!(?:on|in|of|for|at|with|by|and|while)[- ])[\w@]{1,14}[- ]){0,2}?(?:reductions?|decreases?|savings?|saved|fewer|less|lower|drops?|decline|degradation|loss|worse|cut|shorter|below|behind)\b/i, change: 'decrease' },
  { word: /^[- ]?(?:(?!(?:on|in|of|for|at|with|by|and|while)[- ])[\w@]{1,14}[- ]){0,3}?(?:improvements?|increases?|gains?|boosts?|higher|greater|better|more|larger|uplift|increments?|advantage|lift|longer|rise|above|leap|overhead)\b/i, change: 'increase' },
];

/** The nearest word of change before a number, within its clause. */
const BEFORE = /\b(?:(reduc\w{0,9}|decreas\w{0,5}|drop(?:s|ped|ping)?|cuts?|cutting|lower(?:s|ed|ing)?|sav(?:es?|ed|ing|ings)|shrink\w{0,4}|degrad\w{0,7}|declin\w{0,4}|falls?|fell|slash\w{0,4}|fewer|less|loses?|losing|underperform\w{0,4}|short(?:er|ens?|ening)|minimi[sz]\w{0,4}|trail(?:s|ing)?|smaller|compress\w{0,4}|mitigat\w{0,4}|plummet\w{0,3}|plung\w{0,3}|diminish\w{0,3}|collaps\w{0,4})|(improv\w{0,8}|increas\w{0,5}|gain\w{0,4}|boost\w{0,4}|outperform\w{0,4}|surpass\w{0,4}|exceed\w{0,4}|enhanc\w{0,6}|rais(?:es?|ed|ing)|higher|better|lift\w{0,4}|speed\w{0,6}|accelerat\w{0,5}|elevat\w{0,4}|beats?|beating|margins?|advantage|advanc\w{0,4}|ris(?:es?|ing)|rose|grow\w{0,4}|faster|lead(?:s|ing)?|ahead))\b/gi;

const IMPROVES = /improv|gain|boost|outperform|surpass|better|enhanc|beat|advantage|margin|lead|ahead|uplift/i;

/** The change that the words right behind a number tell, if any. */
export function cueAfter(after: string): ChangeCue | null {
  const cue = AFTER.find(({ word }) => word.test(after));
  return cue === undefined ? null : { change: cue.change, metric: cue.metric ?? null, improves: IMPROVES.test(cue.word.exec(after)?.[0] ?? '') };
}

/** The nearest word of change in the text before a number, and how many characters lie between. */
export function cueBefore(clause: string): (ChangeCue & { readonly distance: number; readonly word: string }) | null {
  const last = [...clause.matchAll(BEFORE)].at(-1);
  if (last === undefined) return null;
  const word = last[0].toLowerCase();
  const speeds = /^(?:speed|accelerat|faster)/.test(word);
  return { change: last[1] === undefined ? 'increase' : 'decrease', metric: speeds ? 'speedup' : null, improves: IMPROVES.test(word), distance: clause.length - last.index - word.length, word };
}
