/** How a number is hedged: the words just before it. */
import type { Metric } from '../../../schemas/types.ts';

type Qualifier = Metric['qualifier'];

const HEDGES: readonly { readonly qualifier: Qualifier; readonly before: RegExp }[] = [
  { qualifier: 'at_most', before: /(?:\bup to|\bas (?:much|high|many|low|little) as|\bat most|\b(?:a )?maximum(?: \w{1,12})? of|\bmax(?:imum)?|\bless than(?! the)|\bfewer than|\blower than(?! the)|\bbelow(?! the)|\bunder(?! the)|\bwithin|\bat best|[<≤]) ?(?:(?:an?|the|average|absolute|relative|roughly|around|about|approximately|nearly|~) ?){0,2}[+$]?$/i },
  { qualifier: 'at_least', before: /(?:\bover|\bmore than|\bgreater than|\bhigher than|\babove|\bat least|\bexceed(?:s|ing|ed)?|\bbeyond|\bin excess of|\bno less than|(?<!=)[>≥]) ?(?:an? )?\$?$/i },
  { qualifier: 'approx', before: /(?:\babout|\baround|\bapproximately|\bnearly|\broughly|\balmost|\bclose to|\bsome|\bnear|[~≈∼]) ?(?:(?:an?|the|average of) )?[+$-]?$/i },
];

/** The qualifier of a number, from the text before it and the sign behind it. */
export function qualifierOf(before: string, after: string): Qualifier {
  const near = before.slice(-40);
  if (/\bexceed(?:s|ed|ing)? (?:an? )?$/i.test(near) && /\b(?:no|none|neither|never|not|fails? to)\b/i.test(before.slice(-60).split(/[,;]/).at(-1) ?? '')) return 'at_most';
  if (/^ ?\+(?!\d)|^ ?or (?:more|higher|better)\b/.test(after)) return 'at_least';
  return HEDGES.find((hedge) => hedge.before.test(near))?.qualifier ?? 'exact';
}
