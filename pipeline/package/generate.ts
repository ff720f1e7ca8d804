/** `npm run generate`: writes the sources that are made from other sources; tests tell where they are out of date. */
import { writeFile } from 'node:fs/promises';
import { emitDeclarations, rollUpDeclarations } from './declarations.ts';
import { recordTypes } from './record-types.ts';

await writeFile('access/records.ts', recordTypes());
await emitDeclarations();
// What the package shows, kept so that a change of it is seen in review.
await writeFile('access/api-report.d.ts', await rollUpDeclarations('access/index'));
