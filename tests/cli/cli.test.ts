import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, main } from '../../pipeline/cli.ts';
import type { Surroundings } from '../../pipeline/cli/command.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { temporaryDirectory } from '../support/temporary.ts';

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function call(args: readonly string[], input: readonly string[] = []): Promise<Told> {
  let out = '';
  let err = '';
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (const chunk of input) yield Buffer.from(chunk);
  }
  const surroundings: Surroundings = {
    stdin: stdin(),
    print: async (text) => void (out += text),
    tell: (line) => void (err += `${line}\n`),
    progress: quietProgress,
    now: () => new Date('2025-03-17T00:00:00Z'),
    random: () => 0.5,
  };
  return { code: await main(args, () => surroundings), out, err };
}

describe('the command line', () => {
  it('tells of every command', async () => {
    const { code, out } = await call(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of await Promise.all(COMMANDS.map(({ load }) => load()))) expect(out).toMatch(new RegExp(`  ${name} +${summary.slice(0, 20)}`));
  });

  it.each(COMMANDS.map(({ name, load }) => [name, load] as const))('%s --help tells of every option', async (name, load) => {
    const command = await load();
    expect(command.name).toBe(name);
    const { code, out } = await call([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: trending-papers ${name}`);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
  });

  it.each([
    { title: 'no command', args: [], tells: /No command given/ },
    { title: 'an unknown command', args: ['bild'], tells: /Unknown command "bild"/ },
    { title: 'an unknown option', args: ['build', '--fast'], tells: /--fast.*build --help/ },
    { title: 'an operand where none belongs', args: ['build', 'raw'], tells: /takes no operand; found "raw"/ },
    { title: 'a number that is none', args: ['build', '--max-rejects', 'few'], tells: /--max-rejects: found "few", expected a whole number/ },
  ])('ends with 2 for $title', async ({ args, tells }) => {
    const { code, err } = await call(args);
    expect(code).toBe(2);
    expect(err).toMatch(tells);
  });

  it('ends with 1 and says what to do for a folder that is not there', async () => {
    const { code, err } = await call(['build', '--raw', 'no-such-folder', '--out', path.join(await temporaryDirectory(), 'dist'), '--no-cache']);
    expect(code).toBe(1);
    expect(err).toMatch(/no-such-folder: found .* expected .* --raw DIR/);
  });
});

describe('a stage as a filter', () => {
  it.each([
    ['extract --entries', ['extract', '--entries'], '{"title":1}'],
    ['validate', ['validate'], '{"paper":{}}'],
    ['normalize', ['normalize'], 'null'],
  ])('%s names the line of a record of another form', async (_, args, line) => {
    const { code, err } = await call(args, [`${line}\n`]);
    expect(code).toBe(1);
    expect(err).toMatch(/line 1 of standard input: found .*, expected /);
  });
});

describe('a stage that reads all first', () => {
  it.each([['merge', 'null'], ['merge', '{"arxiv_id":7}'], ['emit', '{}'], ['emit', '{"paper":{"id":1},"appearances":[]}']])('%s says so of %s', async (name, line) => {
    const args = name === 'emit' ? ['--out', path.join(await temporaryDirectory(), 'dist')] : [];
    const { code, err } = await call([name, ...args], [`${line}\n`]);
    expect(code).toBe(1);
    expect(err).toMatch(/^trending-papers: .*found .*, expected /);
  });
});

describe('extract as a filter', () => {
  const record = { id: 'x', title: 'T', abstract: 'We reach 84.1% accuracy on ImageNet.' };

  it('gives a line for a line, in order, however the input is cut', async () => {
    const lines = [0, 1, 2].map((id) => JSON.stringify({ ...record, id: `p${id}` })).join('\n');
    const { code, out } = await call(['extract'], lines.match(/.{1,17}/gs) ?? []);
    const found = out.trim().split('\n').map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(found.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2']);
    expect(Object.keys(found[0])).toEqual(['id', 'title', 'abstract', 'code_status', 'links', 'metrics']);
  });

  it('puts an error in the place of a line that is no record, and ends with 1', async () => {
    const { code, out } = await call(['extract'], [`${JSON.stringify(record)}\nnot json\n\n{"id":1}\n${JSON.stringify(record)}\n`]);
    const found = out.trim().split('\n').map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(found.map(({ line, error }) => (error === undefined ? null : line))).toEqual([null, 2, 3, 4, null]);
  });
});
