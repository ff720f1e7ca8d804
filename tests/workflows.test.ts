/** The workflows are safe to run: pinned, with the least rights, and no text of others in a shell line. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = '.github/workflows';
const stepSchema = z.object({ uses: z.string().optional(), run: z.string().optional(), with: z.record(z.string(), z.unknown()).optional(), env: z.record(z.string(), z.string()).optional() });
const jobSchema = z.object({ 'timeout-minutes': z.number(), permissions: z.record(z.string(), z.enum(['read', 'write'])), environment: z.string().optional(), steps: z.array(stepSchema) });
const workflowSchema = z.object({ name: z.string(), on: z.record(z.string(), z.unknown()), permissions: z.strictObject({}), concurrency: z.object({ group: z.string() }), env: z.record(z.string(), z.string()).optional(), jobs: z.record(z.string(), jobSchema) });

const files = readdirSync(FOLDER);
const workflows = files.map((file) => ({ file, text: readFileSync(path.join(FOLDER, file), 'utf8') })).map(({ file, text }) => ({ file, text, workflow: workflowSchema.parse(parse(text)) }));

/** What each job may do beyond reading the code. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  'refresh.yml/refresh': ['contents', 'pull-requests'],
  'release.yml/release': ['attestations', 'contents', 'id-token'],
  'release.yml/npm': ['id-token'],
};

describe('workflows', () => {
  it('are ci, refresh and release', () => {
    expect(files.toSorted()).toEqual(['ci.yml', 'refresh.yml', 'release.yml']);
  });

  it.each(workflows)('$file pins every action by its commit, with the version beside it', ({ text, workflow }) => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) {
      expect(action).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(`uses: ${action} # v`);
    }
  });

  it.each(workflows)('$file gives each job no more rights than it needs', ({ file, workflow }) => {
    for (const [name, { permissions }] of Object.entries(workflow.jobs)) {
      const written = Object.entries(permissions).filter(([, right]) => right === 'write').map(([scope]) => scope);
      expect([name, written.toSorted()]).toEqual([name, RIGHTS[`${file}/${name}`] ?? []]);
    }
  });

  it.each(workflows)('$file puts no expression into a shell line, and leaves no credentials behind', ({ workflow }) => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    for (const { with: inputs } of checkouts) expect(inputs?.['persist-credentials']).toBe(false);
    expect(steps.flatMap(({ env }) => Object.values(env ?? {})).join(' ')).not.toContain('secrets.');
  });

  it.each(workflows)('$file runs npm scripts that there are', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  });

  it('never run code of a fork with rights to write', () => {
    for (const { workflow } of workflows) expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });
});
