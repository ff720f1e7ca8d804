/** A server on 127.0.0.1 that misbehaves on demand, with real sockets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

/** Answers one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void;

export interface Asked {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** How often this path and query has been asked for, from 1. */
  readonly hit: number;
}

export interface MisbehavingServer {
  readonly origin: string;
  /** Every request, in order. */
  readonly requests: readonly Asked[];
}

/** Starts a server that ends with the test. */
export async function startServer(behave: Behaviour): Promise<MisbehavingServer> {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const hit = requests.filter((other) => other.url.href === url.href).length + 1;
    const asked = { url, headers: request.headers, hit };
    requests.push(asked);
    behave(response, asked);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, requests };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Answers well, with `body`. */
export function answers(body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour {
  return (response) => void response.writeHead(200, { ...JSON_TYPE, ...headers }).end(body);
}

/** Answers a page. */
export function answersPage(html: string): Behaviour {
  return answers(html, { 'content-type': 'text/html; charset=utf-8' });
}

/** Behaves ill for the first `times` requests of a path, then well. */
export function firstly(ill: Behaviour, well: Behaviour, times = 1): Behaviour {
  return (response, asked) => (asked.hit <= times ? ill : well)(response, asked);
}

export function refuses(status: number, headers: Record<string, string> = {}): Behaviour {
  return (response) => void response.writeHead(status, headers).end('no');
}

export function redirects(location: string): Behaviour {
  return (response) => void response.writeHead(302, { location }).end();
}

/** Accepts the request and never answers. */
export const neverAnswers: Behaviour = () => undefined;

/** Begins a body and never ends it. */
export const stalls: Behaviour = (response) => void response.writeHead(200, JSON_TYPE).write('[');

/** Sends a byte now and then, so that no pause is ever long. */
export const trickles: Behaviour = (response) => {
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Ends the connection in the middle of a request or of a body. */
export const resets: Behaviour = (response) => void response.socket?.resetAndDestroy();

/** Sends gzip that ends early, in a response that is whole. */
export const truncatesGzip: Behaviour = (response) => {
  const packed = gzipSync(Buffer.from(Array.from({ length: 5_000 }, (_, index) => index * 7919).join(' ')));
  response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
};

/** Sends little that unpacks to `bytes`. */
export function bombs(bytes: number): Behaviour {
  const packed = gzipSync(Buffer.alloc(bytes, ' '));
  return answers(packed, { 'content-encoding': 'gzip' });
}
