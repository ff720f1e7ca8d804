/** A run of its own process, for a test to kill: fetches 40 days from the origin into the folder that it is given. */
import { createClient, POLITE } from '../../pipeline/fetch/client.ts';
import { systemClock } from '../../pipeline/fetch/clock.ts';
import { fetchListings } from '../../pipeline/fetch/fetch.ts';
import { parsingInspector } from '../../pipeline/fetch/inspect.ts';
import { planFrom } from '../../pipeline/fetch/plan.ts';
import { openRawStore } from '../../pipeline/fetch/raw-store.ts';
import { quietProgress } from '../../pipeline/shared/progress.ts';

const [, , origin = '', raw = '', from = '', to = ''] = process.argv;
const client = createClient({ ...POLITE, origin, userAgent: 'trending-papers/0.0.0-test', gapMs: 0 }, { clock: systemClock, random: Math.random });
const options = { date: null, from, to, week: null, month: null, trending: false, search: null, sinceLast: false };
const world = { client, store: await openRawStore(raw), inspector: parsingInspector, progress: quietProgress, clock: systemClock };
const { failed } = await fetchListings(planFrom(options, to, null), world);
await client.close();
process.exitCode = failed.length > 0 ? 1 : 0;
