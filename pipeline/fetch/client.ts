/** The one polite client: few requests at a time, paced below the limits of the source, conditional, bounded, retried. */
import pLimit from 'p-limit';
import { Agent } from 'undici';
import { DataError, quote } from '../shared/errors.ts';
import { ACCEPTED_ENCODINGS, type BodyLimits } from './body.ts';
import { exchange, type Exchanger, type Received, type TimeOuts } from './exchange.ts';
import { createPace, type Pace } from './pace.ts';
import { readAllowance, readQuota, readRetryAfter, type Quota } from './rate-limit.ts';
import { RETRY_POLICY, TransientError, withRetries, type RetryPolicy, type RetryWorld } from './retry.ts';

export const PUBLIC_ORIGIN = 'https://huggingface.co';
const MOST_REDIRECTS = 5;

/** How a client behaves. A request for `/api/` and one for a page are paced apart, as the source counts them. */
export interface ClientOptions {
  /** Where it asks, and nowhere else: `https://huggingface.co`. */
  readonly origin: string;
  /** Names the project and its version. */
  readonly userAgent: string;
  /** Requests at a time. */
  readonly concurrency: number;
  readonly apiQuota: Quota;
  readonly pageQuota: Quota;
  /** The least time between two requests of one kind. */
  readonly gapMs: number;
  readonly timeOuts: TimeOuts;
  readonly limits: BodyLimits;
  readonly retry: RetryPolicy;
}

/**
 * Behaviour that suits the public source. Its limits for those without a token are 500 API requests and 100 pages in
 * 5 minutes (rate-limits.md of the Hub's documentation, September 2025); this stays a tenth below.
 */
export const POLITE: Omit<ClientOptions, 'origin' | 'userAgent'> = {
  concurrency: 4,
  apiQuota: { requests: 450, windowMs: 300_000 },
  pageQuota: { requests: 90, windowMs: 300_000 },
  gapMs: 100,
  timeOuts: { connectMs: 10_000, headersMs: 30_000, bodyMs: 30_000, wholeMs: 120_000 },
  limits: { sentBytes: 16 * 1024 * 1024, unpackedBytes: 32 * 1024 * 1024 },
  retry: RETRY_POLICY,
};

/** What is asked for, and what is known of it from an earlier answer. */
export interface Ask {
  /** The media type wanted. */
  readonly accept: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** An answer that may be looked at: whatever its status, but neither 429, 5xx nor a redirect. */
export interface Answer {
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly notModified: boolean;
  readonly mediaType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly receivedAt: number;
  /** The document, unpacked; empty unless the status is 200. */
  readonly body: Uint8Array;
}

export interface Client {
  readonly origin: string;
  /**
   * Gets a path of the origin: `/api/daily_papers?date=2025-03-17`.
   * @throws DataError when there is no answer after all attempts, it is too large, or it leads away from the origin.
   */
  get(path: string, ask: Ask): Promise<Answer>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Makes a client of one origin; time and chance are passed in. */
export function createClient(options: ClientOptions, world: RetryWorld): Client {
  const { origin, timeOuts, limits, retry } = options;
  const dispatcher = new Agent({ connect: { timeout: timeOuts.connectMs }, connections: options.concurrency });
  const exchanger: Exchanger = { dispatcher, timeOuts, limits };
  const limited = pLimit(options.concurrency);
  const paceOptions = { gapMs: options.gapMs, longestHoldMs: retry.longestPauseMs };
  const apiPace = createPace(options.apiQuota, paceOptions, world.clock);
  const pagePace = createPace(options.pageQuota, paceOptions, world.clock);

  /** One request and its response, in its turn. */
  async function sendOnce(url: URL, ask: Ask): Promise<Received> {
    const pace = url.pathname.startsWith('/api/') ? apiPace : pagePace;
    await pace.turn();
    const received = await exchange(url, headersFor(ask, options.userAgent), exchanger);
    obey(received, pace, { now: world.clock.now(), concurrency: options.concurrency });
    return received;
  }

  async function follow(path: string, ask: Ask): Promise<Answer> {
    let url = inside(origin, path, origin);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const received = await sendOnce(url, ask);
      const location = isRedirect(received.status) ? received.header('location') : null;
      if (location === null) return answerOf(received, url, world.clock.now());
      url = inside(origin, location, url.href);
    }
    throw new DataError({ where: new URL(path, origin).href, found: `more than ${MOST_REDIRECTS} redirects, the last to ${url.href}`, expected: 'a document' });
  }

  return {
    origin,
    get: (path, ask) => limited(() => withRetries(new URL(path, origin).href, () => follow(path, ask), retry, world)),
    close: () => dispatcher.close(),
  };
}

function headersFor({ accept, etag, lastModified }: Ask, userAgent: string): Record<string, string> {
  return {
    accept,
    'accept-encoding': ACCEPTED_ENCODINGS,
    'user-agent': userAgent,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** Keeps to what the response says of limits. @throws TransientError for 408, 429 and 5xx. */
function obey({ status, header }: Received, pace: Pace, { now, concurrency }: { readonly now: number; readonly concurrency: number }): void {
  const quota = readQuota(header('ratelimit-policy'));
  if (quota !== null) pace.tighten(quota);
  const allowance = readAllowance(header('ratelimit'));
  // Others may be under way, of which the server has not yet told.
  if (allowance !== null && allowance.left < concurrency) pace.holdUntil(now + allowance.resetMs);
  if (status !== 408 && status !== 429 && status < 500) return;
  const reset = status === 429 ? (allowance?.resetMs ?? null) : null;
  const pause = readRetryAfter(header('retry-after'), now) ?? reset;
  if (pause !== null) pace.holdUntil(now + pause);
  throw new TransientError(`status ${status}`, pause);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** The address that `location` names, seen from `base`. @throws DataError when it is not of `origin`. */
function inside(origin: string, location: string, base: string): URL {
  const url = URL.canParse(location, base) ? new URL(location, base) : null;
  if (url?.origin === new URL(origin).origin) return url;
  throw new DataError({ where: base, found: `a redirect to "${quote(location)}"`, expected: `an address of ${origin}` });
}

function answerOf({ status, header, body }: Received, url: URL, receivedAt: number): Answer {
  return {
    status,
    url: url.href,
    notModified: status === 304,
    mediaType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    receivedAt,
    body,
  };
}
