/** What was measured, by work and size, and the table of it. */
import { statSync } from 'node:fs';

interface Entry {
  readonly work: string;
  readonly size: number;
  readonly seconds: number;
  readonly bytes: number | null;
}

/** Gathers seconds of work at several sizes. */
export class Ledger {
  readonly #entries: Entry[] = [];

  /** Does `run` and takes down the processor time of all threads, as some libraries use several. */
  async timed<Result>(work: string, size: number, run: () => Result | Promise<Result>, file: string | null = null): Promise<Result> {
    const before = process.cpuUsage();
    const result = await run();
    const { user, system } = process.cpuUsage(before);
    this.note(work, size, (user + system) / 1e6, file === null ? null : statSync(file).size);
    return result;
  }

  note(work: string, size: number, seconds: number, bytes: number | null = null): void {
    this.#entries.push({ work, size, seconds, bytes });
  }

  /** Markdown. The growth is from the last size but one to the last: ten where it is linear and so are the sizes. */
  table(sizes: readonly number[]): string {
    const works = [...new Set(this.#entries.map(({ work }) => work))];
    const header = ['seconds', ...sizes.map((size) => `${size.toLocaleString('en')} papers`), 'growth', 'papers/s', 'MB'];
    const rows = works.map((work) => this.#row(work, sizes));
    return [header, ['---', ...header.slice(1).map(() => '--:')], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }

  #row(work: string, sizes: readonly number[]): readonly string[] {
    const entries = sizes.map((size) => this.#entries.find((entry) => entry.work === work && entry.size === size));
    const [before, last] = entries.slice(-2);
    return [
      work,
      ...entries.map((entry) => entry?.seconds.toFixed(2) ?? ''),
      before !== undefined && last !== undefined ? (last.seconds / before.seconds).toFixed(1) : '',
      last === undefined ? '' : Math.round(last.size / last.seconds).toLocaleString('en'),
      last?.bytes == null ? '' : (last.bytes / 1e6).toFixed(1),
    ];
  }
}
