/** Time, as fetching needs it: passed in, so that a test can have it pass at will. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: Date.now, sleep: (milliseconds) => wait(milliseconds) };

/** A moment as sidecars write it, to the second: `2025-03-17T08:00:00Z`. */
export function timestampOf(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The day in UTC of a moment: `2025-03-17`. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
