import { describe, expect, it } from 'vitest';
import { delayAfter, RETRY_POLICY, TransientError, withRetries } from '../../pipeline/fetch/retry.ts';
import { DataError } from '../../pipeline/shared/errors.ts';
import { fakeClock } from './fake-clock.ts';

/** An attempt that fails with each of `failures` in turn, then gives how often it was made. */
function failing(failures: readonly Error[]): () => Promise<number> {
  let made = 0;
  return () => {
    const failure = failures[made];
    made += 1;
    return failure === undefined ? Promise.resolve(made) : Promise.reject(failure);
  };
}

const RESET = new TransientError('a connection reset');

describe('withRetries', () => {
  it('tries again, later and later', async () => {
    const clock = fakeClock();
    expect(await withRetries('here', failing([RESET, RESET, RESET]), RETRY_POLICY, { clock, random: () => 1 })).toBe(4);
    expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
  });

  it('waits at least as long as the server asks', async () => {
    const clock = fakeClock();
    await withRetries('here', failing([new TransientError('status 429', 30_000)]), RETRY_POLICY, { clock, random: () => 1 });
    expect(clock.slept).toEqual([30_000]);
  });

  it('gives up after as many attempts as the policy has, with the last failure as the cause', async () => {
    const tried = withRetries('here', failing(Array.from({ length: 9 }, () => RESET)), RETRY_POLICY, { clock: fakeClock(), random: () => 0 });
    await expect(tried).rejects.toThrow(new DataError({ where: 'here', found: 'a connection reset, after 5 attempts', expected: 'an answer', cure: 'Run the same command later: what has arrived is kept.' }));
    await expect(tried).rejects.toHaveProperty('cause', RESET);
  });

  it('does not try again what will not pass', async () => {
    const clock = fakeClock();
    const wrong = new DataError({ where: 'here', found: 'this', expected: 'that' });
    await expect(withRetries('here', failing([wrong]), RETRY_POLICY, { clock, random: () => 0 })).rejects.toBe(wrong);
    expect(clock.slept).toEqual([]);
  });
});

describe('delayAfter', () => {
  it.each([
    { title: 'half of the first delay at least', failures: 1, chance: 0, expected: 500 },
    { title: 'all of it at most', failures: 1, chance: 1, expected: 1_000 },
    { title: 'twice as long after every failure', failures: 4, chance: 1, expected: 8_000 },
    { title: 'never longer than the longest', failures: 30, chance: 1, expected: 60_000 },
  ])('is $title', ({ failures, chance, expected }) => {
    expect(delayAfter(failures, RETRY_POLICY, chance)).toBe(expected);
  });
});
