import { z } from 'zod';
import { appearanceSchema } from './appearance.ts';
import { captureSchema } from './capture.ts';
import { correctionSchema } from './correction.ts';
import { linkSchema } from './link.ts';
import { metricSchema } from './metric.ts';
import { benchmarkSchema, metricTypeSchema } from './ontology.ts';
import { paperSchema } from './paper.ts';
import { paperId, position } from './primitives.ts';
import { redirectSchema } from './redirect.ts';

/**
 * Version of the shape of the data, apart from the version of the data itself. Major: a reader of the old shape can
 * break; minor: fields or tables were added; patch: descriptions only.
 */
export const SCHEMA_VERSION = '1.0.0';

const childKey = {
  paper_id: paperId.describe('The paper: papers.id.'),
  position: position.describe('Place in the list of the paper, from 1.'),
};

/** A row of the links table: a link and the paper it belongs to. */
export const linkRowSchema = z.strictObject({ ...childKey, ...linkSchema.shape });

/** A row of the metrics table: a result and the paper that reports it. */
export const metricRowSchema = z.strictObject({ ...childKey, ...metricSchema.shape });

/** A table of a release: its row, what identifies a row, and what it refers to. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly row: z.ZodObject;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly field: string; readonly table: string; readonly references: string }[];
}

const toPaper = { field: 'paper_id', table: 'papers', references: 'id' } as const;

/** Every table of a release, in the order in which they are described. Rows are sorted by primary key. */
export const TABLES = [
  {
    name: 'papers',
    description: 'Every paper once, with its links and the results its abstract reports nested in it.',
    row: paperSchema,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  {
    name: 'metrics',
    description: 'A row per number that an abstract reports as a result. Claims of abstracts, not a leaderboard of everything in the papers.',
    row: metricRowSchema,
    primaryKey: ['paper_id', 'position'],
    foreignKeys: [toPaper],
  },
  {
    name: 'links',
    description: 'A row per address that a paper gives.',
    row: linkRowSchema,
    primaryKey: ['paper_id', 'position'],
    foreignKeys: [toPaper],
  },
  {
    name: 'appearances',
    description: 'A row per paper and captured list: how a paper trended.',
    row: appearanceSchema,
    primaryKey: ['paper_id', 'capture_id', 'rank'],
    foreignKeys: [toPaper, { field: 'capture_id', table: 'captures', references: 'capture_id' }],
  },
  {
    name: 'captures',
    description: 'A row per capture the release was made from, with where it came from and what was read from it.',
    row: captureSchema,
    primaryKey: ['capture_id'],
    foreignKeys: [],
  },
  {
    name: 'redirects',
    description: 'A row per id that earlier releases had and this one has not: an id never vanishes without a word.',
    row: redirectSchema,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  {
    name: 'corrections',
    description: 'A row per value that a maintainer set right, with what stood there before and why.',
    row: correctionSchema,
    primaryKey: ['paper_id', 'field'],
    foreignKeys: [toPaper, { field: 'capture_id', table: 'captures', references: 'capture_id' }],
  },
  {
    name: 'metric_types',
    description: 'The metrics that results are typed with, and which direction is better.',
    row: metricTypeSchema,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  {
    name: 'benchmarks',
    description: 'The benchmarks and data sets that results are matched to.',
    row: benchmarkSchema,
    primaryKey: ['id'],
    foreignKeys: [{ field: 'usual_metric', table: 'metric_types', references: 'id' }],
  },
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]['name'];
