/** A diff for people: as text for a terminal, as Markdown for a pull request or release notes. Losses come first. */
import { printable } from '../shared/errors.ts';
import type { ReleaseDiff } from './diff.ts';
import type { RowChange, TableDiff } from './table-diff.ts';

const MOST_SHOWN = 50;
const LONGEST_VALUE = 80;

/** The diff as plain text. */
export function asText(diff: ReleaseDiff): string {
  const lines = [headlineOf(diff), '', ...lossesOf(diff), ...diff.schema.breaking.map((change) => `breaking: ${change}`), ...diff.schema.added.map((field) => `new field: ${field}`)];
  const width = Math.max(...diff.tables.map(({ table }) => table.length));
  lines.push(...diff.tables.map((table) => `${table.table.padEnd(width)}  ${countsOf(table)}`));
  for (const table of diff.tables.filter(({ changes }) => changes.length > 0)) {
    lines.push('', table.table, ...table.changes.slice(0, MOST_SHOWN).map((change) => `  ${changeLine(change)}`), ...moreOf(table));
  }
  return lines.map(printable).join('\n');
}

/** The diff as Markdown of at most `limit` characters; what does not fit is left out, and said. */
export function asMarkdown(diff: ReleaseDiff, limit: number): string {
  const head = [`## ${headlineOf(diff)}`, '', ...lossesOf(diff).map((line) => `- **${escapeMarkdown(line)}**`)];
  head.push(...diff.schema.breaking.map((change) => `- **breaking: ${escapeMarkdown(change)}**`), ...diff.schema.added.map((field) => `- new field: ${escapeMarkdown(field)}`), '');
  head.push('| table | added | removed | changed | by a capture |', '|---|--:|--:|--:|--:|');
  head.push(...diff.tables.map(({ table, added, removed, changed, byCapture }) => `| ${table} | ${added} | ${removed} | ${changed} | ${byCapture} |`));
  const sections = diff.tables.filter(({ changes }) => changes.length > 0).flatMap(sectionOf);
  return cutToLines([...head, ...sections], limit);
}

function sectionOf(table: TableDiff): readonly string[] {
  const lines = table.changes.slice(0, MOST_SHOWN).map((change) => `- ${escapeMarkdown(changeLine(change))}`);
  return ['', `### ${table.table}`, '', ...lines, ...moreOf(table).map((line) => `- ${line}`)];
}

const CUT = '\n\n_The rest is left out here; the diff as JSON has all of it._\n';

/** Whole lines up to `limit` characters: a cut never falls inside an escape or a row of a table. */
function cutToLines(lines: readonly string[], limit: number): string {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length + 1 + CUT.length > limit) return `${text.trimEnd()}${CUT}`;
    text += `${line}\n`;
  }
  return text;
}

function headlineOf({ from, to, bump, nextVersion }: ReleaseDiff): string {
  if (bump === 'none') return `trending-papers ${from} to ${to}: the same data`;
  return `trending-papers ${from} to ${to}: a ${bump} change, ${nextVersion} or later`;
}

function lossesOf({ lost, broken, removed, redirected }: ReleaseDiff): readonly string[] {
  return [
    ...lost.map((id) => `lost without a redirect or a tombstone: ${id}`),
    ...broken.map((redirect) => `a redirect to what is not there: ${redirect}`),
    ...removed.map((id) => `removed, with a tombstone: ${id}`),
    ...redirected.map((id) => `redirected: ${id}`),
  ];
}

function countsOf({ added, removed, changed, byCapture }: TableDiff): string {
  if (added + removed + changed === 0) return 'the same';
  return `${added} added, ${removed} removed, ${changed} changed (${byCapture} by a capture, ${added + removed + changed - byCapture} by how it is read)`;
}

function changeLine({ key, what, reason, fields }: RowChange): string {
  const changes = fields.map(({ field, old, new: current }) => `${field} ${shown(old)} → ${shown(current)}`);
  const why = what === 'changed' ? ` [${reason}]` : '';
  return `${what} ${key}${changes.length === 0 ? '' : `: ${changes.join('; ')}`}${why}`;
}

function moreOf({ added, removed, changed, changes }: TableDiff): readonly string[] {
  const more = added + removed + changed - Math.min(MOST_SHOWN, changes.length);
  return more > 0 ? [`... and ${more} more`] : [];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Text that anyone can write, in Markdown: no markup, no mention, no link comes of it. */
function escapeMarkdown(text: string): string {
  const plain = printable(text.replaceAll(/[\r\n]+/g, ' ')).replaceAll('://', ':\u200b//').replaceAll('www.', 'www\u200b.');
  return plain.replaceAll(/[\\`*_{}[\]<>()#+!|~@&$]/g, (sign) => (sign === '@' ? '@\u200b' : sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}
