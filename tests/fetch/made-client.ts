/** A client for tests: as polite as the real one, with short time-outs and a clock that does not wait. */
import { onTestFinished } from 'vitest';
import { createClient, POLITE, type Client, type ClientOptions } from '../../pipeline/fetch/client.ts';
import type { Clock } from '../../pipeline/fetch/clock.ts';
import { fakeClock } from './fake-clock.ts';

export function makeClient(origin: string, over: Partial<ClientOptions> = {}, clock: Clock = fakeClock()): Client {
  const options: ClientOptions = {
    ...POLITE,
    origin,
    userAgent: 'trending-papers/0.0.0-test',
    timeOuts: { connectMs: 300, headersMs: 150, bodyMs: 150, wholeMs: 5_000 },
    retry: { ...POLITE.retry, attempts: 2 },
    ...over,
  };
  const client = createClient(options, { clock, random: () => 0.5 });
  onTestFinished(() => client.close());
  return client;
}
