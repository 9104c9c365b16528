// Several threads ask one person at the same time, through two replicas: every question reaches the personal chat.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardWords } from '../../dialogs/cards/read-card.ts';
import { wording } from '../../dialogs/wording.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { type Reply, replyCards, startTestBot } from '../support/running-bot.ts';
import { smallServices } from '../support/small-services.ts';

const OPENING = 'kubectl says connection refused on 6443, 1.33.5 running';
const THREADS = 4;
/** A turn that is made again reads alone; nobody waits longer for company. */
const COMPANY_MS = 2000;

let server: Postgres | undefined;
let files = 0;
const folder = mkdtempSync(join(tmpdir(), 'triage-private-'));
beforeAll(async () => {
  if (!noPostgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Whoever reads what is left for a person first waits until all have: they all know the same. */
function meeting(count: number) {
  let arrived = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return (store: Store): Store => ({
    ...store,
    items: {
      ...store.items,
      async read(keys) {
        const found = await store.items.read(keys);
        if (!keys.some((key) => key.startsWith('private-questions/'))) return found;
        if (++arrived >= count) open();
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise((resolve) => {
          timer = setTimeout(resolve, COMPANY_MS);
        });
        await Promise.race([all, late]);
        clearTimeout(timer);
        return found;
      },
    },
  });
}

const recordsOf = (replies: Reply[]): string[] =>
  [...JSON.stringify(replyCards(replies)).matchAll(/"about":"(\w+)"/g)].map(([, id = '']) => id);

describe.each<[string, () => Promise<string>]>([
  ['SQLite', async () => join(folder, `${++files}.db`)],
  ['PostgreSQL', async () => (await server?.database()) ?? ''],
])('threads that ask one person at the same time, over %s', (engine, address) => {
  const skip = engine === 'PostgreSQL' && noPostgres !== undefined;
  let connector: Connector;
  let stores: Store[] = [];
  let bots: Awaited<ReturnType<typeof startTestBot>>[] = [];
  beforeEach(async (test) => {
    if (skip) return test.skip(noPostgres);
    const url = await address();
    connector = await startConnector();
    const services = smallServices({ sensitive: ['nodeChange'] });
    const together = meeting(THREADS);
    stores = [await openStore(url), await openStore(url)];
    bots = await Promise.all(stores.map((store) => startTestBot(services, { store: together(store) })));
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
    for (const store of stores.splice(0)) await store.close();
    await connector?.stop();
  });
  const chat = (turn: number, from: Record<string, string>) => {
    const client = bots[turn % bots.length]?.client({ serviceUrl: connector.url, ...from });
    if (!client) throw new Error('No bot was started.');
    return client;
  };
  /** What each thread says to its opening. */
  const asked = () =>
    Promise.all(
      Array.from({ length: THREADS }, (_, thread) =>
        chat(thread, { conversation: `19:team@thread.tacv2;messageid=${thread}`, conversationType: 'channel' }).say(
          OPENING,
        ),
      ),
    );

  it('lose none of their questions where nobody can open the personal chat', async () => {
    connector.answer.status = 403;
    for (const replies of await asked()) expect(replies.map(({ text }) => text)).toContain(wording.privately.noChat);
    connector.answer.status = 201;
    const person = chat(0, { conversation: 'a:alex' });
    const records = new Set<string>();
    for (let turn = 0; turn < THREADS; turn++) {
      const replies = await person.say('continue');
      expect(replies.map(({ text }) => text)).toContain(wording.privately.intro);
      for (const id of recordsOf(replies)) records.add(id);
      await person.say('nobody touched them');
    }
    expect(records.size).toBe(THREADS);
    expect((await person.say('continue')).map(({ text }) => text)).not.toContain(wording.privately.intro);
  });

  it('put all of them into the chats that are opened', async () => {
    for (const replies of await asked()) expect(replies.map(({ text }) => text)).toContain(wording.privately.inChannel);
    expect(connector.texts().filter((text) => text === wording.privately.intro)).toHaveLength(THREADS);
    const cards = connector.received.map(({ activity }) => activity as unknown as Reply);
    expect(new Set(recordsOf(cards)).size).toBe(THREADS);
  });
});

it('brings back the questions that others pushed off the table', async () => {
  const connector = await startConnector();
  const bot = await startTestBot(smallServices({ sensitive: ['nodeChange'] }));
  connector.answer.status = 403;
  for (let id = 0; id < 3; id++) {
    const conversation = `19:team@thread.tacv2;messageid=${id}`;
    await bot.client({ serviceUrl: connector.url, conversation, conversationType: 'channel' }).say(OPENING);
  }
  connector.answer.status = 201;
  const person = bot.client({ serviceUrl: connector.url, conversation: 'a:alex' });
  for (let id = 0; id < 3; id++) await person.say('continue');
  // The third is on the table and the second behind it; the first is left again.
  await person.say('nobody touched them');
  expect((await person.say('continue')).map(({ text }) => text)).toContain(wording.privately.intro);
  await person.say('nobody touched them');
  const published = connector.received.filter(({ activity }) =>
    replyCards([activity as unknown as Reply]).some((card) => cardWords(card).includes('✔ Eligible')),
  );
  expect(published.map(({ path }) => /messageid=(\d)/.exec(decodeURIComponent(path))?.[1])).toEqual(['2', '0']);
  await bot.stop();
  await connector.stop();
});
