/** Retries: what may pass by itself is tried again, later and later, at moments that no two clients share. */
import { DataError } from '../shared/errors.ts';
import type { Clock } from './clock.ts';

export interface RetryPolicy {
  /** How often something is tried in all. */
  readonly attempts: number;
  /** The delay before the second attempt; it doubles with every further one. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A server that asks for a longer pause than this is not waited for. */
  readonly longestPauseMs: number;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 5, firstDelayMs: 1_000, longestDelayMs: 60_000, longestPauseMs: 10 * 60_000 };

/** A failure that may pass by itself: 429, 5xx, a reset, a time-out, a body cut short. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
  /** The pause that the server asks for; null where it asks for none. */
  readonly pauseMs: number | null;

  constructor(message: string, pauseMs: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.pauseMs = pauseMs;
  }
}

/** What retrying needs of the world; `random` gives numbers from 0 to 1. */
export interface RetryWorld {
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or has failed transiently as often as `policy` allows.
 * @throws DataError that names `where`, the last failure and the number of attempts.
 */
export async function withRetries<Result>(where: string, attempt: () => Promise<Result>, policy: RetryPolicy, world: RetryWorld): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      if (tried >= policy.attempts) throw givenUp(where, `${error.message}, after ${tried} attempts`, error);
      const pause = error.pauseMs ?? 0;
      if (pause > policy.longestPauseMs) throw givenUp(where, `${error.message}, and a pause of ${Math.ceil(pause / 1000)} s asked for`, error);
      await world.clock.sleep(Math.max(pause, delayAfter(tried, policy, world.random())));
    }
  }
}

/** The delay after a number of failures: doubled each time up to the longest, and a half of it left to chance. */
export function delayAfter(failures: number, { firstDelayMs, longestDelayMs }: RetryPolicy, chance: number): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

function givenUp(where: string, found: string, cause: TransientError): DataError {
  return new DataError({ where, found, expected: 'an answer', cure: 'Run the same command later: what has arrived is kept.' }, { cause });
}
