/** Measures work by the processor time of this thread, the best of several runs, after one to warm up. */

export interface Measured {
  readonly name: string;
  readonly records: number;
  /** Of all records together; null where they have none. */
  readonly characters: number | null;
  /** Seconds of processor time of the best run. */
  readonly seconds: number;
}

const RUNS = 7;

/** Runs `work` several times; what it gives back is kept, so that no run is optimized away. */
export function measure(name: string, records: number, characters: number | null, work: () => unknown): Measured {
  const results: unknown[] = [work()];
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    results[0] = work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return { name, records, characters, seconds: best };
}

/** The measurements as a Markdown table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, records, characters, seconds }) => {
    const characterRate = characters === null ? '' : `${(characters / seconds / 1e6).toFixed(1)} M`;
    return `| ${name} | ${records} | ${Math.round(records / seconds)} | ${characterRate} |`;
  });
  return ['| work | records | records/s | characters/s |', '|---|--:|--:|--:|', ...rows].join('\n');
}
