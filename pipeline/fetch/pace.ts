/** Pace: how fast requests may follow each other, so that the limits of the source are never met. */
import { DataError } from '../shared/errors.ts';
import type { Clock } from './clock.ts';
import type { Quota } from './rate-limit.ts';

/** Hands out turns to send a request. */
export interface Pace {
  /**
   * Resolves when the next request may be sent. Turns are given in the order in which they were asked for.
   * @throws DataError when the server has asked for a pause too long to wait for.
   */
  turn(): Promise<void>;
  /** No turn is given before this moment: the server has asked for a pause. */
  holdUntil(moment: number): void;
  /** From now on at most `quota`, where that is less than what was promised before. */
  tighten(quota: Quota): void;
}

/** How a pace goes, apart from its quota. */
export interface PaceOptions {
  /** The least time between two turns. */
  readonly gapMs: number;
  /** A longer hold is not waited for. */
  readonly longestHoldMs: number;
}

/** A pace that gives at most `quota.requests` turns in any window of `quota.windowMs`. */
export function createPace(quota: Quota, { gapMs, longestHoldMs }: PaceOptions, clock: Clock): Pace {
  let { requests, windowMs } = quota;
  let heldUntil = 0;
  let lastTurn: Promise<unknown> = Promise.resolve();
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
    for (let wait = nextMoment() - clock.now(); wait > 0; wait = nextMoment() - clock.now()) {
      refuseLongHold(heldUntil - clock.now(), longestHoldMs);
      await clock.sleep(wait);
    }
    given.push(clock.now());
    if (given.length > requests) given.shift();
  }

  return {
    turn() {
      const turn = lastTurn.then(waitForTurn);
      lastTurn = turn.catch(() => undefined);
      return turn;
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

function refuseLongHold(holdMs: number, longestHoldMs: number): void {
  if (holdMs <= longestHoldMs) return;
  throw new DataError({
    where: 'the source',
    found: `a pause of ${Math.ceil(holdMs / 1000)} s asked for`,
    expected: `at most ${longestHoldMs / 1000} s`,
    cure: 'Run the same command later: what has arrived is kept.',
  });
}
