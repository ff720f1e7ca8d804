/** The package as users get it: packed, and installed in an empty folder outside the checkout. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../pipeline/build/build.ts';
import { stagePackage } from '../../pipeline/package/stage.ts';
import { packageVersion } from '../../pipeline/shared/package-facts.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';

const run = promisify(execFile);

export interface Packed {
  readonly folder: string;
  readonly staged: string;
  readonly tarball: string;
  /** A project that has the package installed, and zod beside it. */
  readonly project: string;
}

/** Builds the release, stages the package, packs it and installs it. */
export async function packAndInstall(): Promise<Packed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trending-papers-package-'));
  const [release, staged, project] = [path.join(folder, 'dist'), path.join(folder, 'package'), path.join(folder, 'project')];
  await build({ raw: 'raw', out: release, maxRejects: 0, datasetVersion: await packageVersion(), cache: null }, quietProgress);
  await stagePackage(release, staged);
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder, staged]);
  const tarball = path.join(folder, packed.stdout.trim());
  await mkdir(project);
  await writeFile(path.join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }));
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', tarball], { cwd: project });
  await symlink(path.resolve('node_modules/zod'), path.join(project, 'node_modules', 'zod'), 'dir');
  return { folder, staged, tarball, project };
}

export async function removePacked({ folder }: Packed): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Runs Node on a file of the project; gives what it prints. */
export async function runNode(project: string, file: string, content: string, options: readonly string[] = []): Promise<string> {
  await writeFile(path.join(project, file), content);
  return (await run(process.execPath, [...options, file], { cwd: project })).stdout;
}

/** Type-checks files of the project as a strict project does; gives what the compiler says. */
export async function typeCheck(project: string, files: Readonly<Record<string, string>>, module: 'nodenext' | 'bundler'): Promise<string> {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(project, name), content);
  const compilerOptions = {
    strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, target: 'es2023', lib: ['es2023', 'dom'], types: [],
    ...(module === 'nodenext' ? { module: 'nodenext', moduleResolution: 'nodenext' } : { module: 'esnext', moduleResolution: 'bundler' }),
  };
  await writeFile(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const compiler = path.resolve('node_modules/typescript/bin/tsc');
  return await run(process.execPath, [compiler, '-p', 'tsconfig.json'], { cwd: project }).then(() => '', (error: { readonly stdout?: string; readonly message?: string }) => error.stdout ?? error.message ?? 'failed');
}

/** Copies a folder of the checkout into the project. */
export async function copyInto(project: string, source: string, name: string): Promise<void> {
  await cp(source, path.join(project, name), { recursive: true });
}
