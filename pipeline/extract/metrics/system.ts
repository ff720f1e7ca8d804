/** The system that a number is of, where the sentence names one for it. */
import type { Metric } from '../../../schemas/types.ts';

/** A word with a capital; a name of a system has a second one, a digit or a hyphen in it. */
const CAPITALIZED = /(?<![\w-])[A-Z][\w.+-]{1,40}/g;
const NAME = /[A-Z].*[A-Z0-9]|-/;

/** The name in the title before a colon is that of the paper's own system. */
function titleName(title: string): string | null {
  const name = title.split(':')[0]?.trim() ?? '';
  return title.includes(':') && name.length <= 40 && name.split(' ').length <= 3 ? name : null;
}

/** The system of a number at `start` of `sentence`, as written; null where none is named. */
export function systemNear(sentence: string, start: number, role: Metric['role'], title: string): string | null {
  const before = sentence.slice(Math.max(0, start - 160), start);
  const own = titleName(title);
  if (role === 'proposed') return own !== null && sentence.includes(own) ? own : null;
  const name = [...before.matchAll(CAPITALIZED)].map(([word]) => word.replace(/[.-]$/, '')).findLast((word) => word !== own && NAME.test(word));
  return name === undefined || name.length < 3 ? null : name;
}
