/** The standard descriptions: valid by the official schemas where those are at hand, true of the release everywhere. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../pipeline/build/build.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';
import { packageVersion } from '../../pipeline/shared/package-facts.ts';
import { columnsOf, csvColumnsOf } from '../../schemas/columns.ts';
import type { Manifest } from '../../schemas/manifest.ts';
import { TABLES } from '../../schemas/tables.ts';

const SCHEMAS = '../shared/schemas';
const release = { directory: '', manifest: undefined as Manifest | undefined };

beforeAll(async () => {
  release.directory = path.join(await mkdtemp(path.join(tmpdir(), 'trending-papers-test-')), 'dist');
  const report = await build({ raw: 'raw', out: release.directory, maxRejects: 0, datasetVersion: await packageVersion(), cache: null }, quietProgress);
  release.manifest = report.manifest;
});

afterAll(async () => {
  await rm(path.dirname(release.directory), { recursive: true, force: true });
});

async function read(file: string): Promise<string> {
  return await readFile(path.join(release.directory, file), 'utf8');
}

function tableFiles(format: string): readonly string[] {
  return TABLES.map(({ name }) => `${name}.${format}`).toSorted();
}

const JSON_READERS = { json: (text: string): unknown => JSON.parse(text), yaml: (text: string): unknown => parse(text) } as const;

describe('by the official schemas', () => {
  it.each([
    ['datapackage.json', 'datapackage-2.0/datapackage.json', 'json'],
    ['CITATION.cff', 'cff-1.2.0/schema.json', 'yaml'],
    ['.zenodo.json', 'zenodo/legacyrecord.json', 'json'],
  ] as const)('%s is valid', async (file, schema, format) => {
    if (!existsSync(path.join(SCHEMAS, schema))) return;
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
    addFormats.default(ajv);
    const { $schema, id, ...body } = JSON.parse(await readFile(path.join(SCHEMAS, schema), 'utf8'));
    const validate = ajv.compile(body);
    validate(JSON_READERS[format](await read(file)));
    expect({ of: id ?? $schema, errors: validate.errors }).toMatchObject({ errors: null });
  });

  it('croissant.json has the context that the specification gives', async () => {
    const file = path.join(SCHEMAS, 'croissant-1.1/context.json');
    if (!existsSync(file)) return;
    const official = (await readFile(file, 'utf8')).replaceAll('http://schema.org/', 'https://schema.org/');
    expect(JSON.parse(await read('croissant.json'))['@context']).toEqual(JSON.parse(official)['@context']);
  });
});

describe('datapackage.json', () => {
  it('describes every file of rows with its hash, and every column of every CSV table', async () => {
    const { resources } = JSON.parse(await read('datapackage.json'));
    const names = resources.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { path: file, hash, bytes } of resources) {
      const listed = release.manifest?.files.find((one) => one.path === file);
      expect([hash, bytes]).toEqual([`sha256:${listed?.sha256}`, listed?.bytes]);
    }
    for (const table of TABLES) {
      const { schema } = resources.find(({ name }: { name: string }) => name === table.name);
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(csvColumnsOf(table).map(({ name }) => name));
      for (const key of schema.primaryKey) expect(schema.fields.map(({ name }: { name: string }) => name)).toContain(key);
    }
  });
});

describe('croissant.json', () => {
  it('has a file object for each table and format, and fields that its columns have', async () => {
    const { distribution, recordSet } = JSON.parse(await read('croissant.json'));
    const files = distribution.map((file: { '@id': string }) => file['@id']);
    expect(files.filter((file: string) => file.endsWith('.parquet')).toSorted()).toEqual(tableFiles('parquet'));
    const ids = new Set(recordSet.flatMap(({ field }: { field: { '@id': string }[] }) => field.map((one) => one['@id'])));
    for (const [index, table] of TABLES.entries()) {
      const { key, field } = recordSet[index];
      const columns = columnsOf(table.row).map(({ name }) => name);
      for (const one of field) {
        expect(columns).toContain(one.source.extract.column);
        expect(ids).toContain(one.references?.field['@id'] ?? one['@id']);
      }
      for (const one of [key].flat()) expect(ids).toContain(one['@id']);
    }
  });
});

describe('the dataset card', () => {
  it('has a config for each table with rows, and the size of the largest', async () => {
    const [, front = ''] = (await read('README.md')).split('---\n');
    const card = parse(front);
    expect(card).toMatchObject({ license: 'cc0-1.0', size_categories: ['1K<n<10K'] });
    expect(card.configs.map(({ config_name }: { config_name: string }) => config_name)).toEqual(TABLES.map(({ name }) => name).filter((name) => name !== 'redirects' && name !== 'corrections'));
    expect(card.configs.filter((config: { default?: boolean }) => config.default === true)).toHaveLength(1);
  });
});

describe('files at the top of the checkout', () => {
  it.each(['CITATION.cff', '.zenodo.json', 'LICENSE-DATA.md'])('%s is that of the release: copy it from dist/ where this fails', async (file) => {
    expect(await readFile(file, 'utf8')).toBe(await read(file));
  });

  it('name the same repository as package.json', async () => {
    const { homepage, repository } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(repository.url).toBe(`git+${homepage}.git`);
    expect(parse(await read('CITATION.cff'))['repository-code']).toBe(homepage);
  });
});
