// Bad days, each injected: what cannot be done now is said in a sentence, survives the process, and is done later, once.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { aMessage, type Connector, post, startConnector } from '../support/connector.ts';
import { startCountingBot, WORDS } from '../support/counting-bot.ts';
import { freePort, noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { startProxy } from '../support/slow-proxy.ts';

const COUNTING = join(import.meta.dirname, '../support/counting-bot.ts');
const folder = mkdtempSync(join(tmpdir(), 'triage-bad-days-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let places = 0;
const newPlace = () => {
  const place = join(folder, String(++places));
  mkdirSync(place);
  return { store: join(place, 'triage.db'), spool: join(place, 'waiting') };
};

let connector: Connector;
beforeEach(async () => {
  connector = await startConnector();
});
const children: ChildProcess[] = [];
afterEach(async () => {
  // Also those of a test that failed.
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await connector.stop();
});

const message = (text: string, change: Record<string, unknown> = {}) =>
  aMessage(text, { serviceUrl: connector.url, ...change });
const repliesOf = (body: unknown): string[] =>
  (body as { activities: { text: string }[] }).activities.map((one) => one.text);
const filesUnder = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function launch(store: string, spool: string, before = '') {
  const port = await freePort();
  const command = before ? ['/bin/bash', '-c', `${before}; exec "$0" "$@"`] : [];
  const words = [...command, process.execPath, COUNTING, store, String(port)];
  const child = spawn(words[0] ?? '', words.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TRIAGE_DB: '', TRIAGE_SPOOL: spool },
  });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return { child, url: `http://127.0.0.1:${port}` };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return gone;
}

/** A store that a test can take away. */
async function flakyStore(path: string): Promise<{ store: Store; state: { away: boolean } }> {
  const store = await openStore(path);
  const state = { away: false };
  const gate =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      if (state.away) throw new StoreUnavailable('the store is away');
      return call(...args);
    };
  return { state, store: { ...store, exclusive: gate(store.exclusive) as Store['exclusive'], ping: gate(store.ping) } };
}

describe('words that come while the store is away', () => {
  it('survive the process, in a file for its owner alone, with credentials masked', async () => {
    const { store: path, spool } = newPlace();
    const { store, state } = await flakyStore(path);
    const bot = await startCountingBot({ TRIAGE_DB: path, TRIAGE_SPOOL: spool }, { store });
    state.away = true;
    expect((await post(bot.url, message('the password is geheim'))).status).toBe(200);
    const [file = '', ...more] = filesUnder(spool);
    expect(more).toEqual([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('the password is [masked]');
    expect(readFileSync(file, 'utf8')).not.toContain('geheim');
    state.away = false;
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual([WORDS.storeAwayLater, '1: the password is [masked]']);
    expect(readFileSync(file, 'utf8')).not.toContain('password');
    await bot.stop();
    expect(filesUnder(spool)).toEqual([]);
  });

  it('are answered in their order, before those that come after', async () => {
    const { store: path, spool } = newPlace();
    const { store, state } = await flakyStore(path);
    const bot = await startCountingBot({ TRIAGE_DB: path, TRIAGE_SPOOL: spool }, { store });
    state.away = true;
    for (const text of ['one', 'two', 'three']) await post(bot.url, message(text));
    state.away = false;
    await Promise.all(['four', 'five'].map((text) => post(bot.url, message(text))));
    const answers = connector.texts().filter((text) => text !== WORDS.storeAwayLater);
    expect(answers.slice(0, 3)).toEqual(['1: one', '2: two', '3: three']);
    expect(
      answers
        .slice(3)
        .map((text) => text.slice(3))
        .sort(),
    ).toEqual(['five', 'four']);
    await bot.stop();
  });

  it('are left to the channel where no disk takes them, and nobody is told the same twice', async () => {
    const { store: path } = newPlace();
    const { store, state } = await flakyStore(path);
    const bot = await startCountingBot({ TRIAGE_DB: path }, { store });
    state.away = true;
    const lost = message('hello');
    expect((await post(bot.url, lost)).status).toBe(503);
    expect((await post(bot.url, lost)).status).toBe(503);
    expect(connector.texts()).toEqual([WORDS.storeAway]);
    state.away = false;
    expect((await post(bot.url, lost)).status).toBe(200);
    expect(connector.texts()).toEqual([WORDS.storeAway, '1: hello']);
    await bot.stop();
  });

  it('are answered by the process after one that was killed', async () => {
    const { store, spool } = newPlace();
    const first = await launch(store, spool);
    await post(first.url, message('before'));
    // The turn is quite over when its lock is given back.
    await new Promise((wake) => setTimeout(wake, 200));
    // Another program holds the file; after five seconds it counts as away.
    const holder = new DatabaseSync(store);
    holder.exec('BEGIN IMMEDIATE');
    const sent = message('during');
    expect((await post(first.url, sent)).status).toBe(200);
    expect(connector.texts()).toEqual(['1: before', WORDS.storeAwayLater]);
    await end(first.child, 'SIGKILL');
    holder.exec('ROLLBACK');
    holder.close();
    const next = await launch(store, spool);
    await expect.poll(() => connector.texts().at(-1), { timeout: 10_000 }).toBe('2: during');
    // The channel, which has its answer, sends it again all the same.
    expect((await post(next.url, sent)).status).toBe(200);
    expect(connector.texts()).toHaveLength(3);
    expect(await end(next.child, 'SIGTERM')).toBe(0);
    expect(filesUnder(spool)).toEqual([]);
  });

  it('find room although the disk has filled up meanwhile', async () => {
    const { store, spool } = newPlace();
    // No file may grow beyond this; the spool has its length from the start.
    const first = await launch(store, spool, 'ulimit -f 1500');
    const long = 'x'.repeat(40_000);
    let last = '';
    for (let index = 0; index < 200 && last !== WORDS.storeAwayLater; index++) {
      expect((await post(first.url, message(`${index} ${long}`, { conversation: { id: `a:${index}` } }))).status).toBe(
        200,
      );
      last = connector.texts().at(-1) ?? '';
    }
    expect(last).toBe(WORDS.storeAwayLater);
    expect((await post(first.url, message('small'))).status).toBe(200);
    await end(first.child, 'SIGKILL');
    const next = await launch(store, spool);
    const answers = () => connector.texts().filter((text) => text !== WORDS.storeAwayLater);
    await expect.poll(() => answers().at(-1), { timeout: 10_000 }).toMatch(/: small$/);
    expect(new Set(answers()).size).toBe(answers().length);
    await end(next.child, 'SIGTERM');
  });
});

/** The two databases, each with its way to be away for as long as `work` takes. */
const databases: [
  string,
  () => Promise<{ store: string; spool: string; away: Postgres['pause']; stop(): Promise<void> }>,
][] = [
  [
    'SQLite',
    async () => {
      const { store, spool } = newPlace();
      const away = async (work: () => Promise<void>) => {
        const holder = new DatabaseSync(store);
        holder.exec('BEGIN IMMEDIATE');
        try {
          await work();
        } finally {
          holder.exec('ROLLBACK');
          holder.close();
        }
      };
      return { store, spool, away, stop: async () => {} };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const server = await startPostgres();
      return { store: await server.database(), spool: newPlace().spool, away: server.pause, stop: server.stop };
    },
  ],
];

describe.each(databases)('a process that dies while %s is away', (engine, open) => {
  const skip = engine === 'PostgreSQL' && noPostgres !== undefined;

  it.skipIf(skip)(
    'has lost nothing of an answer that the channel gave back, and the next one sends it once',
    async () => {
      const { store, spool, away, stop } = await open();
      const first = await launch(store, spool);
      await post(first.url, message('before'));
      await new Promise((wake) => setTimeout(wake, 200));
      connector.answer.status = 503;
      connector.answer.delayMs = 1000;
      const sent = post(first.url, message('errand'));
      // By now the errand is on the wire.
      await new Promise((wake) => setTimeout(wake, 500));
      await away(async () => {
        await sent;
        await end(first.child, 'SIGKILL');
      });
      connector.answer.status = 201;
      connector.answer.delayMs = 0;
      const next = await launch(store, spool);
      const said = () => connector.texts().slice(1).toSorted();
      await expect.poll(said, { timeout: 15_000 }).toEqual(['2: elsewhere', '2: errand', 'told them']);
      await new Promise((wake) => setTimeout(wake, 2500));
      expect(said()).toHaveLength(3);
      expect(await end(next.child, 'SIGTERM')).toBe(0);
      expect(filesUnder(spool)).toEqual([]);
      await stop();
    },
    60_000,
  );

  it.skipIf(skip)(
    'leaves the words it kept to one that runs already',
    async () => {
      const { store, spool, away, stop } = await open();
      const [first, other] = [await launch(store, spool), await launch(store, spool)];
      await post(first.url, message('before'));
      await new Promise((wake) => setTimeout(wake, 200));
      await away(async () => {
        expect((await post(first.url, message('during'))).status).toBe(200);
        await end(first.child, 'SIGKILL');
      });
      const said = () => connector.texts().filter((text) => text !== WORDS.storeAwayLater);
      await expect.poll(said, { timeout: 15_000 }).toEqual(['1: before', '2: during']);
      expect(await end(other.child, 'SIGTERM')).toBe(0);
      expect(filesUnder(spool)).toEqual([]);
      await stop();
    },
    60_000,
  );
});

describe('a store that breaks off in the middle of an answer', () => {
  it.each([true, false])('sends each message once, whether or not it had noted it (%s)', async (notes) => {
    const { store: path, spool } = newPlace();
    const store = await openStore(path);
    let breaks = 1;
    const take: Store['activities']['take'] = async (...given) => {
      const first = breaks-- > 0;
      if (first && !notes) throw new StoreUnavailable('broken');
      const taken = await store.activities.take(...given);
      if (first) throw new StoreUnavailable('broken');
      return taken;
    };
    const bot = await startCountingBot(
      { TRIAGE_DB: path, TRIAGE_SPOOL: spool },
      { store: { ...store, activities: { ...store.activities, take } } },
    );
    const sent = message('twice');
    expect((await post(bot.url, sent)).status).toBe(200);
    for (let round = 0; round < 3; round++) await bot.delivery.catchUp();
    expect((await post(bot.url, sent)).status).toBe(200);
    const answers = connector.texts().filter((text) => text !== WORDS.storeAwayLater);
    expect(answers.toSorted()).toEqual(['1: again', '1: twice']);
    await bot.stop();
  });
});

describe('a turn that takes long', () => {
  it('says so, and its request is answered before the channel gives it up', async () => {
    const { store: path, spool } = newPlace();
    const slow = { tellMs: 50, answerMs: 150 };
    const bot = await startCountingBot({ TRIAGE_DB: path, TRIAGE_SPOOL: spool }, { slow });
    const start = performance.now();
    expect((await post(bot.url, message('slow one'))).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(290);
    await expect.poll(() => connector.texts()).toEqual([WORDS.stillWorking, '1: slow one']);
    // Who reads the answer from the response gets a sentence there, and the answer where the conversation is.
    const direct = await post(bot.url, message('slow two', { deliveryMode: 'expectReplies' }));
    expect(repliesOf(direct.body)).toEqual([WORDS.stillWorking]);
    await expect.poll(() => connector.texts().at(-1)).toBe('2: slow two');
    await bot.stop();
    expect(filesUnder(spool)).toEqual([]);
  });
});

describe('a channel that lies', () => {
  it.each(['wrong', 'cut'] as const)('with an answer that is %s has the message all the same', async (lie) => {
    const { store } = newPlace();
    const bot = await startCountingBot({ TRIAGE_DB: store });
    connector.answer.lie = lie;
    expect((await post(bot.url, message('hello'))).status).toBe(200);
    delete connector.answer.lie;
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual(['1: hello']);
    await bot.stop();
  });

  it.each([401, 408, 429, 500, 502, 503, 504])('is asked again after %i', async (status) => {
    const { store } = newPlace();
    const bot = await startCountingBot({ TRIAGE_DB: store });
    connector.answer.status = status;
    expect((await post(bot.url, message('twice'))).status).toBe(200);
    connector.answer.status = 201;
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual(['1: twice', '1: again']);
    await bot.stop();
  });

  it('does not get what it took before again, and is not asked without pause', async () => {
    const { store } = newPlace();
    const bot = await startCountingBot({ TRIAGE_DB: store });
    connector.answer.status = 429;
    connector.answer.headers = { 'retry-after': '2' };
    await post(bot.url, message('hello'));
    connector.answer.status = 201;
    connector.answer.headers = {};
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual([]);
    await expect
      .poll(() => bot.delivery.catchUp().then(() => connector.texts()), { timeout: 5000 })
      .toEqual(['1: hello']);
    await bot.stop();
  });

  it('in one conversation holds up no other', async () => {
    const { store } = newPlace();
    const bot = await startCountingBot({ TRIAGE_DB: store });
    connector.answer.status = 503;
    expect((await post(bot.url, message('errand', { deliveryMode: 'expectReplies' }))).body).toMatchObject({
      activities: [{ text: '1: errand' }, { text: 'tell them later' }],
    });
    connector.answer.status = 403;
    expect(repliesOf((await post(bot.url, message('errand', { deliveryMode: 'expectReplies' }))).body)).toEqual([
      '2: errand',
      'they refuse',
    ]);
    connector.answer.status = 201;
    await bot.delivery.catchUp();
    await bot.delivery.catchUp();
    expect(connector.texts()).toEqual(['1: elsewhere']);
    await bot.stop();
  });
});

describe('a process that is told to stop under load', () => {
  const load = async (urls: readonly string[], stop: () => Promise<unknown>) => {
    const sent = Array.from({ length: 60 }, (_, index) =>
      message(`${index % 3 ? 'word' : 'slow'} ${index}`, { conversation: { id: `a:load ${index % 20}` } }),
    );
    const first = sent.map(async (activity, index) => {
      await new Promise((wake) => setTimeout(wake, index * 5));
      return post(urls[index % urls.length] ?? '', activity);
    });
    await new Promise((wake) => setTimeout(wake, 150));
    await stop();
    const statuses = (await Promise.all(first)).map(({ status }) => status);
    return { sent, statuses };
  };
  const all = (sent: { text: string }[]) => sent.map(({ text }) => text).sort();
  const answered = () =>
    connector
      .texts()
      .map((text) => text.replace(/^\d+: /, ''))
      .sort();

  it('finishes what it has taken, and the channel gets the rest through the next one, once', async () => {
    const { store, spool } = newPlace();
    const first = await launch(store, spool);
    let code: number | null = null;
    const { sent, statuses } = await load([first.url], async () => {
      code = await end(first.child, 'SIGTERM');
    });
    expect(code).toBe(0);
    const next = await launch(store, spool);
    for (const [index, activity] of sent.entries()) {
      // What was answered with 200 must not need to come again; the channel sends the rest once more.
      if (statuses[index] !== 200) expect((await post(next.url, activity)).status).toBe(200);
    }
    expect(statuses).toContain(200);
    await expect.poll(answered).toEqual(all(sent));
    await end(next.child, 'SIGTERM');
  });

  it.skipIf(noPostgres)('the same over PostgreSQL, while another replica goes on', async () => {
    const server = await startPostgres();
    const { spool } = newPlace();
    const store = await server.database();
    const [first, second] = [await launch(store, spool), await launch(store, spool)];
    const { sent, statuses } = await load([first.url, second.url], () => end(first.child, 'SIGTERM'));
    for (const [index, activity] of sent.entries()) {
      if (statuses[index] !== 200) expect((await post(second.url, activity)).status).toBe(200);
    }
    await expect.poll(answered).toEqual(all(sent));
    await end(second.child, 'SIGTERM');
    await server.stop();
  });
});

describe.skipIf(noPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  const started = async (slow = { tellMs: 100, answerMs: 300 }) => {
    const proxy = await startProxy(await server.database());
    const { spool } = newPlace();
    const bot = await startCountingBot({ TRIAGE_DB: proxy.url, TRIAGE_SPOOL: spool }, { slow });
    return { proxy, spool, bot };
  };

  it('that is far away makes turns slow and nothing else', async () => {
    const { proxy, bot } = await started();
    proxy.delayMs = 40;
    const start = performance.now();
    expect((await post(bot.url, message('hello'))).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(1000);
    await expect.poll(() => connector.texts(), { timeout: 10_000 }).toEqual([WORDS.stillWorking, '1: hello']);
    proxy.delayMs = 0;
    await bot.stop();
    await proxy.stop();
  });

  it('that stands still is said in a sentence in time, and the turn is done once it moves', async () => {
    const { proxy, bot } = await started();
    await post(bot.url, message('first'));
    proxy.stalled = true;
    const sent = message('second');
    const start = performance.now();
    expect((await post(bot.url, sent)).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(connector.texts()).toEqual(['1: first', WORDS.stillWorking]);
    proxy.stalled = false;
    await expect.poll(() => connector.texts().at(-1), { timeout: 10_000 }).toBe('2: second');
    expect((await post(bot.url, sent)).status).toBe(200);
    expect(connector.texts()).toHaveLength(3);
    await bot.stop();
    await proxy.stop();
  });

  it('whose connections break, or that starts anew under load, loses and doubles nothing', async () => {
    const { proxy, bot } = await started({ tellMs: 60_000, answerMs: 60_000 });
    const texts = Array.from({ length: 40 }, (_, index) => `word ${index}`);
    const sending = texts.map(async (text, index) => {
      await new Promise((wake) => setTimeout(wake, index * 15));
      return post(bot.url, message(text, { conversation: { id: `a:${index % 8}` } }));
    });
    for (let cut = 0; cut < 5; cut++) {
      await new Promise((wake) => setTimeout(wake, 60));
      proxy.cut();
    }
    await server.pause(async () => {
      await new Promise((wake) => setTimeout(wake, 300));
    });
    expect((await Promise.all(sending)).map(({ status }) => status)).toEqual(texts.map(() => 200));
    const answered = () =>
      connector
        .texts()
        .filter((text) => /^\d+: /.test(text))
        .map((text) => text.replace(/^\d+: /, ''))
        .sort();
    await expect.poll(answered, { timeout: 15_000 }).toEqual([...texts].sort());
    for (let talk = 0; talk < 8; talk++) {
      const words = (await bot.store.records.get(`record a:${talk}`))?.messages ?? [];
      expect(words.toSorted()).toEqual(texts.filter((_, index) => index % 8 === talk).sort());
    }
    await bot.stop();
    await proxy.stop();
  });

  it('with a replica that stands still in the middle of a turn answers once, through the other', async () => {
    const store = await server.database();
    const { spool } = newPlace();
    const [stopped, other] = [await launch(store, spool), await launch(store, spool)];
    const sent = message('slow one');
    const lost = post(stopped.url, sent);
    await new Promise((wake) => setTimeout(wake, 150));
    stopped.child.kill('SIGSTOP');
    // Its lease ends after six seconds.
    expect((await post(other.url, sent)).status).toBe(200);
    expect(connector.texts()).toEqual(['1: slow one']);
    stopped.child.kill('SIGCONT');
    expect((await lost).status).toBe(200);
    expect((await post(stopped.url, message('two'))).status).toBe(200);
    expect(connector.texts()).toEqual(['1: slow one', '2: two']);
    await end(stopped.child, 'SIGTERM');
    await end(other.child, 'SIGTERM');
  });
});
