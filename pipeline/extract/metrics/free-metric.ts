/** Metrics that no table knows, right beside a number: `72.6% consensus stability`, `reduces attention sink mass by 529×`. */

/** Nouns that name a quantity; what stands before them says of what. */
const HEAD = /(?:rate|ratio|usage|utili[sz]ation|consistency|stability|coverage|mass|overhead|diversity|robustness|adherence|compliance|alignment|similarity|engagement|sensitivity|specificity|variance|correctness|completeness|faithfulness|plausibility|adoption|entropy|distance|deviation|loss|gap|volume|consumption|calls|relocations|violations|collisions|failures|interactions|turns|queries|edits|reuse)$/i;
/** Words between a number and the name of its quantity. */
const PASSED = /^(?:on|average|absolute|relative|overall|mean|median|total|higher|lower|better|fewer|less|more|greater|improvement|improvements|reduction|reductions|increase|decrease|drop|gain|gains|in|of|the|number)$/i;
/** Words that end a name, going on or back from its head. */
const OUTSIDE = /^(?:an?|the|its|their|our|this|that|of|in|on|for|with|by|to|from|at|and|or|while|when|than|as|over|across|under|is|are|was|were|has|have|we|it|they|which|achiev\w*|reach\w*|show\w*|maintain\w*|obtain\w*|yield\w*|improv\w*|reduc\w*|increas\w*|decreas\w*|degrad\w*|boost\w*|lower\w*|rais\w*|cut\w*|rais\w*|enhanc\w*|average|overall|mean|total|absolute|relative|higher|lower|fewer|less|more|only|just|up|about|around|despite|imposed|introduc\w*|triples?|doubles?|number|human|better|new|strong|high|low)$/i;
/** `stability to`, `mass by up to`, `usage of`: what links a name to a number behind it. */
const LINK = /(?: (?:plummets?|drops?|falls?|rises?|increases?|decreases?|improves?|score))? (?:of|to|by|at|is|reaches|from|exceeds)(?: (?:up to|over|about|around|nearly|only|an? (?:average|factor) of|as much as|more than|roughly|approximately|at least|at most)){0,2} [~+]?$/i;
/** Heads that say enough alone. */
const COUNT = /^(?:calls|relocations|violations|collisions|failures|interactions|turns|queries|edits)$/;
const MOST_WORDS = 4;

/** The id of the quantity named right behind (`after`) or before (`before`) a number; null where none is. */
export function freeMetric(before: string, after: string): string | null {
  return nameBehind(after) ?? nameBefore(before);
}

function nameBehind(after: string): string | null {
  const words = wordsOf(/^[- ]?[A-Za-z][\w -]{0,79}/.exec(after)?.[0] ?? '');
  let first = 0;
  while (first < words.length && PASSED.test(words[first] ?? '')) first += 1;
  const name: string[] = [];
  for (const word of words.slice(first, first + MOST_WORDS)) {
    if (OUTSIDE.test(word)) return null;
    name.push(word);
    if (HEAD.test(word)) return idOf(name);
  }
  return null;
}

function nameBefore(before: string): string | null {
  const link = LINK.exec(before.slice(-50));
  if (link === null) return null;
  const words = wordsOf(before.slice(0, before.length - link[0].length).split(/[,.;:()]/).at(-1) ?? '').toReversed();
  if (!HEAD.test(words[0] ?? '')) return null;
  const end = words.findIndex((word) => OUTSIDE.test(word));
  return idOf(words.slice(0, Math.min(end < 0 ? words.length : end, MOST_WORDS)).toReversed());
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** A head alone says too little: `a ratio of 5`. */
function idOf(name: readonly string[]): string | null {
  const id = name.join('_').toLowerCase().replace(/[^a-z0-9_]/g, '_').replaceAll('__', '_');
  return (name.length > 1 || COUNT.test(id)) && /^[a-z][a-z0-9_]{2,60}$/.test(id) ? id : null;
}
