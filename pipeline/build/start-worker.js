// A worker does not inherit how TypeScript is run.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
