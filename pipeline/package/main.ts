/** `npm run package`: stages the npm package of dist/ in build/package. */
import { stagePackage } from './stage.ts';

const TARGET = 'build/package';

await stagePackage('dist', TARGET);
process.stdout.write(`The package is staged in ${TARGET}; npm pack ./${TARGET} makes its archive.\n`);
