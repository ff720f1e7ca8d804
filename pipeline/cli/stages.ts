/** The single stages, each a filter over NDJSON: `parse | normalize | extract --entries | merge | validate | emit` is `build`. */
import { emitRecords } from '../build/emit-records.ts';
import { openSources, type Sources } from '../build/sources.ts';
import { loadCapture } from '../captures/store.ts';
import { correctPaper, CorrectionDesk } from '../curate/corrections.ts';
import { removedIds } from '../curate/redirects.ts';
import { curatedTitles, identify } from '../merge/identify.ts';
import { contextOf, type MergeSources } from '../merge/merge-context.ts';
import { mergePaper, type MergedPaper } from '../merge/merge-paper.ts';
import { normalizeEntry } from '../normalize/normalize.ts';
import { parseListing } from '../parse/parse.ts';
import type { ExtractedEntry, ListingEntry } from '../records.ts';
import { DataError } from '../shared/errors.ts';
import { jsonLines } from '../shared/ndjson.ts';
import { packageVersion } from '../shared/package-facts.ts';
import { validatePaper } from '../validate/validate.ts';
import type { Call, Command, Surroundings } from './command.ts';
import { DEFAULT_OUT, DEFAULT_RAW } from './folders.ts';
import { mapRecords, otherForm } from './map-records.ts';
import type { Reject } from '../../schemas/types.ts';

const RAW = { raw: { value: 'DIR', help: `Folder of captures (${DEFAULT_RAW}).` } };

function rawOf(call: Call): string {
  return call.text('raw') ?? DEFAULT_RAW;
}

function sourcesOf(call: Call): Promise<Sources> {
  return openSources(rawOf(call));
}

function mergeSources({ captures, identities, redirects }: Sources): MergeSources {
  return { sidecars: captures.map(({ sidecar }) => sidecar), identities, redirects };
}

/** Says a reject on standard error; a single stage goes on and ends with exit code 1. */
function tellReject({ tell }: Surroundings, reject: Reject): void {
  tell(JSON.stringify(reject));
}

export const parseCommand: Command = {
  name: 'parse',
  summary: 'Read the entries of every listing in raw/, as the documents give them, to NDJSON.',
  options: RAW,
  async run(call, surroundings) {
    let rejected = 0;
    for (const stored of (await sourcesOf(call)).listings) {
      const { entries, rejects } = parseListing(await loadCapture(stored));
      for (const entry of entries) await surroundings.print(`${JSON.stringify(entry)}\n`);
      for (const reject of rejects) tellReject(surroundings, reject);
      rejected += rejects.length;
    }
    return rejected > 0 ? 1 : 0;
  },
};

export const normalizeCommand: Command = {
  name: 'normalize',
  summary: 'Clean the text of entries and check their dates and ids: the NDJSON of parse to NDJSON.',
  options: RAW,
  async run(call, surroundings) {
    const { sidecarOf } = contextOf(mergeSources(await sourcesOf(call)));
    let rejected = 0;
    await mapRecords<ListingEntry>(surroundings, (entry) => {
      const result = normalizeEntry(entry, sidecarOf(entry.capture_id));
      if (result.ok) return [result.entry];
      tellReject(surroundings, result.reject);
      rejected += 1;
      return [];
    });
    return rejected > 0 ? 1 : 0;
  },
};

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Join the entries of each paper: the NDJSON of extract --entries to NDJSON {paper, appearances, origin}.',
  options: RAW,
  notes: 'Holds all entries in memory; build does not.',
  async run(call, surroundings) {
    const sources = await sourcesOf(call);
    const entries: ExtractedEntry[] = [];
    for await (const entry of jsonLines<ExtractedEntry>(surroundings.stdin)) entries.push(entry);
    for (const merged of mergedFrom(entries, sources)) await surroundings.print(`${JSON.stringify(merged)}\n`);
    return 0;
  },
};

function* mergedFrom(entries: readonly ExtractedEntry[], sources: Sources): Generator<MergedPaper> {
  try {
    const keys = entries.map((entry) => ({ arxiv_id: entry.arxiv_id, title_key: entry.title_key, place: entry }));
    const { groups } = identify(keys, curatedTitles(sources.identities));
    const context = contextOf(mergeSources(sources));
    for (const id of [...groups.keys()].toSorted()) yield mergePaper(id, groups.get(id) ?? [], context);
  } catch (error) {
    throw otherForm(error, 'standard input');
  }
}

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Hold papers to their schema and rules: the NDJSON of merge to NDJSON of those that are fit.',
  options: RAW,
  notes: 'A paper is judged with its corrections; they are applied by emit, which tells what stood there before.',
  async run(call, surroundings) {
    const { corrections, redirects } = await sourcesOf(call);
    const [desk, removed] = [new CorrectionDesk(corrections), removedIds(redirects)];
    let rejected = 0;
    await mapRecords<MergedPaper>(surroundings, (merged) => {
      // Emit leaves it out, and counts its entries.
      if (removed.has(merged.paper.id)) return [merged];
      const { paper } = correctPaper(merged.paper, desk.rowsOf(merged.paper.id));
      const rejects = validatePaper(paper, merged.origin);
      for (const reject of rejects) tellReject(surroundings, reject);
      rejected += rejects.length;
      return rejects.length === 0 ? [merged] : [];
    });
    return rejected > 0 ? 1 : 0;
  },
};

export const emitCommand: Command = {
  name: 'emit',
  summary: 'Write a release folder from the NDJSON of validate.',
  options: { ...RAW, out: { value: 'DIR', help: `Release folder to write or replace (${DEFAULT_OUT}).` } },
  notes: 'Holds all papers in memory; build does not.',
  async run(call, surroundings) {
    const papers: MergedPaper[] = [];
    await mapRecords<MergedPaper>(surroundings, (merged) => {
      papers.push(whole(merged));
      return [];
    });
    if (papers.length === 0) {
      throw new DataError({ where: 'standard input', found: 'no paper', expected: 'the NDJSON of validate', cure: 'Run the stages before, or build.' });
    }
    const out = call.text('out') ?? DEFAULT_OUT;
    const { manifest, rejects } = await emitRecords(papers, await sourcesOf(call), { raw: rawOf(call), out, datasetVersion: await packageVersion() });
    for (const reject of rejects) tellReject(surroundings, reject);
    await surroundings.print(`${manifest.counts.papers} papers, written to ${out}\n`);
    return rejects.length > 0 ? 1 : 0;
  },
};

/** @throws TypeError for a record that is no merged paper at all. */
function whole(merged: MergedPaper): MergedPaper {
  if (typeof merged.paper.id === 'string' && Array.isArray(merged.appearances) && typeof merged.origin.capture_id === 'string') return merged;
  throw new TypeError('no paper, appearances and origin in it');
}
