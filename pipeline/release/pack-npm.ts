/** The npm tarball of a release, made by npm itself. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { stagePackage } from '../package/stage.ts';

/** Packs the package of `release` into `out`; gives the name of the tarball. */
export async function packNpm(release: string, out: string): Promise<string> {
  const staged = path.join(out, 'package');
  await stagePackage(release, staged);
  const { stdout } = await promisify(execFile)('npm', ['pack', '--silent', '--pack-destination', out, `./${path.relative('.', staged)}`]);
  await rm(staged, { recursive: true, force: true });
  return stdout.trim();
}
