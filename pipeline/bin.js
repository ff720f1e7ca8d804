#!/usr/bin/env node
// In a checkout the TypeScript sources run through tsx; where they were compiled, main.js stands beside this file.
import { existsSync } from 'node:fs';

const compiled = new URL('./main.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
}
