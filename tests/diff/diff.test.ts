/** Diff: every kind of change between two releases is told, with its reason and the version it makes. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffReleases } from '../../pipeline/diff/diff.ts';
import { asMarkdown, asText } from '../../pipeline/diff/render.ts';
import type { ReleaseDiff } from '../../pipeline/diff/diff.ts';
import type { Appearance, Paper } from '../../schemas/types.ts';
import { aMetric, aPaper } from '../support/records.ts';
import { aCapture, aRelease } from '../support/release.ts';
import { runCli } from '../support/run-cli.ts';

const one = aPaper({ id: 'arxiv:2501.00001', arxiv_id: '2501.00001', upvotes: 3 });
const two = aPaper({ id: 'arxiv:2501.00002', arxiv_id: '2501.00002', metrics: [aMetric({})] });
const appearance: Appearance = { paper_id: one.id, capture_id: 'a-capture', list: 'daily', period: '2025-03-17', rank: 1, upvotes: 3, num_comments: null, captured_at: '2025-03-17T08:00:00Z' };

async function diffOf(papers: readonly Paper[], over: Parameters<typeof aRelease>[0] = {}): Promise<ReleaseDiff> {
  const old = await aRelease({ papers: [one, two], redirects: [], appearances: [appearance] });
  return await diffReleases(old, await aRelease({ papers, redirects: [], appearances: [appearance], ...over }, '1.1.0'));
}

function tableOf(diff: ReleaseDiff, name: string): ReleaseDiff['tables'][number] | undefined {
  return diff.tables.find(({ table }) => table === name);
}

describe('diff', () => {
  it('finds nothing between a release and itself', async () => {
    const diff = await diffOf([one, two]);
    expect(diff).toMatchObject({ bump: 'none', nextVersion: '1.0.0', lost: [] });
    expect(diff.tables.every(({ added, removed, changed }) => added + removed + changed === 0)).toBe(true);
  });

  it('counts what was added, field by field what changed, and why', async () => {
    const later = { ...appearance, capture_id: 'b-capture', upvotes: 9 };
    const diff = await diffOf([{ ...one, upvotes: 9 }, { ...two, title: 'Another' }, aPaper({ id: 'arxiv:2501.00003', arxiv_id: '2501.00003' })], {
      appearances: [appearance, later],
      captures: [aCapture(), aCapture({ capture_id: 'b-capture' })],
    });
    expect(tableOf(diff, 'papers')).toMatchObject({ added: 1, removed: 0, changed: 2, byCapture: 1, fields: { upvotes: 1, title: 1 } });
    expect(tableOf(diff, 'papers')?.changes[0]).toEqual({ key: one.id, what: 'changed', reason: 'capture', fields: [{ field: 'upvotes', old: 3, new: 9 }] });
    expect(tableOf(diff, 'papers')?.changes[1]?.reason).toBe('reading');
    expect(diff).toMatchObject({ bump: 'minor', nextVersion: '1.1.0' });
  });

  it('tells a result that is read otherwise from one that came or went', async () => {
    const diff = await diffOf([one, { ...two, metrics: [aMetric({ metric: 'f1' })] }]);
    expect(tableOf(diff, 'metrics')).toMatchObject({ added: 0, removed: 0, changed: 1, byCapture: 0, fields: { metric: 1 } });
    expect(diff.bump).toBe('patch');
    expect(tableOf(await diffOf([one, { ...two, metrics: [] }]), 'metrics')).toMatchObject({ removed: 1 });
  });

  it.each([
    ['moved', ['arxiv:2501.00001'], { redirected: [two.id], removed: [], lost: [] }],
    ['removed', [], { redirected: [], removed: [two.id], lost: [] }],
  ] as const)('knows where a paper went: %s', async (kind, targets, expected) => {
    expect(await diffOf([one], { redirects: [{ id: two.id, kind, targets: [...targets], date: '2025-04-01', reason: 'x' }] })).toMatchObject(expected);
  });

  it('calls a redirect broken that leads nowhere or to another redirect', async () => {
    const redirects = [{ id: two.id, kind: 'moved', targets: ['arxiv:2501.00009'], date: '2025-04-01', reason: 'x' }] as const;
    expect(await diffOf([one], { redirects })).toMatchObject({ lost: [], broken: [`${two.id} to arxiv:2501.00009`] });
  });

  it('calls an id lost whose tombstone was dropped', async () => {
    const redirects = [{ id: 'arxiv:2501.00008', kind: 'removed', targets: [], date: '2025-04-01', reason: 'x' }] as const;
    const old = await aRelease({ papers: [one], redirects, appearances: [] });
    expect((await diffReleases(old, await aRelease({ papers: [one], redirects: [], appearances: [] }))).lost).toEqual(['arxiv:2501.00008']);
    expect((await diffReleases(old, await aRelease({ papers: [one], redirects, appearances: [] }))).lost).toEqual([]);
  });

  it('tells of rows that are none', async () => {
    const [old, current] = [await aRelease(), await aRelease()];
    await writeFile(path.join(current, 'papers.ndjson'), '{"id":1}\n');
    await expect(diffReleases(old, current)).rejects.toThrow('rows of a release');
  });

  it('calls a paper lost that is gone without a word', async () => {
    expect((await diffOf([one])).lost).toEqual([two.id]);
  });

  it('asks for a major version where a field is gone or has another form', async () => {
    const [old, current] = [await aRelease(), await aRelease()];
    const file = path.join(current, 'schemas', 'papers.schema.json');
    const schema = JSON.parse(await readFile(file, 'utf8'));
    delete schema.properties.upvotes;
    schema.properties.doi = { type: 'string' };
    schema.properties.title.description = 'Other words.';
    await writeFile(file, JSON.stringify(schema));
    const diff = await diffReleases(old, current);
    expect(diff.schema).toEqual({ breaking: ['papers.upvotes is gone'], added: ['papers.doi'] });
    expect(diff.nextVersion).toBe('2.0.0');
  });
});

describe('a diff for people', () => {
  it('says losses first', async () => {
    const text = asText(await diffOf([{ ...one, title: 'B' }]));
    expect(text.indexOf('lost without')).toBeLessThan(text.indexOf('papers  '));
    expect(text).toContain('title "A Title" → "B" [reading]');
  });

  it('is safe as Markdown, and cut between lines', async () => {
    const diff = await diffOf([one, { ...two, title: '@someone <img> [x](y) | `z`\n# h https://e.org' }]);
    const markdown = asMarkdown(diff, 60_000);
    expect(markdown).toContain('@\u200bsomeone &lt;img\\> \\[x\\]\\(y\\) \\| \\`z\\`');
    expect(markdown).not.toContain('https://');
    const cut = asMarkdown(diff, 450);
    expect(cut.length).toBeLessThanOrEqual(450);
    expect(cut).toContain('left out here');
  });
});

describe('the command', () => {
  it('ends with 1 where a paper is lost, and prints JSON that can be read', async () => {
    const [old, current] = [await aRelease({ papers: [one, two], redirects: [], appearances: [] }), await aRelease({ papers: [one], redirects: [], appearances: [] })];
    const ran = await runCli(['diff', '--format', 'json', old, current]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(two.id);
    expect(JSON.parse(ran.stdout).lost).toEqual([two.id]);
    expect((await runCli(['diff', old, old])).code).toBe(0);
  });

  it.each([[['diff', 'a']], [['diff', '--format', 'xml', 'a', 'b']]])('refuses %j', async (args) => {
    expect((await runCli(args)).code).toBe(2);
  });
});
