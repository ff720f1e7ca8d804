import { describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../pipeline/fetch/pace.ts';
import { fakeClock } from './fake-clock.ts';

/** When each of `count` turns came, in milliseconds from the first. */
async function turns(pace: Pace, count: number, clock: ReturnType<typeof fakeClock>): Promise<readonly number[]> {
  const began = clock.now();
  return Promise.all(Array.from({ length: count }, () => pace.turn().then(() => clock.now() - began)));
}

describe('a pace', () => {
  it('leaves a gap between turns', async () => {
    const clock = fakeClock();
    expect(await turns(createPace({ requests: 100, windowMs: 1_000 }, { gapMs: 50, longestHoldMs: 600_000 }, clock), 4, clock)).toEqual([0, 50, 100, 150]);
  });

  it('gives no more turns in any window than the quota has', async () => {
    const clock = fakeClock();
    const moments = await turns(createPace({ requests: 3, windowMs: 1_000 }, { gapMs: 10, longestHoldMs: 600_000 }, clock), 8, clock);
    expect(moments).toEqual([0, 10, 20, 1_000, 1_010, 1_020, 2_000, 2_010]);
  });

  it('stays below what the source allows over an hour', async () => {
    const clock = fakeClock();
    const moments = await turns(createPace({ requests: 90, windowMs: 300_000 }, { gapMs: 100, longestHoldMs: 600_000 }, clock), 1_000, clock);
    for (const [index, moment] of moments.entries()) expect(moment - (moments[index - 90] ?? -300_000)).toBeGreaterThanOrEqual(300_000);
  });

  it('gives no turn while it is held', async () => {
    const clock = fakeClock();
    const pace = createPace({ requests: 100, windowMs: 1_000 }, { gapMs: 10, longestHoldMs: 600_000 }, clock);
    pace.holdUntil(clock.now() + 5_000);
    pace.holdUntil(clock.now() + 200);
    expect(await turns(pace, 2, clock)).toEqual([5_000, 5_010]);
  });

  it('heeds a hold that comes while a turn is waited for', async () => {
    const clock = fakeClock();
    const began = clock.now();
    let held = false;
    const pace: Pace = createPace({ requests: 1, windowMs: 1_000 }, { gapMs: 0, longestHoldMs: 600_000 }, {
      now: clock.now,
      async sleep(milliseconds) {
        if (!held) pace.holdUntil(began + 9_000);
        held = true;
        await clock.sleep(milliseconds);
      },
    });
    expect(await turns(pace, 2, clock)).toEqual([0, 9_000]);
  });

  it('gives no turn at all while it is held for longer than may be waited for', async () => {
    const clock = fakeClock();
    const pace = createPace({ requests: 100, windowMs: 1_000 }, { gapMs: 0, longestHoldMs: 600_000 }, clock);
    pace.holdUntil(clock.now() + 7_200_000);
    await expect(pace.turn()).rejects.toThrow(/a pause of 7200 s asked for, expected at most 600 s/);
    await clock.sleep(7_200_000);
    await expect(pace.turn()).resolves.toBeUndefined();
  });

  it('takes over a stricter quota, and no laxer one', async () => {
    const clock = fakeClock();
    const pace = createPace({ requests: 4, windowMs: 1_000 }, { gapMs: 0, longestHoldMs: 600_000 }, clock);
    pace.tighten({ requests: 400, windowMs: 1_000 });
    pace.tighten({ requests: 2, windowMs: 1_000 });
    expect(await turns(pace, 5, clock)).toEqual([0, 0, 1_000, 1_000, 2_000]);
  });
});
