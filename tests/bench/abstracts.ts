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

/** The abstracts of the real days that are at hand, else of the embedded listing. */
export function readAbstracts(): readonly Abstract[] {
  return existsSync(DAILY) ? ofDays() : ofListing();
}

/** Files of real days; none where they are not at hand. */
export function readDays(): readonly string[] {
  return existsSync(DAILY) ? readdirSync(DAILY).filter((name) => name.endsWith('.json')).toSorted().map((name) => path.join(DAILY, name)) : [];
}

function ofDays(): readonly Abstract[] {
  const entries = readDays().flatMap((file) => daySchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return entries.map(({ paper }) => ({ id: paper.id, title: paper.title, abstract: cleanAbstract(paper.summary) }));
}

function ofListing(): readonly Abstract[] {
  const lines = readFileSync('tests/gold/listing-2025-03-17.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => z.object({ id: z.string(), title: z.string(), abstract: z.string() }).parse(JSON.parse(line)));
}
