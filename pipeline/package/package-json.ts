/** The package.json of the npm package: no dependencies, every entry typed for ESM and CommonJS, every file of data open. */
import { TABLES } from '../../schemas/tables.ts';
import { DATA_LICENCE, PROJECT } from '../describe/project.ts';

/** Formats that the package holds; NDJSON has the rows of JSON once more. */
export const PACKAGED_FORMATS = ['json', 'csv', 'parquet'] as const;
/** Tables that `read-browser.ts` takes in. */
export const BROWSER_TABLES = ['papers', 'appearances', 'redirects', 'metric_types', 'benchmarks'] as const;

/** The package.json for data of version `version`. */
export function packageJson(version: string): object {
  const data = TABLES.flatMap(({ name }) => PACKAGED_FORMATS.map((format) => [`./${name}.${format}`, `./data/${name}.${format}`]));
  return {
    name: PROJECT.name,
    version,
    description: `${PROJECT.summary} Typed access, and the files.`,
    keywords: PROJECT.keywords,
    homepage: PROJECT.repository,
    bugs: `${PROJECT.repository}/issues`,
    repository: { type: 'git', url: `git+${PROJECT.repository}.git` },
    license: `MIT AND ${DATA_LICENCE.spdx}`,
    author: PROJECT.author,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    bin: { 'trending-papers': './command-line.js' },
    main: './index.cjs',
    module: './index.js',
    types: './index.d.ts',
    exports: {
      '.': {
        browser: { types: './index.d.ts', default: './browser.js' },
        import: { types: './index.d.ts', default: './index.js' },
        require: { types: './index.d.cts', default: './index.cjs' },
      },
      './schemas': {
        import: { types: './schemas.d.ts', default: './schemas.js' },
        require: { types: './schemas.d.cts', default: './schemas.cjs' },
      },
      ...Object.fromEntries(data),
      './manifest.json': './data/manifest.json',
      './package.json': './package.json',
    },
    peerDependencies: { zod: '^4.0.0' },
    peerDependenciesMeta: { zod: { optional: true } },
  };
}
