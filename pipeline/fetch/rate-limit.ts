/**
 * What a server says of its limits: `RateLimit` and `RateLimit-Policy` as Hugging Face sends them
 * (`"api";r=0;t=137`, `"fixed window";"api";q=500;w=300`), and `Retry-After` (RFC 9110, section 10.2.3).
 */

/** Requests left in the current window, and when the next begins. */
export interface Allowance {
  readonly left: number;
  readonly resetMs: number;
}

/** Requests that may be sent in a window. */
export interface Quota {
  readonly requests: number;
  readonly windowMs: number;
}

/** Reads `RateLimit`; null where it does not say both what is left and until when. */
export function readAllowance(header: string | null): Allowance | null {
  const left = parameter(header, 'r');
  const seconds = parameter(header, 't');
  return left === null || seconds === null ? null : { left, resetMs: seconds * 1000 };
}

/** Reads `RateLimit-Policy`; null where it does not say both the number and the window. */
export function readQuota(header: string | null): Quota | null {
  const requests = parameter(header, 'q');
  const seconds = parameter(header, 'w');
  return requests === null || seconds === null || requests === 0 || seconds === 0 ? null : { requests, windowMs: seconds * 1000 };
}

/** The value of a parameter of the first member of a structured header: 137 for `t` in `"api";r=0;t=137`. */
function parameter(header: string | null, name: string): number | null {
  const parameters = (header ?? '').slice(0, 200).split(',')[0]?.split(';') ?? [];
  const written = parameters.map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  const value = written?.slice(name.length + 1) ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from `now`; null where it is neither. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const written = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  const moment = HTTP_DATE.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
