/** The task that a number was measured on: the name of one in its sentence, the nearest to the number. */
import { loadOntology } from '../../ontology/ontology.ts';
import type { NumberToken } from './numbers.ts';

export interface TaskMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD_START = /(?<![A-Za-z0-9])[A-Za-z0-9]/g;
/** Tasks further off than this many characters are another clause's. */
const REACH = 140;

/** The tasks named in `sentence`, in order. */
export function findTasks(sentence: string): readonly TaskMention[] {
  const { tasksBySurface } = loadOntology();
  const found: TaskMention[] = [];
  let from = 0;
  for (const { index } of sentence.matchAll(WORD_START)) {
    const match = index < from ? null : tasksBySurface.matchAt(sentence, index);
    if (match === null) continue;
    found.push({ text: sentence.slice(index, match.end), start: index, end: match.end });
    from = match.end;
  }
  return found;
}

/** The task nearest to a number, one behind it first where both are as near; null where none is in reach. */
export function taskOf({ start, unitEnd }: NumberToken, tasks: readonly TaskMention[]): string | null {
  let best: { readonly text: string; readonly distance: number } | null = null;
  for (const task of tasks) {
    const distance = task.start >= unitEnd ? task.start - unitEnd : start - task.end;
    if (distance < REACH && (best === null || distance <= best.distance)) best = { text: task.text, distance };
  }
  return best?.text ?? null;
}
