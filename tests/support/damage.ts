import { readFile, writeFile } from 'node:fs/promises';

/** Flips one bit in the middle of `file`, as a bad disk does. */
export async function flipBitIn(file: string): Promise<void> {
  const content = await readFile(file);
  content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
  await writeFile(file, content);
}
