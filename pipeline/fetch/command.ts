/** `fetch`: lists of the live source become captures in raw/. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Call, Command, Surroundings } from '../cli/command.ts';
import { DEFAULT_RAW } from '../cli/folders.ts';
import { UsageError } from '../shared/errors.ts';
import { packageVersion } from '../shared/package-facts.ts';
import { createClient, POLITE, PUBLIC_ORIGIN } from './client.ts';
import { dayOf, type Clock } from './clock.ts';
import { describeSummary, fetchListings, type FetchSummary } from './fetch.ts';
import { parsingInspector } from './inspect.ts';
import { planFrom, type PlanOptions } from './plan.ts';
import { openRawStore } from './raw-store.ts';

export const fetchCommand: Command = {
  name: 'fetch',
  summary: 'Fetch trending-paper lists into raw/, politely; what is there already is not asked for again.',
  options: {
    date: { value: 'D', help: 'The daily list of a day: 2025-03-17.' },
    from: { value: 'D', help: 'The daily lists from this day on, up to --to or yesterday.' },
    to: { value: 'D', help: 'The last day of --from.' },
    week: { value: 'W', help: 'The list of an ISO week: 2025-W12.' },
    month: { value: 'M', help: 'The list of a month: 2025-03.' },
    trending: { help: 'The trending page, as it is now.' },
    search: { value: 'Q', help: 'What a search finds, as it is now.' },
    'since-last': { help: 'The daily lists from the newest in raw/ to yesterday, and partial ones again.' },
    raw: { value: 'DIR', help: 'Folder of captures (raw).' },
    origin: { value: 'URL', help: `Where the source is (${PUBLIC_ORIGIN}).` },
  },
  notes: [
    'Several lists may be asked for at once. A list captured on its own day is partial and is fetched again later, as a',
    'capture of its own. A run that was cut short goes on where it stopped when it is called again. What fails is told',
    'with its reason, what arrived is kept, and the exit code is 1.',
  ].join('\n'),
  async run(call, surroundings) {
    const summary = await fetchInto(call.text('raw') ?? DEFAULT_RAW, call, surroundings);
    for (const { what, why } of summary.failed) surroundings.tell(`trending-papers: ${what}: ${why}`);
    if (!call.flag('quiet')) await surroundings.print(`${describeSummary(summary)}\n`);
    return summary.failed.length > 0 ? 1 : 0;
  },
};

async function fetchInto(raw: string, call: Call, { now, random, progress }: Surroundings): Promise<FetchSummary> {
  const clock: Clock = { now: () => now().getTime(), sleep: (milliseconds) => wait(milliseconds) };
  const origin = originIn(call);
  const store = await openRawStore(raw);
  const plan = planFrom(planOptionsOf(call), dayOf(clock.now()), store.newestDay());
  const userAgent = `trending-papers/${await packageVersion()}`;
  const client = createClient({ ...POLITE, origin, userAgent }, { clock, random });
  try {
    return await fetchListings(plan, { client, store, inspector: parsingInspector, progress, clock });
  } finally {
    await client.close();
  }
}

function planOptionsOf(call: Call): PlanOptions {
  return {
    date: call.text('date'),
    from: call.text('from'),
    to: call.text('to'),
    week: call.text('week'),
    month: call.text('month'),
    trending: call.flag('trending'),
    search: call.text('search'),
    sinceLast: call.flag('since-last'),
  };
}

function originIn(call: Call): string {
  const written = call.text('origin') ?? PUBLIC_ORIGIN;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  throw new UsageError(`--origin: found ${JSON.stringify(written)}, expected scheme and host alone, such as ${PUBLIC_ORIGIN}.`);
}
