/** A build may set aside so many records and no more: beyond that it ends without a release. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Reject } from '../../schemas/types.ts';
import { DataError } from '../shared/errors.ts';

const SHOWN = 5;

/**
 * Refuses more than `limit` rejects; all of them are then written beside the release folder, for the maintainer, where a
 * build that is within the limit removes them.
 * @throws DataError that shows the first five and names the file of all.
 */
export async function refuseTooManyRejects(rejects: readonly Reject[], limit: number, out: string): Promise<void> {
  const file = `${path.resolve(out)}.rejects.ndjson`;
  if (rejects.length <= limit) return await rm(file, { force: true });
  await writeFile(file, rejects.map((reject) => `${JSON.stringify(reject)}\n`).join(''));
  const shown = rejects.slice(0, SHOWN).map((reject) => `\n  ${lineOf(reject)}`);
  throw new DataError({
    where: file,
    found: `${rejects.length} records set aside`,
    expected: `at most ${limit}`,
    cure: `Mend the capture or the reader, or allow them with --max-rejects ${rejects.length}. The first:${shown.join('')}`,
  });
}

function lineOf({ capture_id, position, stage, field, found, expected }: Reject): string {
  return `${capture_id}, entry ${position} (${stage}): ${field}: found ${found}, expected ${expected}`;
}
