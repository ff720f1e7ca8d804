/** What package.json says of the project: the one source of its name and version. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** The version of the dataset: that of the package. */
export async function packageVersion(): Promise<string> {
  for (const place of ['../../package.json', '../../../package.json']) {
    const json = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => null);
    const facts = json === null ? null : packageSchema.safeParse(JSON.parse(json));
    if (facts?.success === true && facts.data.name === 'trending-papers') return facts.data.version;
  }
  throw new Error('package.json of trending-papers is not where it belongs: beside pipeline/');
}
