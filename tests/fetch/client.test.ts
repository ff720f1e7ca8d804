import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fakeClock } from './fake-clock.ts';
import { makeClient } from './made-client.ts';
import { answers, bombs, firstly, neverAnswers, redirects, refuses, resets, stalls, startServer, trickles, truncatesGzip, type Behaviour } from './misbehaving-server.ts';

const ASK = { accept: 'application/json' };
const LIST = '[{"title":"A Title"}]';

describe('a client', () => {
  it('says who it is, what it wants and what it can unpack', async () => {
    const server = await startServer(answers(LIST));
    await makeClient(server.origin).get('/list', ASK);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'trending-papers/0.0.0-test',
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  it.each([
    ['nothing', (body: Buffer) => body, 'identity'],
    ['gzip', gzipSync, 'gzip'],
    ['deflate', deflateSync, 'deflate'],
    ['brotli', brotliCompressSync, 'br'],
  ])('unpacks a body packed with %s', async (_, pack, encoding) => {
    const server = await startServer(answers(pack(Buffer.from(LIST)), { 'content-encoding': encoding, etag: '"1"' }));
    const answer = await makeClient(server.origin).get('/list', ASK);
    expect(Buffer.from(answer.body).toString()).toBe(LIST);
    expect(answer).toMatchObject({ status: 200, notModified: false, etag: '"1"', mediaType: 'application/json; charset=utf-8' });
  });

  it('asks whether anything is new, and takes 304 for an answer', async () => {
    const server = await startServer(refuses(304));
    const lastModified = 'Mon, 17 Mar 2025 08:00:00 GMT';
    const answer = await makeClient(server.origin).get('/list', { ...ASK, etag: '"1"', lastModified });
    expect(answer).toMatchObject({ status: 304, notModified: true });
    expect(server.requests[0]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': lastModified });
  });

  const PASSING: readonly (readonly [string, Behaviour])[] = [
    ['status 500', refuses(500)],
    ['status 429 without headers', refuses(429)],
    ['slow headers', neverAnswers],
    ['a body that stalls', stalls],
    ['a connection reset', resets],
    ['truncated gzip', truncatesGzip],
  ];
  it.each(PASSING)('tries again after %s', async (_, ill) => {
    const server = await startServer(firstly(ill, answers(LIST)));
    const clock = fakeClock();
    const answer = await makeClient(server.origin, {}, clock).get('/list', ASK);
    expect(Buffer.from(answer.body).toString()).toBe(LIST);
    expect(server.requests).toHaveLength(2);
    expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).toBeGreaterThanOrEqual(500);
  });

  it.each([
    ['status 500', refuses(500), /status 500, after 2 attempts/],
    ['truncated gzip', truncatesGzip, /a packed body cut short, after 2 attempts/],
    ['a connection reset', resets, /a connection (?:reset|closed early), after 2 attempts/],
    ['a body that stalls', stalls, /a body that stalled, after 2 attempts/],
    ['slow headers', neverAnswers, /waiting for headers, after 2 attempts/],
  ])('gives up on %s, saying what it met', async (_, ill, message) => {
    const server = await startServer(ill);
    await expect(makeClient(server.origin).get('/list', ASK)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(2);
  });

  it('gives up on a body that trickles for ever when the whole takes too long', async () => {
    const server = await startServer(trickles);
    const timeOuts = { connectMs: 300, headersMs: 150, bodyMs: 150, wholeMs: 200 };
    await expect(makeClient(server.origin, { timeOuts }).get('/list', ASK)).rejects.toThrow(/whole exchange, after 2 attempts/);
  });

  it('says when nobody listens', async () => {
    await expect(makeClient('http://127.0.0.1:9').get('/list', ASK)).rejects.toThrow(/a connection refused, after 2 attempts/);
  });

  it.each([
    ['Retry-After in seconds', { 'retry-after': '7' }, 7_000],
    ['Retry-After as a date', { 'retry-after': 'Sat, 10 Jan 2026 12:00:09 GMT' }, 9_000],
    ['RateLimit', { ratelimit: '"api";r=0;t=137', 'ratelimit-policy': '"fixed window";"api";q=500;w=300' }, 137_000],
  ])('waits as long as 429 says: %s', async (_, headers, pause) => {
    const server = await startServer(firstly(refuses(429, headers), answers(LIST)));
    const clock = fakeClock();
    const began = clock.now();
    await makeClient(server.origin, {}, clock).get('/list', ASK);
    expect(clock.now() - began).toBeGreaterThanOrEqual(pause);
    expect(clock.now() - began).toBeLessThan(pause + 1_000);
  });

  it('does not wait for a pause of hours, and asks nothing more during it', async () => {
    const server = await startServer(refuses(429, { 'retry-after': '7200' }));
    const clock = fakeClock();
    const client = makeClient(server.origin, {}, clock);
    await expect(client.get('/list', ASK)).rejects.toThrow(/status 429, and a pause of 7200 s asked for/);
    await expect(client.get('/other', ASK)).rejects.toThrow(/a pause of 7200 s asked for, expected at most 600 s/);
    expect(clock.slept).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('pauses by itself when no request is left beside those that may be under way', async () => {
    const server = await startServer(answers(LIST, { ratelimit: '"api";r=3;t=42' }));
    const clock = fakeClock();
    const client = makeClient(server.origin, {}, clock);
    await client.get('/api/one', ASK);
    await client.get('/papers/trending', ASK);
    expect(clock.slept).toEqual([]);
    await client.get('/api/two', ASK);
    expect(clock.slept).toEqual([42_000]);
  });

  it.each([
    ['unpacks to too much', bombs(50_000_000), /found a body of more than 1000000 bytes unpacked/],
    ['is sent too large', answers(Buffer.alloc(400_000, ' ')), /found a body of more than 300000 bytes as sent/],
    ['is packed in an unknown way', answers(LIST, { 'content-encoding': 'compress' }), /the encoding "compress"/],
  ])('refuses a body that %s, at once', async (_, behaviour, message) => {
    const server = await startServer(behaviour);
    const limits = { sentBytes: 300_000, unpackedBytes: 1_000_000 };
    await expect(makeClient(server.origin, { limits }).get('/list', ASK)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(1);
  });

  it('follows a redirect within the origin, and says where it ended', async () => {
    const server = await startServer((response, asked) => (asked.url.pathname === '/old' ? redirects('/new') : answers(LIST))(response, asked));
    const answer = await makeClient(server.origin).get('/old', ASK);
    expect(answer.url).toBe(`${server.origin}/new`);
  });

  it.each([
    ['to elsewhere', 'http://localhost:1/list', /a redirect to "http:\/\/localhost:1\/list", expected an address of http:\/\/127/, 1],
    ['to another scheme', 'file:///etc/passwd', /a redirect to "file:\/\/\/etc\/passwd"/, 1],
    ['to no address', 'http://', /a redirect to "http:\/\/"/, 1],
    ['in a loop', '/list', /more than 5 redirects/, 6],
  ])('refuses a redirect %s', async (_, location, message, requests) => {
    const server = await startServer(redirects(location));
    await expect(makeClient(server.origin).get('/list', ASK)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(requests);
  });

  it('gives back a refusal that will not pass, untried', async () => {
    const server = await startServer(refuses(404));
    expect((await makeClient(server.origin).get('/list', ASK)).status).toBe(404);
    expect(server.requests).toHaveLength(1);
  });

  it('has no more requests under way than it may', async () => {
    let underWay = 0;
    let most = 0;
    const server = await startServer((response, asked) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        answers(LIST)(response, asked);
      }, 10);
    });
    const client = makeClient(server.origin, { concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, index) => client.get(`/list/${index}`, ASK)));
    expect(most).toBe(3);
  });
});
