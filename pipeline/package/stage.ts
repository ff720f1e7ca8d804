/** Stages the npm package: from a verified release and access/ to a folder that `npm pack` makes the package of. */
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TABLES } from '../../schemas/tables.ts';
import { readManifest } from '../verify/check-files.ts';
import { writeBundles } from './bundles.ts';
import { emitDeclarations, rollUpDeclarations } from './declarations.ts';
import { BROWSER_TABLES, PACKAGED_FORMATS, packageJson } from './package-json.ts';

/**
 * Writes the package of the release in `release` into `target`, which is made anew.
 * @throws DataError where there is no release.
 */
export async function stagePackage(release: string, target: string): Promise<void> {
  const manifest = await readManifest(release);
  await rm(target, { recursive: true, force: true });
  await mkdir(path.join(target, 'data'), { recursive: true });
  await emitDeclarations();
  await writeDeclarations(target);
  await writeBundles(target, manifest);
  await chmod(path.join(target, 'command-line.js'), 0o755);
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(packageJson(manifest.dataset_version), null, 2)}\n`);
  await copyData(release, path.join(target, 'data'));
  await copyFile('access/README.md', path.join(target, 'README.md'));
  await copyFile('LICENSE', path.join(target, 'LICENSE'));
  await copyFile(path.join(release, 'LICENSE-DATA.md'), path.join(target, 'LICENSE-DATA.md'));
}

/** The declarations of ESM and of CommonJS say the same, each in a file of its own kind. */
async function writeDeclarations(target: string): Promise<void> {
  for (const entry of ['index', 'schemas']) {
    const declarations = await rollUpDeclarations(`access/${entry}`);
    for (const ending of ['d.ts', 'd.cts']) await writeFile(path.join(target, `${entry}.${ending}`), declarations);
  }
}

async function copyData(release: string, target: string): Promise<void> {
  for (const { name } of TABLES) {
    for (const format of PACKAGED_FORMATS) await copyFile(path.join(release, `${name}.${format}`), path.join(target, `${name}.${format}`));
  }
  await copyFile(path.join(release, 'manifest.json'), path.join(target, 'manifest.json'));
  for (const table of BROWSER_TABLES) {
    const text = await readFile(path.join(release, `${table}.json`), 'utf8');
    await writeFile(path.join(target, `${table}.js`), `export default ${JSON.stringify(text)};\n`);
  }
}
