import { describe, expect, it } from 'vitest';
import { gatherTimings, noTimings, timingLines } from '../../pipeline/build/timings.ts';

describe('timings', () => {
  it('tell what each stage took, by clocks that are handed in', async () => {
    let now = 0;
    const timings = gatherTimings({ wallSeconds: () => now, cpuSeconds: () => 2 * now, peakBytes: () => 3 * 1024 ** 2 });
    const result = await timings.measure('work', async () => {
      now += 2;
      return [1, 2, 3, 4];
    }, (list) => list.length);
    expect(result).toHaveLength(4);
    expect(timings.stages).toEqual([{ stage: 'work', records: 4, wallSeconds: 2, cpuSeconds: 4, peakBytes: 3 * 1024 ** 2 }]);
    expect(timingLines(timings.stages)[1]?.split(/ +/)).toEqual(['work', '4', '2.00', '4.00', '2', '3']);
  });

  it('cost nothing where nobody asks', async () => {
    expect(await noTimings.measure('x', async () => 5, () => 0)).toBe(5);
  });
});
