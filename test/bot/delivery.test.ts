// One activity, one turn, one answer, whatever happens in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/ops/log.ts';
import { openStore } from '../../src/store/open.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { aMessage, type Connector, post, startConnector } from '../support/connector.ts';
import { startCountingBot, WORDS } from '../support/counting-bot.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-delivery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

type Bot = Awaited<ReturnType<typeof startCountingBot>>;
let bot: Bot;
let path = '';
/** Lets a test take the store away. */
let away = false;
const lines: string[] = [];

/** The store, as if a network lay between. */
const flaky = (store: Store): Store => {
  const gate =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      if (away) throw new StoreUnavailable('the store is away');
      return call(...args);
    };
  return {
    ...store,
    exclusive: gate(store.exclusive) as Store['exclusive'],
    ping: gate(store.ping),
    items: { ...store.items, write: gate(store.items.write) },
  };
};

beforeEach(async () => {
  path = join(folder, `${++files}.db`);
  away = false;
  connector.received.length = 0;
  connector.answer = Object.assign(connector.answer, { status: 201, delayMs: 0 });
  lines.length = 0;
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  bot = await startCountingBot({ TRIAGE_DB: path, TRIAGE_SPOOL: folder }, { log, store: flaky(await openStore(path)) });
});
afterEach(() => bot.stop());

const message = (text: string, change: Record<string, unknown> = {}) =>
  aMessage(text, { serviceUrl: connector.url, ...change });
const PRESSED = { action: { type: 'Action.Execute', verb: 'go' } };
const direct = (text: string, change: Record<string, unknown> = {}) =>
  message(text, { deliveryMode: 'expectReplies', ...change });
const repliesOf = (body: unknown): string[] =>
  (body as { activities: { text: string }[] }).activities.map((one) => one.text);

describe('an activity that comes again', () => {
  it('is answered once, in whichever way it is answered', async () => {
    const first = message('hello');
    expect((await post(bot.url, first)).status).toBe(200);
    expect((await post(bot.url, first)).status).toBe(200);
    expect(connector.texts()).toEqual(['1: hello']);
    const second = direct('and');
    expect(repliesOf((await post(bot.url, second)).body)).toEqual(['2: and']);
    expect(repliesOf((await post(bot.url, second)).body)).toEqual([]);
    expect(repliesOf((await post(bot.url, direct('third'))).body)).toEqual(['3: third']);
  });

  it('at the same time, many times, on two replicas, is still answered once', async () => {
    const other = await startCountingBot({ TRIAGE_DB: path });
    const same = message('once');
    const sent = await Promise.all(Array.from({ length: 10 }, (_, i) => post(i % 2 ? bot.url : other.url, same)));
    expect(sent.every((one) => one.status === 200)).toBe(true);
    expect(connector.texts()).toEqual(['1: once']);
    await other.stop();
  });

  it('gets what is still owed where the process died before it answered', async () => {
    const owed = direct('owed');
    const reply = { status: 200, body: { activities: [{ type: 'message', text: 'kept' }] } };
    await bot.store.activities.finish(`msteams/a:1/${owed.id}`, {
      way: 'body',
      reference: {},
      outgoing: [],
      response: reply,
    });
    expect(repliesOf((await post(bot.url, owed)).body)).toEqual(['kept']);
    expect(repliesOf((await post(bot.url, owed)).body)).toEqual([]);
  });

  it('is answered once where a button both answers and sends', async () => {
    const pressed = { ...message(''), type: 'invoke', name: 'adaptiveCard/action', value: PRESSED };
    expect((await post(bot.url, pressed)).body).toEqual({ said: 'adaptiveCard/action' });
    await post(bot.url, pressed);
    expect(connector.texts()).toEqual(['pressed']);
    connector.answer.status = 503;
    const waits = { ...pressed, id: 'other' };
    expect((await post(bot.url, waits)).body).toEqual({ said: 'adaptiveCard/action' });
    connector.answer.status = 201;
    await bot.delivery.catchUp();
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual(['pressed', 'pressed']);
  });

  it('is no repetition where it is an edit, or has no id', async () => {
    const first = message('hello');
    await post(bot.url, first);
    await post(bot.url, { ...first, type: 'messageUpdate', text: 'edited', timestamp: '2026-11-20T10:00:01.000Z' });
    await post(bot.url, { ...first, id: undefined, text: 'no id' });
    await post(bot.url, { ...first, id: undefined, text: 'no id' });
    expect(connector.texts()).toEqual(['1: hello', '2: edited', '3: no id', '4: no id']);
  });
});

it('finds the same for everybody, asked again while they type', async () => {
  const ask = (user: string, value: object) =>
    post(bot.url, { ...message(''), type: 'invoke', name: 'composeExtension/query', value, from: { id: user } });
  const query = { commandId: 'searchIssues', parameters: [{ name: 'query', value: 'etcd' }] };
  expect((await ask('alex', query)).body).toEqual({ said: 'composeExtension/query' });
  expect((await ask('robin', query)).body).toEqual({ said: 'composeExtension/query' });
  expect((await ask('robin', { ...query, parameters: [] })).status).toBe(200);
});

describe('turns of a conversation', () => {
  it('wait for each other across replicas, and other conversations do not wait', async () => {
    const other = await startCountingBot({ TRIAGE_DB: path });
    const texts = Array.from({ length: 20 }, (_, i) => `word ${i}`);
    await Promise.all(texts.map((text, i) => post(i % 2 ? bot.url : other.url, message(text))));
    const numbers = connector.texts().map((text) => Number.parseInt(text, 10));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await bot.store.records.get('record a:1'))?.messages.toSorted()).toEqual(texts.sort());
    const start = Date.now();
    await Promise.all([1, 2, 3, 4].map((i) => post(bot.url, direct('slow', { conversation: { id: `a:other ${i}` } }))));
    expect(Date.now() - start).toBeLessThan(900);
    await other.stop();
  });

  it('that failed leave nothing behind but an apology with a reference, and no word in the log', async () => {
    await post(bot.url, message('one'));
    const failed = message('fail');
    expect((await post(bot.url, failed)).status).toBe(200);
    await post(bot.url, failed);
    await post(bot.url, message('two'));
    const [, apology, after] = connector.texts();
    expect(connector.texts()).toHaveLength(3);
    expect(after).toBe('2: two');
    const reference = /^broken ([\w-]+)$/.exec(apology ?? '')?.[1] ?? 'none';
    expect(lines.filter((line) => line.includes(reference)).join()).toContain('turn.failed');
    expect(lines.join()).not.toContain('secret word');
    expect(repliesOf((await post(bot.url, direct('fail'))).body)[0]).toMatch(/^broken /);
  });
});

describe('while the channel is away', () => {
  it('keeps the answer and sends it later, once', async () => {
    connector.answer.status = 503;
    expect((await post(bot.url, message('hello'))).status).toBe(200);
    expect(connector.texts()).toEqual([]);
    connector.answer.status = 201;
    await bot.delivery.catchUp();
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual(['1: hello']);
  });

  it('gives up where the channel will never take it, and follows it nowhere else', async () => {
    const elsewhere = await startConnector();
    for (const status of [403, 404, 302, 307]) {
      connector.answer.status = status;
      connector.answer.headers = status < 400 ? { location: `${elsewhere.url}elsewhere` } : {};
      expect((await post(bot.url, message(`refused ${status}`))).status).toBe(200);
    }
    connector.answer.status = 201;
    connector.answer.headers = {};
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual([]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  it('leaves what is owed to the process that comes after', async () => {
    connector.answer.status = 503;
    await post(bot.url, message('hello'));
    connector.answer.status = 201;
    const next = await startCountingBot({ TRIAGE_DB: path });
    await expect.poll(() => connector.texts()).toEqual(['1: hello']);
    await next.stop();
  });
});

describe('while the store is away', () => {
  it('says so in a sentence and answers when it is back, without being asked again', async () => {
    away = true;
    const lost = message('hello');
    expect((await post(bot.url, lost)).status).toBe(200);
    expect((await post(bot.url, lost)).status).toBe(200);
    expect(connector.texts()).toEqual([WORDS.storeAwayLater]);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    away = false;
    await bot.delivery.catchUp();
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual([WORDS.storeAwayLater, '1: hello']);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  });

  it('tells a caller that waits for the answer to say it again', async () => {
    away = true;
    expect(repliesOf((await post(bot.url, direct('hello'))).body)).toEqual([WORDS.storeAway]);
    const invoke = { ...message(''), type: 'invoke', name: 'adaptiveCard/action', value: PRESSED };
    const answer = (await post(bot.url, invoke)).body as { value: string };
    expect(answer.value).toBe(WORDS.storeAway);
    away = false;
    expect(repliesOf((await post(bot.url, direct('hello'))).body)).toEqual(['1: hello']);
  });
});

it('finishes its turns when it is told to stop, takes no new ones, and loses none', async () => {
  const sent = Promise.all(
    Array.from({ length: 8 }, (_, i) => post(bot.url, message(`slow ${i}`, { conversation: { id: `a:${i}` } }))),
  );
  await expect
    .poll(async () => (await bot.metrics.registry.getSingleMetricAsString('triage_turns_total')).length > 0)
    .toBe(true);
  await new Promise((wake) => setTimeout(wake, 100));
  const stopping = bot.server.stop();
  const late = await post(bot.url, message('late'));
  expect([0, 503]).toContain(late.status);
  await stopping;
  expect((await sent).map((one) => one.status)).toEqual(Array(8).fill(200));
  expect(connector.texts().sort()).toEqual(Array.from({ length: 8 }, (_, i) => `1: slow ${i}`));
});
