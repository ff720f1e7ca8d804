/** Abstracts to measure with: real ones where they are at hand, else those of the embedded listing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cleanAbstract } from '../../pipeline/normalize/text/clean.ts';

const DAILY = '../shared/captures/daily';
const daySchema = z.array(z.object({ paper: z.object({ id: z.string(), title: z.string(), summary: z.string() }) }));

export interface Abstract {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** Cleaned abstracts, each once. */
export function readAbstracts(): readonly Abstract[] {
  return existsSync(DAILY) ? ofDays() : ofListing();
}

function ofDays(): readonly Abstract[] {
  const days = readdirSync(DAILY).filter((name) => name.endsWith('.json')).toSorted();
  const entries = days.flatMap((name) => daySchema.parse(JSON.parse(readFileSync(path.join(DAILY, name), 'utf8'))));
  return entries.map(({ paper }) => ({ id: paper.id, title: paper.title, abstract: cleanAbstract(paper.summary) }));
}

function ofListing(): readonly Abstract[] {
  const lines = readFileSync('tests/gold/listing-2025-03-17.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => z.object({ id: z.string(), title: z.string(), abstract: z.string() }).parse(JSON.parse(line)));
}
