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
import type { Capture, Correction, Redirect, Reject } from '../../schemas/types.ts';
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
  const { sources, datasetVersion } = input;
  const gathered = new Gathered(input);
  const { metricTypes, benchmarks } = loadOntology();
  const rows = {
    segments: gathered.partsOf(input.segments),
    captures: captureRows(input, gathered.rejects),
    redirects: sources.redirects,
    corrections: appliedCorrections(gathered.desk),
    metric_types: metricTypes,
    benchmarks,
    rejects: gathered.rejects,
  };
  const manifest = await emitRelease(rows, {
    directory: staging,
    datasetVersion,
    generatedFrom: { captures: sources.captures.length, newest_captured_at: newestOf(sources) },
    licence: RELEASE_LICENCE,
    extraFiles: (manifestSoFar) => [reportDocument(manifestSoFar, gathered.figures.figures()), ...describeRelease(manifestSoFar)],
  });
  return { manifest, rejects: gathered.rejects };
}

/** What is gathered while segments go by, for what is written after them. */
class Gathered {
  readonly rejects: Reject[];
  readonly desk: CorrectionDesk;
  readonly figures = new FigureGatherer();
  readonly #redirects: readonly Redirect[];
  readonly #ids = new Set<string>();
  readonly #checkOrder = keyOrder(tableNamed('papers'));

  constructor({ sources, rejects }: EmitInput) {
    this.rejects = [...sources.rejects, ...rejects];
    this.desk = new CorrectionDesk(sources.corrections);
    this.#redirects = sources.redirects;
  }

  async *partsOf(segments: AsyncIterable<Segment>): AsyncGenerator<SegmentParts> {
    for await (const segment of segments) {
      this.#note(segment);
      yield segment.parts;
    }
    checkRedirects(this.#redirects, (id) => this.#ids.has(id));
  }

  #note({ ids, rejects, corrections, counts, shown }: Segment): void {
    for (const id of ids) this.#checkOrder({ id });
    if (this.#redirects.length > 0) for (const id of ids) this.#ids.add(id);
    this.rejects.push(...rejects);
    this.desk.note(corrections);
    this.figures.add(counts, shown);
  }
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
