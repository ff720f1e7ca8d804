/** The curated corrections: values of papers that the captures or the extractor have wrong, kept as CSV in `raw/`. */
import type { z } from 'zod';
import { correctionSchema } from '../../schemas/correction.ts';
import { metricSchema } from '../../schemas/metric.ts';
import { paperSchema } from '../../schemas/paper.ts';
import type { Correction, Metric, Paper } from '../../schemas/types.ts';
import { loadOntology } from '../ontology/ontology.ts';
import type { LoadedCapture } from '../records.ts';
import { DataError, quote } from '../shared/errors.ts';
import { readRows } from './rows.ts';

/** A row of the curated table: what a correction sets, before it is known what stood there. */
export type CorrectionRow = Omit<Correction, 'old'>;

/** What a paper is, and what follows from it, may not be corrected away, nor what is nested whole; results are corrected one by one. */
const FIXED: ReadonlySet<string> = new Set(['id', 'arxiv_id', 'url', 'aliases', 'links', 'metrics']);
const rowSchema = correctionSchema.omit({ old: true, capture_id: true }).refine(({ field }) => field.startsWith('metrics@') || (field in paperSchema.shape && !FIXED.has(field)), 'no field that can be corrected');
const RESULT = /^metrics@(\d{1,6})(?:\.([a-z_]{1,40}))?$/;

/**
 * Reads a table with the columns paper_id, field, new (as JSON), reason, date.
 * @throws DataError naming the row that is no correction.
 */
export function readCorrections(capture: LoadedCapture): readonly CorrectionRow[] {
  const rows = readRows(capture, ['paper_id', 'field', 'new', 'reason', 'date']);
  return rows.map((row, index) => readRow(row, capture.sidecar.capture_id, index + 1));
}

function readRow(row: unknown, captureId: string, position: number): CorrectionRow {
  const where = `${captureId}, row ${position}`;
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) throw new DataError({ where, found: parsed.error.issues[0]?.message ?? 'a malformed row', expected: 'a correction: paper_id, field, new, reason, date' });
  jsonOf(parsed.data.new, where);
  return { ...parsed.data, capture_id: captureId };
}

/** The rows as they are. @throws DataError where two correct the same field of a paper. */
export function eachOnce(rows: readonly CorrectionRow[]): readonly CorrectionRow[] {
  const seen = new Set<string>();
  for (const row of rows) {
    const place = JSON.stringify([row.paper_id, row.field]);
    if (seen.has(place)) throw refusal(row, 'a second correction of it', 'one correction of a field');
    seen.add(place);
  }
  return rows;
}

/**
 * Applies the corrections of one paper; gives it corrected, and each correction with the value it took the place of.
 * @throws DataError for a result that is not there, and for a value that does not fit its field.
 */
export function correctPaper(paper: Paper, rows: readonly CorrectionRow[]): { readonly paper: Paper; readonly corrections: readonly Correction[] } {
  let corrected = paper;
  const corrections: Correction[] = [];
  for (const row of rows.toSorted((a, b) => (a.field < b.field ? -1 : 1))) {
    const step = correctField(corrected, row);
    corrected = step.paper;
    corrections.push({ ...row, old: JSON.stringify(step.old ?? null) });
  }
  return { paper: corrected, corrections };
}

interface Step {
  readonly paper: Paper;
  readonly old: unknown;
}

function correctField(paper: Paper, row: CorrectionRow): Step {
  const [, start, field] = RESULT.exec(row.field) ?? [];
  if (start !== undefined) return correctResult(paper, row, Number(start), field);
  const value = jsonOf(row.new, row.capture_id);
  return { paper: fit(paperSchema, { ...paper, [row.field]: value }, row), old: Reflect.get(paper, row.field) };
}

function correctResult(paper: Paper, row: CorrectionRow, start: number, field: string | undefined): Step {
  const old = paper.metrics.find((metric) => metric.start === start);
  if (old === undefined) throw refusal(row, 'no result at this place', `one of the offsets ${paper.metrics.map((metric) => metric.start).join(', ')}`);
  const value = jsonOf(row.new, row.capture_id);
  if (field === undefined && value !== null) throw refusal(row, row.new, 'null, to take the result out');
  if (field === 'dataset_id' && typeof value === 'string' && loadOntology().benchmarkOf(value) === undefined) throw refusal(row, row.new, 'an id of the table benchmarks');
  const others = paper.metrics.flatMap((metric): readonly Metric[] => {
    if (metric !== old) return [metric];
    return field === undefined ? [] : [fit(metricSchema, { ...metric, [field]: value }, row)];
  });
  return { paper: { ...paper, metrics: others }, old: field === undefined ? old : Reflect.get(old, field) };
}

function fit<Shape>(schema: z.ZodType<Shape>, value: unknown, row: CorrectionRow): Shape {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal(row, row.new, parsed.error.issues[0]?.message ?? 'a value that fits');
}

function refusal({ capture_id, paper_id, field }: CorrectionRow, found: string, expected: string): DataError {
  return new DataError({ where: `${capture_id}, ${field} of ${paper_id}`, found: quote(found), expected, cure: 'Correct the row in the table of corrections.' });
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError({ where, found: quote(text), expected: 'the new value as JSON: text in quotes, a number, true, false or null' }, { cause });
  }
}

/** Corrections by the paper they are of, and which of them were applied. */
export class CorrectionDesk {
  readonly #rows = new Map<string, CorrectionRow[]>();
  readonly #applied: Correction[] = [];

  constructor(rows: readonly CorrectionRow[]) {
    for (const row of rows) this.#rows.set(row.paper_id, [...(this.#rows.get(row.paper_id) ?? []), row]);
  }

  /** The corrections of a paper, mostly none. */
  rowsOf(paperId: string): readonly CorrectionRow[] {
    return this.#rows.get(paperId) ?? [];
  }

  /** Takes down what was applied, paper after paper. */
  note(corrections: readonly Correction[]): void {
    this.#applied.push(...corrections);
  }

  /** Every correction that was applied, in the order of papers. @throws DataError for one of a paper that is not there. */
  applied(): readonly Correction[] {
    const corrected = new Set(this.#applied.map(({ paper_id }) => paper_id));
    for (const [id, [row]] of this.#rows) if (row !== undefined && !corrected.has(id)) throw refusal(row, 'no such paper', 'an id that papers has');
    return this.#applied;
  }
}
