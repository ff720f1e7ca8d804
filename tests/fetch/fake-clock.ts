/** A clock on which time passes by sleeping alone. */
import type { Clock } from '../../pipeline/fetch/clock.ts';

export interface FakeClock extends Clock {
  /** Every sleep, in milliseconds. */
  readonly slept: readonly number[];
}

export function fakeClock(start = '2026-01-10T12:00:00Z'): FakeClock {
  let now = Date.parse(start);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
