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

// eslint-disable-next-line typescript/no-unnecessary-type-parameters -- the test knows the form of the file
async function readJson<Form>(file: string): Promise<Form> {
  return JSON.parse(await readFile(path.join(out, file), 'utf8'));
}

describe.each(TABLES.map(({ name }) => name))('the JSON Schema of %s', (name) => {
  it('holds for every row, and refuses an empty record', async () => {
    const validate = ajv.compile(await readJson<object>(`schemas/${name}.schema.json`));
    const rows = await readJson<readonly unknown[]>(`${name}.json`);
    const refused = rows.filter((row) => !validate(row));
    expect(refused).toEqual([]);
    expect(validate({})).toBe(false);
  });
});

it('the JSON Schema of the manifest holds for the manifest', async () => {
  const validate = ajv.compile(await readJson<object>('schemas/manifest.schema.json'));
  expect(validate(await readJson<unknown>('manifest.json'))).toBe(true);
  expect(validate({})).toBe(false);
});
