/** The recipes of the README run as they stand there, against the package as it is packed. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packAndInstall, removePacked, runNode, typeCheck, type Packed } from './packed.ts';

const SECTION = '## Use it from npm';
const readme = await readFile('README.md', 'utf8');
const section = readme.slice(readme.indexOf(SECTION)).split(/\n## /)[0] ?? '';
const recipes = Array.from(section.matchAll(/```ts\n([\s\S]*?)```/g), (match, index) => ({ name: `recipe ${index + 1}`, code: match[1] ?? '' }));

let packed: Packed;

beforeAll(async () => {
  packed = await packAndInstall();
}, 60_000);

afterAll(async () => {
  await removePacked(packed);
});

describe('the README', () => {
  it('has five recipes', () => {
    expect(recipes).toHaveLength(5);
  });

  it.each(recipes)('$name runs and prints something', async ({ name, code }) => {
    expect((await runNode(packed.project, `${name.replace(' ', '-')}.mjs`, code)).trim()).not.toBe('');
  });

  it('has recipes that a strict project takes', async () => {
    const files = Object.fromEntries(recipes.map(({ name, code }) => [`${name.replace(' ', '-')}.ts`, code]));
    expect(await typeCheck(packed.project, files, 'nodenext')).toBe('');
  });
});
