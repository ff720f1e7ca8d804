/** Where something failed, what was found, what was expected and what to do: every error a user sees says these. */
export interface Fault {
  /** The file, capture, line or option that is wrong. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  /** What the reader can do about it. */
  readonly cure?: string;
}

const LONGEST_QUOTE = 120;
/** Signs that move the cursor, colour the terminal or turn the text around them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** `text` with nothing in it that a terminal would obey. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, '\ufffd');
}

/** `value` on one line and cut to 120 characters, fit to stand in a message. */
export function quote(value: string): string {
  const line = printable(value.slice(0, LONGEST_QUOTE * 4).replaceAll(/\s+/g, ' ')).trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).toWellFormed()}…` : line.toWellFormed();
}

function describe(fault: Fault): string {
  const sentence = `${fault.where}: found ${fault.found}, expected ${fault.expected}.`;
  return fault.cure === undefined ? sentence : `${sentence} ${fault.cure}`;
}

/** The data is wrong: the command ends with exit code 1. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(describe(fault), options);
    this.fault = fault;
  }
}

/** The call is wrong: the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
