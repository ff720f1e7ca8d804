/** One declaration file for an entry of the package, rolled up from those of its modules: what it shows is all there is. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DataError } from '../shared/errors.ts';

const DECLARATIONS = 'build/declarations';
const IMPORT = /^import (?:type )?\{([^}\n]{1,2000})\} from '([^'\n]{1,200})';\n/gm;
const RE_EXPORT = /^export (type )?\{([^}\n]{1,2000})\} from '([^'\n]{1,200})';\n/gm;

/** Has the compiler write the declarations of access/ and of what it imports. */
export async function emitDeclarations(): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'pipeline/package/tsconfig.json']);
}

/** The declarations of the module `entry` (`access/index`), with all they need but packages. */
export async function rollUpDeclarations(entry: string): Promise<string> {
  const text = await declarationsOf(entry);
  const exported = [...text.matchAll(RE_EXPORT)].flatMap(([, type, names = '']) => names.split(',').map((name) => `${type === undefined ? '' : 'type '}${name.trim()}`));
  const modules = new Map<string, string>();
  for (const [, , , from = ''] of text.matchAll(RE_EXPORT)) await collect(path.join(path.dirname(entry), from), modules);
  const packages = new Set([...modules.values()].flatMap((module) => Array.from(module.matchAll(IMPORT), ([, names = '', from = '']) => (from.startsWith('.') ? '' : `import type {${names}} from '${from}';\n`))));
  const bodies = Array.from(modules.values(), (module) => module.replace(IMPORT, '').replace(/^export (?!\{)/gm, '').trim());
  return `${[...packages].join('')}${bodies.join('\n\n')}\n\nexport { ${exported.join(', ')} };\n`;
}

/** Adds the declarations of a module after those of the modules it imports. */
async function collect(module: string, modules: Map<string, string>): Promise<void> {
  const name = module.replace(/\.ts$/, '');
  if (modules.has(name)) return;
  const text = await declarationsOf(name);
  modules.set(name, '');
  for (const [, , from = ''] of text.matchAll(IMPORT)) if (from.startsWith('.')) await collect(path.join(path.dirname(name), from), modules);
  modules.delete(name);
  modules.set(name, text);
}

async function declarationsOf(module: string): Promise<string> {
  const file = path.join(DECLARATIONS, `${module}.d.ts`);
  return await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new DataError({ where: file, found: 'nothing', expected: 'declarations', cure: 'Run the package build from the top of the checkout.' }, { cause });
  });
}
