/** Scores the extractor against annotated abstracts. */
import { z } from 'zod';
import { extractAbstract } from '../extract/extract.ts';
import { cleanAbstract, cleanTitle } from '../normalize/text/clean.ts';
import { annotatedResultSchema, AGREEMENT, CORE_FIELDS, differences, FIELDS, FULL_FIELDS, matchResults, type Field } from './match.ts';

export const annotatedAbstractSchema = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  code_status: z.string(),
  links: z.array(z.object({ url: z.string(), kind: z.string() })),
  results: z.array(annotatedResultSchema),
});

export type AnnotatedAbstract = Readonly<z.infer<typeof annotatedAbstractSchema>>;

/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Evaluation {
  readonly abstracts: number;
  readonly results: number;
  readonly predicted: number;
  /** The number was found; with metric, kind and unit right; with qualifier, change and role right too. */
  readonly detect: Score;
  readonly core: Score;
  readonly full: Score;
  /** Share of the found numbers that agree in a field. */
  readonly agreement: Readonly<Record<Field, number>>;
  /** Share found where the annotation names one. */
  readonly foundWhereNamed: Readonly<Record<'dataset' | 'baseline' | 'system', number>>;
  readonly links: Score;
  readonly codeStatus: number;
  /** What is wrong, one a line. */
  readonly errors: readonly string[];
}

/** Extracts from every abstract of `gold`, cleaned, and compares. Optional results cost and earn nothing. */
export function evaluate(gold: readonly AnnotatedAbstract[]): Evaluation {
  const tally = new Tally();
  for (const abstract of gold) compare(abstract, tally);
  return tally.evaluation(gold.length);
}

function compare(gold: AnnotatedAbstract, tally: Tally): void {
  const found = extractAbstract(cleanAbstract(gold.abstract), cleanTitle(gold.title));
  const matched = matchResults(gold.results, found.metrics);
  for (const [index, result] of gold.results.entries()) {
    if (result.optional === true) continue;
    const metric = found.metrics[matched[index] ?? -1];
    tally.add('results');
    if (metric === undefined) {
      tally.errors.push(`${gold.id} missed   ${result.metric} ${result.value} :: ${result.evidence}`);
      continue;
    }
    const wrong = differences(result, metric);
    tally.add('detect');
    if (CORE_FIELDS.every((field) => !wrong.includes(field))) tally.add('core');
    if (FULL_FIELDS.every((field) => !wrong.includes(field))) tally.add('full');
    for (const field of FIELDS) if (!wrong.includes(field)) tally.add(`agrees ${field}`);
    for (const field of NAMED) {
      if (result[field] === undefined) continue;
      tally.add(`named ${field}`);
      if (AGREEMENT[field](result, metric)) tally.add(`found ${field}`);
    }
    const told = wrong.map((field) => `${field} ${metric[field] ?? '-'} for ${result[field] ?? '-'}`).join('; ');
    if (told !== '') tally.errors.push(`${gold.id} differs  ${result.value}: ${told} :: ${result.evidence}`);
  }
  const optional = new Set(matched.filter((_, index) => gold.results[index]?.optional === true));
  for (const [index, metric] of found.metrics.entries()) {
    if (optional.has(index)) continue;
    tally.add('predicted');
    if (!matched.includes(index)) tally.errors.push(`${gold.id} spurious ${metric.metric} ${metric.value} :: ${metric.evidence}`);
  }
  compareLinks(gold, found, tally);
}

const NAMED = ['dataset', 'baseline', 'system'] as const;

function compareLinks(gold: AnnotatedAbstract, found: ReturnType<typeof extractAbstract>, tally: Tally): void {
  const keyOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '').replace(/\.git$/, '').toLowerCase();
  const kinds = new Map(found.links.map((link) => [keyOf(link.url), link.kind as string]));
  tally.add('links predicted', kinds.size);
  for (const link of gold.links) {
    tally.add('links');
    if (kinds.get(keyOf(link.url)) === link.kind) tally.add('links found');
    else tally.errors.push(`${gold.id} link     ${link.url}: ${kinds.get(keyOf(link.url)) ?? 'missed'} for ${link.kind}`);
  }
  if (found.code_status === gold.code_status) tally.add('code_status');
  else tally.errors.push(`${gold.id} code_status ${found.code_status} for ${gold.code_status}`);
}

/** Counts by name, and the errors met. */
class Tally {
  readonly errors: string[] = [];
  readonly #counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.#counts.set(name, this.count(name) + times);
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  share(part: string, whole: string): number {
    return this.count(whole) === 0 ? 1 : this.count(part) / this.count(whole);
  }

  score(hit: string, gold: string, predicted: string): Score {
    const precision = this.count(predicted) === 0 ? 0 : this.count(hit) / this.count(predicted);
    const recall = this.count(gold) === 0 ? 0 : this.count(hit) / this.count(gold);
    return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  }

  evaluation(abstracts: number): Evaluation {
    const agreement = (field: Field): number => this.share(`agrees ${field}`, 'detect');
    return {
      abstracts,
      results: this.count('results'),
      predicted: this.count('predicted'),
      detect: this.score('detect', 'results', 'predicted'),
      core: this.score('core', 'results', 'predicted'),
      full: this.score('full', 'results', 'predicted'),
      agreement: {
        metric: agreement('metric'), kind: agreement('kind'), unit: agreement('unit'), qualifier: agreement('qualifier'), change: agreement('change'),
        role: agreement('role'), dataset: agreement('dataset'), baseline: agreement('baseline'), system: agreement('system'),
      },
      foundWhereNamed: { dataset: this.share('found dataset', 'named dataset'), baseline: this.share('found baseline', 'named baseline'), system: this.share('found system', 'named system') },
      links: this.score('links found', 'links', 'links predicted'),
      codeStatus: abstracts === 0 ? 1 : this.count('code_status') / abstracts,
      errors: this.errors,
    };
  }
}
