/** The code of the package: each entry bundled once for ESM, once for CommonJS, and once for browsers. */
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Manifest } from '../../schemas/manifest.ts';

const SHARED = { bundle: true, legalComments: 'none', charset: 'utf8', target: 'es2023', logLevel: 'warning' } as const;

/** Bundles the entries into `directory`. */
export async function writeBundles(directory: string, { dataset_version, schema_version, generated_from }: Manifest): Promise<void> {
  const define = { RELEASE: JSON.stringify({ version: dataset_version, schemaVersion: schema_version, generatedFrom: generated_from }) };
  const entry = { ...SHARED, entryPoints: ['access/index.ts'], define };
  const schemas = { ...SHARED, entryPoints: ['access/schemas.ts'], external: ['zod'] };
  await Promise.all([
    build({ ...entry, platform: 'node', format: 'esm', outfile: path.join(directory, 'index.js') }),
    build({ ...entry, platform: 'node', format: 'cjs', outfile: path.join(directory, 'index.cjs'), ...FILE_URL_IN_COMMONJS, define: { ...define, ...FILE_URL_IN_COMMONJS.define } }),
    build({ ...entry, platform: 'browser', format: 'esm', outfile: path.join(directory, 'browser.js'), plugins: [readInBrowser] }),
    build({ ...schemas, platform: 'neutral', format: 'esm', outfile: path.join(directory, 'schemas.js') }),
    build({ ...SHARED, entryPoints: ['pipeline/package/command-line.ts'], platform: 'node', format: 'esm', minify: true, outfile: path.join(directory, 'command-line.js'), banner: COMMAND_LINE_BANNER }),
    build({ ...schemas, platform: 'node', format: 'cjs', outfile: path.join(directory, 'schemas.cjs') }),
  ]);
}

/** Dependencies of the command line are bundled into it, and some of them are CommonJS. */
const COMMAND_LINE_BANNER = { js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" } as const;

const FILE_URL_IN_COMMONJS = {
  define: { 'import.meta.url': 'fileUrl' },
  banner: { js: "const fileUrl = require('node:url').pathToFileURL(__filename).href;" },
} as const;

/** For browsers the data comes from modules beside the bundle, which the user's bundler takes in or leaves out. */
const readInBrowser: Plugin = {
  name: 'read-in-browser',
  setup(bundler) {
    bundler.onResolve({ filter: /\/read\.ts$/ }, () => ({ path: path.resolve('access/read-browser.ts') }));
    bundler.onResolve({ filter: /\/data\/[a-z_]+\.js$/ }, ({ path: module }) => ({ path: module, external: true, sideEffects: false }));
  },
};
