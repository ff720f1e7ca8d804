/** One exchange: a request and its whole response, or an error that says whether it may pass by itself. */
import { request, type Dispatcher } from 'undici';
import { DataError, quote } from '../shared/errors.ts';
import { readBody, type BodyLimits } from './body.ts';
import { TransientError } from './retry.ts';

export interface TimeOuts {
  readonly connectMs: number;
  /** From the request to the last header of the response. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly bodyMs: number;
  /** The whole exchange. */
  readonly wholeMs: number;
}

/** What an exchange needs of the client. */
export interface Exchanger {
  readonly dispatcher: Dispatcher;
  readonly timeOuts: TimeOuts;
  readonly limits: BodyLimits;
}

/** A response, its body unpacked; of a refusal only the head is read. */
export interface Received {
  readonly status: number;
  /** The first value of a header, or null. */
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

/**
 * Sends a GET and reads the response to its end.
 * @throws TransientError for a reset, a time-out or a body cut short; DataError for anything that will not pass by itself.
 */
export async function exchange(url: URL, headers: Readonly<Record<string, string>>, { dispatcher, timeOuts, limits }: Exchanger): Promise<Received> {
  try {
    const response = await request(url, {
      dispatcher,
      headers,
      headersTimeout: timeOuts.headersMs,
      bodyTimeout: timeOuts.bodyMs,
      signal: AbortSignal.timeout(timeOuts.wholeMs),
    });
    const header = (name: string): string | null => first(response.headers[name]);
    if (response.statusCode !== 200) {
      await response.body.dump();
      return { status: response.statusCode, header, body: new Uint8Array() };
    }
    const body = await readBody(response.body, header('content-encoding'), limits, url.href);
    return { status: response.statusCode, header, body };
  } catch (error) {
    throw judged(error, url);
  }
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** What may pass by itself, by the code or name of the error, and what it is called in messages. */
const TRANSIENT: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'a connection refused',
  ECONNRESET: 'a connection reset',
  EPIPE: 'a connection reset',
  ETIMEDOUT: 'a time-out of the connection',
  EHOSTUNREACH: 'no way to the host',
  ENETUNREACH: 'no way to the network',
  EAI_AGAIN: 'no answer from the name service',
  UND_ERR_SOCKET: 'a connection closed early',
  UND_ERR_CONNECT_TIMEOUT: 'a time-out while connecting',
  UND_ERR_HEADERS_TIMEOUT: 'a time-out while waiting for headers',
  UND_ERR_BODY_TIMEOUT: 'a body that stalled',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'a body of another length than announced',
  ERR_STREAM_PREMATURE_CLOSE: 'a body cut short',
  Z_BUF_ERROR: 'a packed body cut short',
  Z_DATA_ERROR: 'a packed body that is damaged',
  TimeoutError: 'a time-out of the whole exchange',
};

function judged(error: unknown, url: URL): Error {
  if (!(error instanceof Error) || error instanceof DataError) return error instanceof Error ? error : new Error(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = TRANSIENT[code] ?? TRANSIENT[error.name];
  if (known !== undefined) return new TransientError(known, null, { cause: error });
  return new DataError({ where: url.href, found: `"${quote(error.message)}"`, expected: 'an answer', cure: 'Look whether the address and the network are right.' }, { cause: error });
}
