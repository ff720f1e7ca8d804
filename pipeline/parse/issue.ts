import type { ZodError } from 'zod';
import type { Reject } from '../../schemas/types.ts';
import { quote } from '../shared/errors.ts';

/** The first thing wrong with `value`, as a reject tells it: field path, what was found there, what was expected. */
export function issueOf(error: ZodError, value: unknown): Pick<Reject, 'field' | 'found' | 'expected'> {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const found = path.reduce(memberOf, value);
  return {
    field: path.map(String).join('.') || '(whole)',
    found: describeValue(found),
    expected: expectedBy(issue?.message ?? 'a value of another shape'),
  };
}

/** What a message such as `Invalid input: expected string, received number` expects. */
function expectedBy(message: string): string {
  const [, expected] = message.split(': expected ', 2);
  return quote(expected?.split(', received ', 1)[0] ?? message);
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** `value` in a few words; what it holds is not followed, however deep it is. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `"${quote(value)}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}
