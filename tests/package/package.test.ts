/** The npm package, packed and installed: its functions, its types, its weight, in Node and in a browser. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollUpDeclarations } from '../../pipeline/package/declarations.ts';
import { recordTypes } from '../../pipeline/package/record-types.ts';
import { packAndInstall, removePacked, runNode, typeCheck, type Packed } from './packed.ts';

/** What the package may weigh, packed: the data of 73 papers, the ontologies and the command line, with some room. */
const MOST_PACKED_BYTES = 650_000;
const CHROMIUM = '/usr/bin/chromium';

let packed: Packed;

beforeAll(async () => {
  packed = await packAndInstall();
}, 60_000);

afterAll(async () => {
  await removePacked(packed);
});

async function evaluate(code: string): Promise<unknown> {
  return JSON.parse(await runNode(packed.project, 'test.mjs', `import * as data from 'trending-papers';\nconsole.log(JSON.stringify((() => { ${code} })() ?? null));\n`));
}

describe('generated sources', () => {
  it('are up to date: run npm run generate where this fails', async () => {
    expect(await readFile('access/records.ts', 'utf8')).toBe(recordTypes());
    expect(await readFile('access/api-report.d.ts', 'utf8')).toBe(await rollUpDeclarations('access/index'));
  });
});

describe('the functions', () => {
  it.each(['arxiv:2411.10433', '2411.10433', '2411.10433v2', 'https://arxiv.org/abs/2411.10433v1', 'https://arxiv.org/pdf/2411.10433v2.pdf'])('find a paper by %s', async (id) => {
    expect(await evaluate(`return data.findPaper(${JSON.stringify(id)})?.id;`)).toBe('arxiv:2411.10433');
  });

  it('find nothing for an id that no paper has', async () => {
    expect(await evaluate("return [data.findPaper('2411.99999'), data.findPaper(''), data.findPaper('title:000000000000')].filter(Boolean);")).toEqual([]);
  });

  it('read tables once, with ids that join them', async () => {
    expect(await evaluate('return [data.papers.size, [...data.papers].length, data.papers.all() === data.papers.all()];')).toEqual([73, 73, true]);
    expect(await evaluate('return data.metrics.all().every(({ paper_id }) => data.findPaper(paper_id) !== undefined);')).toBe(true);
    expect(await evaluate('return [data.links.size, data.appearances.size, data.redirects.size, data.metricTypes.size > 300, data.benchmarks.size > 1000];')).toEqual([26, 73, 0, true, true]);
  });

  it('filter by what papers have', async () => {
    const files = await evaluate(`return {
      code: data.findPapers({ codeStatus: 'available' }).every((paper) => paper.code_status === 'available'),
      both: data.findPapers({ metric: 'fid', dataset: 'imagenet_256' }).every((paper) => paper.metrics.some((m) => m.metric === 'fid' && m.dataset_id === 'imagenet_256')),
      some: data.findPapers({ metric: 'fid' }).length > data.findPapers({ metric: 'fid', dataset: 'imagenet_256' }).length,
      dated: data.findPapers({ publishedFrom: '2025-01-01', publishedTo: '2025-12-31' }).every((paper) => paper.published_on >= '2025-01-01'),
      listed: [data.findPapers({ listedFrom: '2025-03-17', listedTo: '2025-03-17' }).length, data.findPapers({ listedFrom: '2025-03-18' }).length],
      all: data.findPapers({}).length,
    };`);
    expect(files).toEqual({ code: true, both: true, some: true, dated: true, listed: [73, 0], all: 73 });
  });

  it('search titles before abstracts, plurals and accents alike', async () => {
    const [first] = z(await evaluate("return data.searchPapers('titans learning to memorize').map(({ paper }) => paper.title);"));
    expect(first).toMatch(/Titans/);
    expect(await evaluate("return [data.searchPapers('').length, data.searchPapers('zzzzqqq').length, data.searchPapers('model', { limit: 2 }).length];")).toEqual([0, 0, 2]);
    expect(await evaluate("return data.searchPapers('transformers').length === data.searchPapers('TRANSFORMER').length;")).toBe(true);
  });

  it('rank the better first, whichever way a metric runs, own results apart', async () => {
    const board = await evaluate(`const { own, baselines } = data.leaderboard('fid', 'imagenet_256');
      return { sorted: own.every((row, i) => i === 0 || own[i - 1].result.value <= row.result.value), first: own[0].result.value, roles: [...new Set([...own.map((r) => r.result.role), ...baselines.map((r) => r.result.role)])], ranks: own.map((row) => row.rank)[0] };`);
    expect(board).toMatchObject({ sorted: true, first: 1.24, ranks: 1 });
    expect(await evaluate("return [data.leaderboard('no_such_metric', 'imagenet_256')].filter(Boolean);")).toEqual([]);
  });

  it('give the appearances of a paper', async () => {
    expect(await evaluate("return data.trendingHistory('2411.10433').map(({ list, period }) => [list, period]);")).toEqual([[expect.any(String), '2025-03-17']]);
    expect(await evaluate("return data.trendingHistory('nothing');")).toEqual([]);
  });

  it('say which release they are of', async () => {
    expect(await evaluate('return [data.version, data.schemaVersion, data.generatedFrom];')).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/), '1.0.0', { captures: 2, newest_captured_at: '2025-03-17T00:00:00Z' }]);
  });
});

function z(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

describe('from CommonJS', () => {
  it('gives the same', async () => {
    const printed = await runNode(packed.project, 'test.cjs', "const data = require('trending-papers');\nconst { paperSchema } = require('trending-papers/schemas');\nconsole.log(data.papers.size, paperSchema.safeParse(data.papers.all()[0]).success);\n");
    expect(printed.trim()).toBe('73 true');
  });
});

describe('subpaths', () => {
  it('open every file of data and the schemas', async () => {
    const printed = await runNode(packed.project, 'paths.mjs', `
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      import { paperSchema } from 'trending-papers/schemas';
      import papers from 'trending-papers/papers.json' with { type: 'json' };
      const require = createRequire(import.meta.url);
      const sizes = ['papers.json', 'metrics.csv', 'papers.parquet', 'benchmarks.json', 'redirects.csv', 'manifest.json', 'package.json'].map((file) => readFileSync(require.resolve('trending-papers/' + file)).length);
      console.log(JSON.stringify([sizes.every((size) => size > 2), papers.every((paper) => paperSchema.safeParse(paper).success)]));`);
    expect(JSON.parse(printed)).toEqual([true, true]);
  });
});

const TYPED = `
import { findPaper, findPapers, leaderboard, metrics, papers, type Metric, type MetricId, type Paper } from 'trending-papers';
import { paperSchema } from 'trending-papers/schemas';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<T extends true>(): T | undefined { return undefined; }

holds<Equal<ReturnType<typeof findPaper>, Paper | undefined>>();
holds<Equal<Metric['kind'], 'absolute' | 'difference' | 'ratio' | 'relative'>>();
holds<Equal<Paper['code_status'], 'available' | 'promised' | 'none'>>();
holds<Equal<Paper['upvotes'], number | null>>();
const id: MetricId = 'fid';
const own: MetricId = 'consensus_stability';
for (const paper of papers) paper.title.toUpperCase();
const first = metrics.all()[0];
if (first !== undefined) console.log(first.paper_id, first.value, id, own, leaderboard('fid', 'imagenet_256')?.own[0]?.paper.title);
const parsed: Paper = paperSchema.parse(findPaper('x'));
// @ts-expect-error records are read-only
if (first !== undefined) first.value = 2;
// @ts-expect-error lists are read-only
papers.all().push(parsed);
// @ts-expect-error statuses are few
findPapers({ codeStatus: 'maybe' });
// @ts-expect-error a table is no list
papers.map((paper) => paper);
// @ts-expect-error a paper has no such field
findPaper('x')?.nothing;
`;

describe('the command line', () => {
  it('verifies a release, and compares two', async () => {
    const bin = path.join(packed.project, 'node_modules', '.bin', 'trending-papers');
    const run = promisify(execFile);
    expect((await run(bin, ['verify', path.join(packed.folder, 'dist')])).stdout).toContain('All of it holds.');
    expect((await run(bin, ['diff', path.join(packed.folder, 'dist'), path.join(packed.folder, 'dist')])).stdout).toContain('the same data');
    await expect(run(bin, ['build'])).rejects.toMatchObject({ code: 2 });
  });
});

describe('the types', () => {
  it.each(['nodenext', 'bundler'] as const)('hold in a strict project with %s resolution', async (module) => {
    const commonJs = module === 'nodenext' ? { 'typed.cts': "import data = require('trending-papers');\nconst size: number = data.papers.size;\nconsole.log(size);\n" } : {};
    expect(await typeCheck(packed.project, { 'typed.ts': TYPED, ...commonJs }, module)).toBe('');
  });

  it('are right for every way of resolving them', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(packed.tarball))), { entrypoints: ['.', './schemas'] });
    const problems = analysis.types === false ? ['no types'] : analysis.problems.filter((problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node10'));
    expect(problems).toEqual([]);
  });

  it('are published as they should be', async () => {
    const { messages } = await publint({ pkgDir: packed.staged, strict: true });
    expect(messages).toEqual([]);
  });
});

describe('the weight', () => {
  it('is small, and has no dependencies', async () => {
    expect((await stat(packed.tarball)).size).toBeLessThan(MOST_PACKED_BYTES);
    expect(Object.keys(JSON.parse(await readFile(path.join(packed.staged, 'package.json'), 'utf8')))).not.toContain('dependencies');
    expect((await readdir(path.join(packed.project, 'node_modules'))).filter((name) => !name.startsWith('.')).toSorted()).toEqual(['trending-papers', 'zod']);
  });

  it('costs little to import', async () => {
    const code = "const before = performance.now();\nawait import('trending-papers');\nconsole.log(performance.now() - before);\n";
    const times: number[] = [];
    for (let run = 0; run < 9; run += 1) times.push(Number(await runNode(packed.project, 'time.mjs', code)));
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(15);
  });
});

describe('bundled by Vite', () => {
  async function bundle(name: string, code: string): Promise<string> {
    await writeFile(path.join(packed.project, `${name}.js`), code);
    await viteBuild({ root: packed.project, logLevel: 'silent', configFile: false, build: { outDir: `out-${name}`, emptyOutDir: true, lib: { entry: `${name}.js`, formats: ['iife'], name: 'app', fileName: () => 'app.js' } } });
    return await readFile(path.join(packed.project, `out-${name}`, 'app.js'), 'utf8');
  }

  it('leaves out what is not used', async () => {
    expect((await bundle('version', "import { version } from 'trending-papers';\ndocument.title = version;\n")).length).toBeLessThan(2_000);
    const without = await bundle('papers', "import { findPaper } from 'trending-papers';\ndocument.title = findPaper('2411.10433').title;\n");
    expect(without).toContain('M-VAR');
    expect(without).not.toContain('20newsgroups');
  });

  it.skipIf(!existsSync(CHROMIUM))('runs in a browser', async () => {
    const code = "import { leaderboard, papers, searchPapers } from 'trending-papers';\ndocument.body.textContent = [papers.size, leaderboard('fid', 'imagenet_256').own[0].result.value, searchPapers('mamba').length > 0].join(' ');\n";
    const page = path.join(packed.project, 'page.html');
    await writeFile(page, `<!doctype html><meta charset="utf-8"><body><script>${(await bundle('browser', code)).replaceAll('</script', '<\\/script')}</script>`);
    const { stdout } = await promisify(execFile)(CHROMIUM, ['--headless=new', '--no-sandbox', '--dump-dom', `file://${page}`], { maxBuffer: 64 * 1024 * 1024 });
    expect(stdout).toContain('<body>73 1.24 true</body>');
  }, 30_000);
});
