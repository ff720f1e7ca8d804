/** One declaration file for an entry of the package, rolled up from those of its modules: what it shows is all there is. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DataError } from '../shared/errors.ts';

const DECLARATIONS = 'build/declarations';
const IMPORT = /^import (?:type )?\{([^}]{1,2000})\} from '([^']{1,200})';$/;
const RE_EXPORT = /^export (type )?\{([^}]{1,2000})\} from '([^']{1,200})';$/;

interface Statement {
  readonly isType: boolean;
  readonly names: string;
  readonly from: string;
}

/** Has the compiler write the declarations of access/ and of what it imports. */
export async function emitDeclarations(): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'pipeline/package/tsconfig.json']);
}

/** The declarations of the module `entry` (`access/index`), with all they need but packages. */
export async function rollUpDeclarations(entry: string): Promise<string> {
  const shown = reExportsOf(await declarationsOf(entry));
  const exported = shown.flatMap(({ isType, names }) => names.split(',').map((name) => `${isType ? 'type ' : ''}${name.trim()}`));
  const modules = new Map<string, string>();
  for (const { from } of shown) await collect(path.join(path.dirname(entry), from), modules);
  const packages = new Set([...modules.values()].flatMap(importsOf).filter(isPackage).map(({ names, from }) => `import type {${names}} from '${from}';\n`));
  const bodies = Array.from(modules.values(), withoutImports);
  return `${[...packages].join('')}${bodies.join('\n\n')}\n\nexport { ${exported.join(', ')} };\n`;
}

/** Adds the declarations of a module after those of the modules it imports. */
async function collect(module: string, modules: Map<string, string>): Promise<void> {
  const name = module.replace(/\.ts$/, '');
  if (modules.has(name)) return;
  const text = await declarationsOf(name);
  modules.set(name, '');
  for (const { from } of importsOf(text).filter((statement) => !isPackage(statement))) await collect(path.join(path.dirname(name), from), modules);
  modules.delete(name);
  modules.set(name, text);
}

function isPackage({ from }: Statement): boolean {
  return !from.startsWith('.');
}

function importsOf(text: string): readonly Statement[] {
  return text.split('\n').flatMap((line) => {
    const [, names, from] = IMPORT.exec(line) ?? [];
    return names === undefined || from === undefined ? [] : [{ isType: true, names, from }];
  });
}

function reExportsOf(text: string): readonly Statement[] {
  return text.split('\n').flatMap((line) => {
    const [, type, names, from] = RE_EXPORT.exec(line) ?? [];
    return names === undefined || from === undefined ? [] : [{ isType: type !== undefined, names, from }];
  });
}

/** The declarations themselves; what of them is exported is told at the end of the file. */
function withoutImports(text: string): string {
  const lines = text.split('\n').filter((line) => !IMPORT.test(line));
  return lines.map((line) => line.replace(/^export (?!\{)/, '')).join('\n').trim();
}

async function declarationsOf(module: string): Promise<string> {
  const file = path.join(DECLARATIONS, `${module}.d.ts`);
  return await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new DataError({ where: file, found: 'nothing', expected: 'declarations', cure: 'Run the package build from the top of the checkout.' }, { cause });
  });
}
