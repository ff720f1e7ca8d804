/** Validate: a paper that its schema or a rule refuses is set aside with its reasons; the rest go on. */
import { paperSchema } from '../../schemas/paper.ts';
import type { Paper, Reject } from '../../schemas/types.ts';
import { quote } from '../shared/errors.ts';
import { RULES, type Finding } from './rules.ts';

/** Where a paper came from, for its reject. */
export interface Origin {
  readonly capture_id: string;
  readonly position: number;
}

/** The reject of one paper, for the first thing that is wrong with it; none when it is fit for the tables. */
export function validatePaper(paper: Paper, origin: Origin): readonly Reject[] {
  const bySchema = schemaFindings(paper);
  const findings = bySchema.length > 0 ? bySchema : RULES.flatMap((rule) => rule.check(paper));
  return findings.slice(0, 1).map(({ field, found, expected }) => ({
    capture_id: origin.capture_id,
    stage: 'validate',
    position: origin.position,
    field: `${paper.id} ${field}`,
    found: quote(found),
    expected,
  }));
}

function schemaFindings(paper: Paper): readonly Finding[] {
  const parsed = paperSchema.safeParse(paper);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || '(whole)',
    found: JSON.stringify(valueAt(paper, issue.path)) ?? 'nothing',
    expected: issue.message,
  }));
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), record);
}
