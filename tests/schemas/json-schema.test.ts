/** The JSON Schemas of a release hold for its rows, and refuse what is no row. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../pipeline/build/build.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { TABLES } from '../../schemas/tables.ts';
import { buildDirectory } from '../support/temporary.ts';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
let out = '';

beforeAll(async () => {
  out = path.join(await buildDirectory(), 'dist');
  await build({ raw: 'raw', out, maxRejects: 0, datasetVersion: '1.0.0', cache: null }, quietProgress);
});

async function readJson(file: string): Promise<never> {
  return JSON.parse(await readFile(path.join(out, file), 'utf8')) as never;
}

describe.each(TABLES.map(({ name }) => name))('the JSON Schema of %s', (name) => {
  it('holds for every row, and refuses an empty record', async () => {
    const validate = ajv.compile(await readJson(`schemas/${name}.schema.json`));
    const rows: readonly unknown[] = await readJson(`${name}.json`);
    const refused = rows.filter((row) => !validate(row));
    expect(refused).toEqual([]);
    expect(validate({})).toBe(false);
  });
});

it('the JSON Schema of the manifest holds for the manifest', async () => {
  const validate = ajv.compile(await readJson('schemas/manifest.schema.json'));
  expect(validate(await readJson('manifest.json'))).toBe(true);
  expect(validate({})).toBe(false);
});
