/** What a command of the command line is, and what it may use of the world. */
import { parseArgs } from 'node:util';
import type { Progress } from '../shared/progress.ts';
import { UsageError } from '../shared/errors.ts';

export interface Option {
  /** What the value is called in the help; an option without one is a switch. */
  readonly value?: string;
  readonly help: string;
  readonly multiple?: true;
}

export type OptionTable = Readonly<Record<string, Option>>;
type OptionValue = string | boolean | (string | boolean)[] | undefined;

/** The options of a call, read by name. */
export interface Call {
  text(name: string): string | null;
  flag(name: string): boolean;
  /** @throws UsageError where the value is no whole number from `least` on. */
  wholeNumber(name: string, least: number): number | null;
  readonly positionals: readonly string[];
}

/** The world outside: everything a command may touch is here, so that tests can stand in for it. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when more may be written. */
  readonly print: (text: string) => Promise<void>;
  /** Writes a line to standard error. */
  readonly tell: (line: string) => void;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly random: () => number;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name in the usage line, such as `FILE...`. */
  readonly operands?: string;
  readonly options: OptionTable;
  /** More of the help, after the options: forms, examples, exit codes. */
  readonly notes?: string;
  /** Runs the command; gives its exit code: 0 done, 1 the data failed. */
  run(call: Call, surroundings: Surroundings): Promise<number>;
}

/** A command by its name, before it is loaded. */
export interface CommandSource {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** Options that every command has. */
export const COMMON_OPTIONS: OptionTable = {
  quiet: { help: 'No progress and no summary.' },
  help: { help: 'Show this help.' },
};

/** Reads the arguments of a command. @throws UsageError for an option that it has not, or operands it does not take. */
export function readCall(command: Command, args: readonly string[]): Call {
  const { values, positionals } = parseOptions(command, args);
  if (command.operands === undefined && positionals.length > 0) {
    throw new UsageError(`${command.name} takes no operand; found ${JSON.stringify(positionals[0])}. See ${command.name} --help.`);
  }
  return {
    positionals,
    text: (name) => last(values[name]),
    flag: (name) => values[name] === true,
    wholeNumber: (name, least) => wholeNumber(name, last(values[name]), least),
  };
}

function parseOptions(command: Command, args: readonly string[]): { values: Record<string, OptionValue>; positionals: string[] } {
  const entries = Object.entries({ ...command.options, ...COMMON_OPTIONS });
  const options = Object.fromEntries(
    entries.map(([name, { value, multiple }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: multiple ?? false }]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new UsageError(`${message}. See ${command.name} --help.`, { cause });
  }
}

function last(value: OptionValue): string | null {
  const one = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? one : null;
}

function wholeNumber(name: string, written: string | null, least: number): number | null {
  if (written === null) return null;
  const value = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (value >= least) return value;
  throw new UsageError(`--${name}: found ${JSON.stringify(written)}, expected a whole number from ${least} on.`);
}
