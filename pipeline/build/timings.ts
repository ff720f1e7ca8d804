/** Where the time of a build goes: wall and processor time, records a second and peak memory, stage by stage. */

/** What a stage took. */
export interface StageTiming {
  readonly stage: string;
  readonly records: number;
  /** Seconds on the clock, and of all processors together. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** The most memory the process had held by the end of the stage, in bytes. */
  readonly peakBytes: number;
}

/** The clocks of this process; the pipeline reads them for nothing but this. */
export interface Clocks {
  readonly wallSeconds: () => number;
  readonly cpuSeconds: () => number;
  readonly peakBytes: () => number;
}

export interface Timings {
  /** Does `work`, whose result says how many records it was for. */
  measure<Result>(stage: string, work: () => Promise<Result>, recordsOf: (result: Result) => number): Promise<Result>;
}

/** Measures nothing. */
export const noTimings: Timings = { measure: (_, work) => work() };

/** Timings that are gathered in the order in which stages end. */
export function gatherTimings({ wallSeconds, cpuSeconds, peakBytes }: Clocks): Timings & { readonly stages: readonly StageTiming[] } {
  const stages: StageTiming[] = [];
  return {
    stages,
    async measure(stage, work, recordsOf) {
      const [wall, cpu] = [wallSeconds(), cpuSeconds()];
      const result = await work();
      stages.push({ stage, records: recordsOf(result), wallSeconds: wallSeconds() - wall, cpuSeconds: cpuSeconds() - cpu, peakBytes: peakBytes() });
      return result;
    },
  };
}

/** The clocks of the running process. */
export function processClocks(): Clocks {
  return {
    wallSeconds: () => performance.now() / 1000,
    cpuSeconds: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    peakBytes: () => process.resourceUsage().maxRSS * 1024,
  };
}

/** The timings as lines of a table. */
export function timingLines(stages: readonly StageTiming[]): readonly string[] {
  const rows = stages.map(({ stage, records, wallSeconds, cpuSeconds, peakBytes }) => [
    stage, String(records), wallSeconds.toFixed(2), cpuSeconds.toFixed(2), String(Math.round(records / Math.max(wallSeconds, 0.001))), `${Math.round(peakBytes / 1024 ** 2)}`,
  ]);
  const table = [['stage', 'records', 'wall s', 'CPU s', 'records/s', 'peak MiB'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}
