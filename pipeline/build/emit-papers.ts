/** Validate and emit: merged papers, as they come, become a release folder. */
import path from 'node:path';
import { CorrectionDesk } from '../curate/corrections.ts';
import { describeRelease } from '../describe/describe.ts';
import { emitRelease } from '../emit/release.ts';
import type { MergedPaper } from '../merge/merge-paper.ts';
import { loadOntology } from '../ontology/ontology.ts';
import { FigureGatherer } from '../report/figures.ts';
import { reportDocument } from '../report/page.ts';
import { validatePaper } from '../validate/validate.ts';
import { checkRedirects } from '../validate/redirects.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import type { Appearance, Capture, Correction, Paper, Reject } from '../../schemas/types.ts';
import { RELEASE_LICENCE } from './licence.ts';
import type { Sources } from './sources.ts';
import { Spool } from './spool.ts';

export interface EmitInput {
  /** Merged papers in the order of their ids. */
  readonly papers: Iterable<MergedPaper>;
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
 * Writes the release into the empty folder `staging`, with `work` for files that are in the way only meanwhile.
 * @throws DataError where redirects break their laws.
 */
export async function emitPapers(input: EmitInput, staging: string, work: string): Promise<Emitted> {
  const { sources } = input;
  const rejects: Reject[] = [...sources.rejects, ...input.rejects];
  const ids = new Set<string>();
  const appearances = new Spool<Appearance>(path.join(work, 'appearances.ndjson'));
  const ontology = loadOntology();
  const gatherer = new FigureGatherer();
  const desk = new CorrectionDesk(sources.corrections);
  const removed = new Set(sources.redirects.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
  async function* fitPapers(): AsyncGenerator<Paper> {
    for (const merged of input.papers) {
      if (removed.has(merged.paper.id)) continue;
      const paper = desk.correct(merged.paper);
      const reasons = validatePaper(paper, merged.origin);
      rejects.push(...reasons);
      if (reasons.length > 0) continue;
      if (sources.redirects.length > 0) ids.add(paper.id);
      gatherer.add(paper);
      for (const appearance of merged.appearances) await appearances.write(appearance);
      yield paper;
    }
    checkRedirects(sources.redirects, (id) => ids.has(id));
  }
  const rows = {
    papers: fitPapers(),
    appearances: appearances.rows(),
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
