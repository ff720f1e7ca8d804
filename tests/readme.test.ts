/** The README tells the truth: its record, its commands and the tests it names are as they are. */
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../pipeline/cli.ts';
import { build } from '../pipeline/build/build.ts';
import { quietProgress } from '../pipeline/shared/progress.ts';
import type { Paper } from '../schemas/types.ts';
import { temporaryDirectory } from './support/temporary.ts';

const SHOWN = 'arxiv:2411.10433';
const readme = await readFile('README.md', 'utf8');

describe('the README', () => {
  it('shows the record of M-VAR as the build gives it', async () => {
    const out = path.join(await temporaryDirectory(), 'dist');
    await build({ raw: 'raw', out, maxRejects: 0, datasetVersion: '1.0.0', cache: null }, quietProgress);
    const papers: readonly Paper[] = JSON.parse(await readFile(path.join(out, 'papers.json'), 'utf8'));
    const shown = /```json\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? '';
    const paper = papers.find(({ id }) => id === SHOWN);
    expect(JSON.parse(shown)).toEqual(paper);
    expect(paper?.metrics[0]).toMatchObject({ metric: 'fid', value: 1.78, dataset_id: 'imagenet_256' });
  });

  it('names only tests that exist', async () => {
    const named = [...readme.matchAll(/`(tests\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(8);
    for (const file of named) await expect(access(file)).resolves.toBeUndefined();
  });

  it('names only commands that exist', () => {
    const known = new Set(COMMANDS.map(({ name }) => name));
    const named = [...readme.matchAll(/npx trending-papers ([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
