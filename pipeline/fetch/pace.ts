/** Pace: how fast requests may follow each other, so that the limits of the source are never met. */
import type { Clock } from './clock.ts';
import type { Quota } from './rate-limit.ts';

/** Hands out turns to send a request. */
export interface Pace {
  /** Resolves when the next request may be sent. Turns are given in the order in which they were asked for. */
  turn(): Promise<void>;
  /** No turn is given before this moment: the server has asked for a pause. */
  holdUntil(moment: number): void;
  /** From now on at most `quota`, where that is less than what was promised before. */
  tighten(quota: Quota): void;
}

/** A pace that gives at most `quota.requests` turns in any window of `quota.windowMs`, and never two within `gapMs`. */
export function createPace(quota: Quota, gapMs: number, clock: Clock): Pace {
  let { requests, windowMs } = quota;
  let heldUntil = 0;
  let lastTurn = Promise.resolve();
  const given: number[] = [];

  function nextMoment(): number {
    const last = given.at(-1);
    const outOfWindow = given.at(-requests);
    return Math.max(
      heldUntil,
      last === undefined ? 0 : last + gapMs,
      outOfWindow === undefined ? 0 : outOfWindow + windowMs,
    );
  }

  async function waitForTurn(): Promise<void> {
    // A hold may come while this sleeps: the moment is worked out anew until it has come.
    for (let wait = nextMoment() - clock.now(); wait > 0; wait = nextMoment() - clock.now()) await clock.sleep(wait);
    given.push(clock.now());
    if (given.length > requests) given.shift();
  }

  return {
    turn() {
      lastTurn = lastTurn.then(waitForTurn);
      return lastTurn;
    },
    holdUntil(moment) {
      heldUntil = Math.max(heldUntil, moment);
    },
    tighten(told) {
      if (told.requests / told.windowMs >= requests / windowMs) return;
      ({ requests, windowMs } = told);
    },
  };
}
