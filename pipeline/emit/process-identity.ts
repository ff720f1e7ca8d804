import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { errorCode } from '../shared/file-system.ts';

/** Who holds something: enough for another process to tell whether they still live. */
export const processIdentitySchema = z.object({
  token: z.uuid(),
  host: z.string(),
  pid: z.int().positive(),
  /** When the process began, in the kernel's ticks: tells it from a later one with the same id. Null off Linux. */
  started: z.string().nullable(),
});
export type ProcessIdentity = Readonly<z.infer<typeof processIdentitySchema>>;

/** The identity of this process, with a token of its own. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  return { token: randomUUID(), host: hostname(), pid: process.pid, started: await startOf(process.pid) };
}

/** Whether the process lives; one on another machine is taken to. */
export async function isAlive({ host, pid, started }: ProcessIdentity): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // No permission to signal it: it lives, as someone else's.
    return errorCode(error) === 'EPERM';
  }
  return started === null || started === (await startOf(pid));
}

/** Ended, but not yet fetched by their parent. */
const ENDED_STATES: ReadonlySet<string | undefined> = new Set(['Z', 'X']);

/**
 * Fields 3 and 22 of `/proc/PID/stat`, see proc(5): counted from the last bracket, as the name in field 2 may hold blanks.
 * Null for a process that has ended.
 */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ENDED_STATES.has(fields[0]) ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
