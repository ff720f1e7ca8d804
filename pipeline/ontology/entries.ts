/** The rows of the ontology's tables as records, each with the ways it is written. */
import type { z } from 'zod';
import { benchmarkSchema, metricTypeSchema } from '../../schemas/ontology.ts';
import type { Benchmark, MetricType } from '../../schemas/types.ts';
import { DataError, quote } from '../shared/errors.ts';
import type { SurfaceForm } from './matcher.ts';
import { listOf, readTable, type Cells } from './table.ts';

/** A row of a table: its record, where it stands, and its surface forms. */
export interface Entry<T> {
  readonly record: T;
  readonly where: string;
  readonly forms: readonly SurfaceForm[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** @throws DataError naming the line of metric-types.tsv that is not a metric type. */
export function readMetricTypes(): readonly Entry<MetricType>[] {
  return readEntries('metric-types.tsv', (cells) =>
    metricTypeSchema.safeParse({
      id: cells['id'],
      name: cells['name'],
      aliases: listOf(cells['aliases']),
      direction: cells['direction'],
      unit: optional(cells['unit']),
      range_low: optionalNumber(cells['range_low']),
      range_high: optionalNumber(cells['range_high']),
      domain: optional(cells['domain']),
    }),
  );
}

/** @throws DataError naming the line of benchmarks.tsv that is not a benchmark. */
export function readBenchmarks(): readonly Entry<Benchmark>[] {
  return readEntries('benchmarks.tsv', (cells) =>
    benchmarkSchema.safeParse({
      id: cells['id'],
      name: cells['name'],
      aliases: listOf(cells['aliases']),
      usual_metric: optional(cells['usual_metric']),
      tasks: listOf(cells['tasks']),
      papers: Number(cells['papers']),
    }),
  );
}

function readEntries<T extends Named>(file: string, toRecord: (cells: Cells) => z.ZodSafeParseResult<T>): readonly Entry<T>[] {
  return readTable(file).map(({ where, cells }) => {
    const { success, data, error } = toRecord(cells);
    if (success) return { record: data, where, forms: formsOf(data, where, cells) };
    const issue = error.issues[0];
    throw new DataError({
      where: `${where}, column ${issue?.path.join('.') ?? ''}`,
      found: issue?.message ?? 'a malformed cell',
      expected: 'a record of schemas/ontology.ts',
    });
  });
}

/** The forms of a record: its name, its aliases, and its cues, which hint at it without being a name of it. */
function formsOf({ id, name, aliases }: Named, where: string, cells: Cells): readonly SurfaceForm[] {
  const cues = listOf(cells['cues']);
  const ambiguous = new Set([...listOf(cells['ambiguous']), ...cues]);
  const exactCase = new Set(listOf(cells['exact_case']));
  const written = [name, ...aliases, ...cues];
  for (const marked of [...ambiguous, ...exactCase]) {
    if (!written.includes(marked)) {
      throw new DataError({ where, found: `the mark of ${quote(marked)}`, expected: 'a mark of the name, an alias or a cue' });
    }
  }
  return written.map((form) => ({ id, written: form, ambiguous: ambiguous.has(form), exactCase: exactCase.has(form) }));
}

function optional(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function optionalNumber(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}
