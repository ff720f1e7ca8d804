/** Emit: segments, as they come, and what is known beside them become a release folder. */
import { CorrectionDesk } from '../curate/corrections.ts';
import { describeRelease } from '../describe/describe.ts';
import { keyOrder } from '../emit/key-order.ts';
import { emitRelease } from '../emit/release.ts';
import type { SegmentParts } from '../emit/segment-parts.ts';
import { tableNamed } from '../emit/table-part.ts';
import { loadOntology } from '../ontology/ontology.ts';
import { FigureGatherer } from '../report/figures.ts';
import { reportDocument } from '../report/page.ts';
import { checkRedirects } from '../validate/redirects.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Capture, Correction, Reject } from '../../schemas/types.ts';
import { RELEASE_LICENCE } from './licence.ts';
import type { Segment } from './segment.ts';
import type { Sources } from './sources.ts';

export interface EmitInput {
  /** In the order of the ids of their papers. */
  readonly segments: AsyncIterable<Segment>;
  readonly sources: Sources;
  /** Records set aside by the stages before. */
  readonly rejects: readonly Reject[];
  /** Entries read of each listing, by capture_id. */
  readonly entries: ReadonlyMap<string, number>;
  readonly datasetVersion: string;
}

export interface Emitted {
  readonly manifest: Manifest;
  /** Every record that was set aside, by any stage. */
  readonly rejects: readonly Reject[];
}

/**
 * Writes the release into the empty folder `staging`.
 * @throws DataError where papers are out of order from one segment to the next, or redirects or corrections break their laws.
 */
export async function emitSegments(input: EmitInput, staging: string): Promise<Emitted> {
  const { sources } = input;
  const rejects: Reject[] = [...sources.rejects, ...input.rejects];
  const ids = new Set<string>();
  const ontology = loadOntology();
  const gatherer = new FigureGatherer();
  const desk = new CorrectionDesk(sources.corrections);
  const checkOrder = keyOrder(tableNamed('papers'));
  async function* partsOfSegments(): AsyncGenerator<SegmentParts> {
    for await (const segment of input.segments) {
      for (const id of segment.ids) checkOrder({ id });
      rejects.push(...segment.rejects);
      desk.note(segment.corrections);
      gatherer.add(segment.counts, segment.shown);
      if (sources.redirects.length > 0) for (const id of segment.ids) ids.add(id);
      yield segment.parts;
    }
    checkRedirects(sources.redirects, (id) => ids.has(id));
  }
  const rows = {
    segments: partsOfSegments(),
    captures: captureRows(input, rejects),
    redirects: sources.redirects,
    corrections: appliedCorrections(desk),
    metric_types: ontology.metricTypes,
    benchmarks: ontology.benchmarks,
    rejects,
  };
  const manifest = await emitRelease(rows, {
    directory: staging,
    datasetVersion: input.datasetVersion,
    generatedFrom: { captures: sources.captures.length, newest_captured_at: newestOf(sources) },
    licence: RELEASE_LICENCE,
    extraFiles: (manifestSoFar) => [reportDocument(manifestSoFar, gatherer.figures()), ...describeRelease(manifestSoFar)],
  });
  return { manifest, rejects };
}

/** Made when asked for: by then all papers were corrected. */
function* appliedCorrections(desk: CorrectionDesk): Generator<Correction> {
  yield* desk.applied();
}

/** Made when asked for: by then all rejects are known. */
function* captureRows({ sources, entries }: EmitInput, rejects: readonly Reject[]): Generator<Capture> {
  const rejected = countBy(rejects.map((reject) => reject.capture_id));
  for (const { sidecar } of sources.captures) {
    const id = sidecar.capture_id;
    yield { ...sidecar, entries: entries.get(id) ?? sources.curatedRows.get(id) ?? 0, rejected: rejected.get(id) ?? 0 };
  }
}

function newestOf(sources: Sources): string | null {
  return sources.captures.map(({ sidecar }) => sidecar.captured_at).toSorted().at(-1) ?? null;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
