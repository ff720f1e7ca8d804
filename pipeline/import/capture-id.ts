import { createHash } from 'node:crypto';
import type { Sidecar } from '../../schemas/types.ts';

const SOURCES: Readonly<Record<Sidecar['kind'], string>> = {
  'listing-html': 'hf-page',
  'listing-json': 'hf-api',
  'listing-text': 'hf-text',
  'arxiv-ids': 'arxiv-ids',
  redirects: 'redirects',
  corrections: 'corrections',
};
const LONGEST_PERIOD = 60;

/** What an id is made of. */
export type Identified = Pick<Sidecar, 'kind' | 'list' | 'period' | 'first_rank' | 'captured_at' | 'captured_precision'>;

/**
 * The id of a capture: `hf-api-daily-2025-03-17-20250317`, `hf-page-search-diffusion-models-1b2c3d4e-20260102T030405Z`.
 * What comes from outside is brought to letters, digits, `.` and `-`, for the id names a file; where that changed it, a
 * piece of its hash keeps ids apart. A later page of a list has its first rank in its id: `-r51-`.
 */
export function captureIdOf(facts: Identified): string {
  const { kind, list, period, first_rank, captured_at, captured_precision } = facts;
  const moment = captured_at.replaceAll(/\.\d{1,9}|[-:]/g, '');
  const stamp = captured_precision === 'day' ? moment.slice(0, 'YYYYMMDD'.length) : moment;
  const parts = [SOURCES[kind], list, period === null ? null : slug(period), first_rank > 1 ? `r${first_rank}` : null, stamp];
  return parts.filter((part) => part !== null).join('-');
}

function slug(written: string): string {
  if (/^[\w-]{1,40}$/.test(written)) return written;
  const words = written.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const hash = createHash('sha256').update(written).digest('hex').slice(0, 8);
  return [...words.join('-').slice(0, LONGEST_PERIOD).split('-'), hash].filter((word) => word !== '').join('-');
}
