import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCall, type Surroundings } from '../../pipeline/cli/command.ts';
import { fetchCommand } from '../../pipeline/fetch/command.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { api } from './made-lists.ts';
import { refuses, startServer } from './misbehaving-server.ts';

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly told: readonly string[];
}

/** From the clock of this machine to noon of 2026-01-10. */
const AHEAD_MS = Date.parse('2026-01-10T12:00:00Z') - Date.now();

/** Runs `fetch` on 2026-01-10. */
async function run(...args: readonly string[]): Promise<Ran> {
  let printed = '';
  const told: string[] = [];
  const surroundings: Surroundings = {
    stdin: Readable.from([]),
    print: async (text) => void (printed += text),
    tell: (line) => void told.push(line),
    progress: quietProgress,
    now: () => new Date(Date.now() + AHEAD_MS),
    random: () => 0,
  };
  const code = await fetchCommand.run(readCall(fetchCommand, args), surroundings);
  return { code, printed, told };
}

describe('fetch on the command line', () => {
  it('fetches, then goes on since the last', async () => {
    const server = await startServer(api({ '2026-01-07': 2, '2026-01-08': 3, '2026-01-09': 4 }));
    const raw = await temporaryDirectory();
    const where = ['--raw', raw, '--origin', server.origin];
    expect(await run('--date', '2026-01-07', ...where)).toEqual({
      code: 0,
      printed: 'pages: 1 fetched, 0 not modified, 0 already there, 0 empty; lists failed: 0\n',
      told: [],
    });
    expect((await run('--since-last', ...where)).printed).toBe('pages: 2 fetched, 0 not modified, 1 already there, 0 empty; lists failed: 0\n');
    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^trending-papers\/\d+\.\d+\.\d+/)));
  });

  it('tells what failed even when it is quiet, and ends with 1', async () => {
    const server = await startServer(refuses(404));
    const { code, printed, told } = await run('--date', '2026-01-07', '--quiet', '--raw', await temporaryDirectory(), '--origin', server.origin);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(told).toEqual([expect.stringMatching(/^trending-papers: daily 2026-01-07: .*found status 404, expected status 200/)]);
  });

  it.each([
    ['nothing to fetch', [], /nothing to fetch/],
    ['an origin with a path', ['--date', '2026-01-07', '--origin', 'https://example.org/papers'], /--origin: found "https:\/\/example\.org\/papers"/],
    ['an origin of another scheme', ['--date', '2026-01-07', '--origin', 'file:///'], /--origin/],
  ])('refuses %s', async (_, args, message) => {
    await expect(run(...args, '--raw', await temporaryDirectory())).rejects.toThrow(message);
  });
});
