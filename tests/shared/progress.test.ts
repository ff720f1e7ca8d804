import { describe, expect, it } from 'vitest';
import { createProgress, quietProgress } from '../../pipeline/shared/progress.ts';

function display(isTerminal: boolean): { written: string[]; clock: { now: number }; progress: ReturnType<typeof createProgress> } {
  const written: string[] = [];
  const clock = { now: 0 };
  const progress = createProgress({ write: (text) => void written.push(text), isTerminal, columns: 80, now: () => clock.now });
  return { written, clock, progress };
}

describe('progress', () => {
  it('draws a bar with rate and time left on a terminal, at most ten times a second', () => {
    const { written, clock, progress } = display(true);
    progress.start('Reading', 100);
    clock.now = 50;
    progress.advance(1);
    clock.now = 2000;
    progress.advance(50);
    expect(written.at(-1)).toContain('Reading [############------------] 50/100 25/s 2 s left');
    expect(written).toHaveLength(2);
    progress.finish();
    expect(written.at(-1)).toBe('\r\u001b[2KReading: 50 in 2.0 s\n');
  });

  it('writes one plain line for each piece of work elsewhere', () => {
    const { written, clock, progress } = display(false);
    progress.start('Reading', 2);
    progress.advance(2);
    clock.now = 1500;
    progress.finish();
    expect(written).toEqual(['Reading: 2 in 1.5 s\n']);
  });

  it('never draws wider than the terminal', () => {
    const { written, progress } = display(true);
    progress.start('A very long label '.repeat(20), 100);
    expect(written.at(-1)?.length).toBeLessThan(80 + '\r\u001b[2K'.length);
  });

  it('says nothing when quiet', () => {
    expect(() => {
      quietProgress.start('x');
      quietProgress.advance(1);
      quietProgress.finish();
    }).not.toThrow();
  });
});
