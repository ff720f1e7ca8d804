/** Progress: a bar with rate and time left on a terminal, plain lines elsewhere, nothing when told to be quiet. */

/** What a stage tells of its work. Stages never print by themselves. */
export interface Progress {
  /** Begins a piece of work of `total` units, or of unknown size. */
  start(label: string, total?: number): void;
  /** `done` units of the current piece are finished. */
  advance(done: number): void;
  /** The current piece is finished. */
  finish(): void;
}

/** Says nothing. */
export const quietProgress: Progress = { start() {}, advance() {}, finish() {} };

/** What a progress display needs of the world. */
export interface Display {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

const REDRAW_MS = 100;
const BAR_WIDTH = 24;

interface Work {
  readonly label: string;
  readonly total: number | null;
  readonly began: number;
  drawn: number;
  done: number;
}

/** A display of progress: a bar redrawn in place on a terminal, else one line for each piece of work when it ends. */
export function createProgress(display: Display): Progress {
  let work: Work | null = null;
  function draw(current: Work): void {
    display.write(`\r\u001b[2K${barOf(current, display.now()).slice(0, display.columns - 1)}`);
    current.drawn = display.now();
  }
  return {
    start(label, total) {
      const began = display.now();
      work = { label, total: total ?? null, began, drawn: began, done: 0 };
      if (display.isTerminal) draw(work);
    },
    advance(done) {
      if (work === null) return;
      work.done = done;
      if (display.isTerminal && display.now() - work.drawn >= REDRAW_MS) draw(work);
    },
    finish() {
      if (work === null) return;
      const seconds = (display.now() - work.began) / 1000;
      const line = `${work.label}: ${work.done} in ${seconds.toFixed(1)} s`;
      display.write(display.isTerminal ? `\r\u001b[2K${line}\n` : `${line}\n`);
      work = null;
    },
  };
}

/** The bar of a piece of work at a moment: `label [####----] 40/100 12/s 5 s left`. */
function barOf(work: Work, now: number): string {
  const seconds = Math.max((now - work.began) / 1000, 0.001);
  const rate = work.done / seconds;
  if (work.total === null) return `${work.label} ${work.done} ${rate.toFixed(0)}/s`;
  const share = work.total === 0 ? 1 : Math.min(work.done / work.total, 1);
  const filled = Math.round(share * BAR_WIDTH);
  const left = rate > 0 ? `${Math.ceil((work.total - work.done) / rate)} s left` : '';
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
  return `${work.label} ${bar} ${work.done}/${work.total} ${rate.toFixed(0)}/s ${left}`;
}
