/** `npm run evaluate [-- --gold FILE]...`: the scores of the extractor and its errors, one a line. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotatedAbstractSchema, evaluate, type Evaluation, type Score } from './evaluate.ts';

/** The annotated abstracts of the embedded listing, and others where they lie beside a checkout. */
const DEFAULT_GOLD = ['tests/gold/listing-2025-03-17.jsonl', '../shared/gold/daily.jsonl'];

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function scoreLine(name: string, { precision, recall, f1 }: Score): string {
  return `${name.padEnd(8)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`;
}

function reportOf(evaluation: Evaluation): readonly string[] {
  const shares = (record: Readonly<Record<string, number>>): string =>
    Object.entries(record).map(([name, share]) => `${name} ${percent(share).trim()}`).join(', ');
  return [
    `${evaluation.abstracts} abstracts, ${evaluation.results} results, ${evaluation.predicted} predicted`,
    scoreLine('detect', evaluation.detect),
    scoreLine('core', evaluation.core),
    scoreLine('full', evaluation.full),
    `agreement of what was found: ${shares(evaluation.agreement)}`,
    `found where named: ${shares(evaluation.foundWhereNamed)}`,
    `${scoreLine('links', evaluation.links)}; code status ${percent(evaluation.codeStatus).trim()}`,
  ];
}

const { values } = parseArgs({ options: { gold: { type: 'string', multiple: true }, quiet: { type: 'boolean' } } });
for (const file of values.gold ?? DEFAULT_GOLD.filter((name) => existsSync(name))) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const evaluation = evaluate(lines.map((line) => annotatedAbstractSchema.parse(JSON.parse(line))));
  process.stdout.write(`${[file, ...reportOf(evaluation), ...(values.quiet === true ? [] : ['', ...evaluation.errors]), ''].join('\n')}\n`);
}
