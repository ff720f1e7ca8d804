/** The system that a number is of, where the sentence names one for it. */
import type { Metric } from '../../../schemas/types.ts';

const NAME = /\b(?:[A-Z][A-Za-z]{0,24}(?:-[A-Za-z0-9.]{1,20})*[A-Z0-9][\w.+-]{0,20}|[A-Z][a-z]{1,20}-\d[\w.]{0,8}|(?:GPT|Claude|Gemini|DeepSeek|Qwen|Llama)[-\w.]{0,20}(?: \d[\w.]{0,6}| (?:Opus|Sonnet|Pro|Flash|Haiku|Code)){0,3})(?![\w-])/g;

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
  const name = [...before.matchAll(NAME)].findLast((match) => match[0] !== own)?.[0];
  return name === undefined || name.length < 3 ? null : name;
}
