import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTracer } from '../../src/ops/tracing.ts';

type Sent = {
  url: string;
  headers: Record<string, unknown>;
  body: { resourceSpans: { resource: unknown; scopeSpans: { spans: Record<string, unknown>[] }[] }[] };
};
const sent: Sent[] = [];
let status = 200;
const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  sent.push({ url: request.url ?? '', headers: request.headers, body: JSON.parse(text) });
  response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{}');
});
let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  sent.length = 0;
  status = 200;
});
const tracer = (failures: string[] = []) =>
  createTracer({ endpoint, headers: { 'x-key': 'k' }, service: 'triage', version: '1' }, (reason) =>
    failures.push(reason),
  );

it('sends a turn with what happened inside it, below the caller’s trace', async () => {
  const one = tracer();
  const trace = 'a'.repeat(32);
  const result = await one.span(
    'turn',
    { 'bot.turn': 't-1', count: 3, share: 0.5, done: true },
    () => one.span('store', {}, async () => 7),
    `00-${trace}-${'b'.repeat(16)}-01`,
  );
  await one.close();
  expect(result).toBe(7);
  const [{ url, headers, body } = {} as Sent] = sent;
  expect(url).toBe('/v1/traces');
  expect(headers['x-key']).toBe('k');
  const [store, turn] = body.resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
  expect(turn).toMatchObject({ name: 'turn', traceId: trace, parentSpanId: 'b'.repeat(16), kind: 2 });
  expect(store).toMatchObject({ name: 'store', traceId: trace, parentSpanId: turn?.spanId, kind: 1 });
  expect(turn?.attributes).toContainEqual({ key: 'count', value: { intValue: '3' } });
  expect(BigInt(String(turn?.endTimeUnixNano)) >= BigInt(String(turn?.startTimeUnixNano))).toBe(true);
});

it('marks a failed turn and gives the error on', async () => {
  const one = tracer();
  await expect(one.span('turn', {}, async () => Promise.reject(new Error('my words')), 'nonsense')).rejects.toThrow(
    'my words',
  );
  await one.close();
  expect(sent[0]?.body.resourceSpans[0]?.scopeSpans[0]?.spans[0]).toMatchObject({ status: { code: 2 } });
  expect(JSON.stringify(sent)).not.toContain('my words');
});

it('says that the collector is away or refuses, follows it nowhere, and hurts no turn', async () => {
  const failures: string[] = [];
  status = 302;
  const one = tracer(failures);
  await one.span('turn', {}, async () => 1);
  await one.close();
  expect(failures).toEqual(['the collector cannot be reached']);
  status = 400;
  const two = tracer(failures);
  await two.span('turn', {}, async () => 1);
  await two.close();
  expect(failures.at(-1)).toBe('the collector answered 400');
});
