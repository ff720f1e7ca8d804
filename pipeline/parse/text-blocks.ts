/** Blocks of a text rendering: paragraphs between blank lines, and what each can be. */

export interface Block {
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Longer than any title: of 10,000 titles of listings none has more than 250 characters. */
const LONGEST_TITLE = 300;
const DATE_LINE =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?:[0-3]?\d(?:, \d{4})?|\d{4})$/;

/** Splits `text` at blank lines; the lines of a block are kept as they are, but for blanks at their ends. */
export function splitBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let begun: { line: number; lines: string[] } | null = null;
  for (const [index, raw] of [...text.split(/\r?\n/), ''].entries()) {
    const line = raw.trim();
    if (line !== '') {
      begun ??= { line: index + 1, lines: [] };
      begun.lines.push(line);
    } else if (begun !== null) {
      blocks.push({ line: begun.line, text: begun.lines.join('\n') });
      begun = null;
    }
  }
  return blocks;
}

/** Whether a block is the date under a page's banner: `Mar 17`, `Mar 17, 2025` or `March 2025`. */
export function isDateLine(block: Block): boolean {
  return DATE_LINE.test(block.text);
}

/**
 * What a block can be by itself. A title is short and rarely ends with a full stop; a short block that does end so may
 * be either, and its turn decides.
 */
export function readsAs(block: Block): 'title' | 'abstract' | 'either' {
  if (block.text.length > LONGEST_TITLE) return 'abstract';
  return block.text.endsWith('.') ? 'either' : 'title';
}

/** Whether an abstract ends as sentences end, in a bracket, a quotation or an address; one that was cut off does not. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…)\]}"'”’$]$/u.test(text) || /^https?:\/\//.test(text.slice(text.lastIndexOf(' ') + 1));
}
