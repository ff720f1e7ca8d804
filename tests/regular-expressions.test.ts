/** Regular expressions run on text that anyone can write: none may need more than linear time, proved by recheck. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { check } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';

interface Found {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const FOLDERS = ['pipeline', 'schemas'];

/** Every value of a syntax tree, the tree itself first. */
function* nodesOf(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function isRegExpLiteral(node: object): node is { regex: { pattern: string; flags: string }; start: number } {
  return 'regex' in node && typeof node.regex === 'object' && node.regex !== null;
}

function isRegExpCall(node: object): boolean {
  if (!('type' in node) || (node.type !== 'NewExpression' && node.type !== 'CallExpression')) return false;
  return 'callee' in node && typeof node.callee === 'object' && node.callee !== null && 'name' in node.callee && node.callee.name === 'RegExp';
}

async function sourceFiles(): Promise<readonly string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => path.join(folder, name))),
  );
  return lists.flat().filter((file) => file.endsWith('.ts')).toSorted();
}

const literals: Found[] = [];
const calls: string[] = [];

beforeAll(async () => {
  for (const file of await sourceFiles()) {
    const text = await readFile(file, 'utf8');
    for (const node of nodesOf(parseSync(file, text).program)) {
      if (isRegExpCall(node)) calls.push(file);
      if (!isRegExpLiteral(node)) continue;
      const line = text.slice(0, node.start).split('\n').length;
      literals.push({ place: `${file}:${line}`, source: node.regex.pattern, flags: node.regex.flags });
    }
  }
});

describe('regular expressions of the pipeline', () => {
  it('are found', () => {
    expect(literals.length).toBeGreaterThan(20);
  });

  it('are all literals, so that this test sees them', () => {
    expect(calls).toEqual([]);
  });

  it('need linear time', { timeout: 300_000 }, async () => {
    const distinct = new Map(literals.map((found) => [`/${found.source}/${found.flags}`, found]));
    const slow: string[] = [];
    for (const [pattern, { place, source, flags }] of distinct) {
      const { status } = await check(source, flags.replace('v', 'u'), { timeout: 20_000 });
      if (status !== 'safe') slow.push(`${place} ${pattern}: ${status}`);
    }
    expect(slow).toEqual([]);
  });
});
