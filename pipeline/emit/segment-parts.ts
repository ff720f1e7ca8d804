/** A segment is a run of papers, in the order of their ids, with all that hangs on them: links, results, appearances. */
import type { Appearance, Paper } from '../../schemas/types.ts';
import { PartMaker, tableNamed, type TablePart } from './table-part.ts';

/** The tables whose rows come with papers. */
export const SEGMENT_TABLES = ['papers', 'metrics', 'links', 'appearances'] as const;
export type SegmentTable = (typeof SEGMENT_TABLES)[number];

/** A part of each of these tables. */
export type SegmentParts = Readonly<Record<SegmentTable, TablePart>>;

/** Takes papers with their appearances, and makes the parts of a segment of them. */
export class SegmentPartsMaker {
  readonly #papers = new PartMaker(tableNamed('papers'));
  readonly #metrics = new PartMaker(tableNamed('metrics'));
  readonly #links = new PartMaker(tableNamed('links'));
  readonly #appearances = new PartMaker(tableNamed('appearances'));

  /** @throws {DataError} for a record that does not fit its schema, or is out of order. */
  add(paper: Paper, appearances: readonly Appearance[]): void {
    this.#papers.add(paper);
    for (const row of childRows(paper.id, paper.metrics)) this.#metrics.add(row);
    for (const row of childRows(paper.id, paper.links)) this.#links.add(row);
    for (const row of appearances) this.#appearances.add(row);
  }

  async take(): Promise<SegmentParts> {
    return {
      papers: await this.#papers.take(),
      metrics: await this.#metrics.take(),
      links: await this.#links.take(),
      appearances: await this.#appearances.take(),
    };
  }
}

function childRows(paperId: string, children: readonly object[]): readonly object[] {
  return children.map((child, index) => ({ paper_id: paperId, position: index + 1, ...child }));
}
