// "npm run serve" before its store: it lives, says so, and works once the store is there. What waiting cannot mend stops the start.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wording } from '../../dialogs/wording.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { READY_MS, type Served, startServed } from '../support/served-bot.ts';

const SERVE = [join(import.meta.dirname, '../../src/run.js'), 'serve'];
const folder = mkdtempSync(join(tmpdir(), 'triage-later-'));
let server: Postgres | undefined;
beforeAll(async () => {
  if (!noPostgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const served: Served[] = [];
afterEach(async () => {
  for (const one of served.splice(0)) await one.stop();
});
async function starting(url: string): Promise<Served> {
  const bot = await startServed(SERVE, { until: '/healthz', env: { TRIAGE_DB: url } });
  served.push(bot);
  return bot;
}

/** The address of a store, and its way to be away for as long as `work` takes. */
type Away = { url: string; away(work: () => Promise<void>): Promise<void> };
const databases: [string, () => Promise<Away>][] = [
  [
    'SQLite',
    async () => {
      const url = join(folder, 'triage.db');
      const away: Away['away'] = async (work) => {
        const holder = new DatabaseSync(url);
        holder.exec('BEGIN EXCLUSIVE');
        try {
          await work();
        } finally {
          holder.exec('ROLLBACK');
          holder.close();
        }
      };
      return { url, away };
    },
  ],
  ['PostgreSQL', async () => ({ url: (await server?.database()) ?? '', away: async (work) => server?.pause(work) })],
];

describe.each(databases)('a bot that starts before its store, %s,', (engine, open) => {
  it.skipIf(engine === 'PostgreSQL' && noPostgres)(
    'lives, is not ready, says so in a sentence, and comes up with it',
    async () => {
      const { url, away } = await open();
      let bot: Served | undefined;
      await away(async () => {
        bot = await starting(url);
        const ready = await fetch(`${bot.url}/readyz`);
        expect(ready.status).toBe(503);
        expect(await ready.json()).toMatchObject({ checks: expect.arrayContaining([{ check: 'store', ok: false }]) });
        expect((await bot.say('etcd lost quorum')).text).toContain(wording.storeDown);
        expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
      });
      const status = async () => (await fetch(`${bot?.url}/readyz`)).status;
      await expect.poll(status, { timeout: READY_MS }).toBe(200);
      expect((await bot?.say('etcd lost quorum on AKS Arc'))?.text).toContain('AdaptiveCard');
      const lines = (bot?.printed() ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const reason = expect.objectContaining({
        name: 'StoreUnavailable',
        message: expect.stringMatching(/^the store /),
      });
      expect(lines.find(({ event }) => event === 'store.away')).toMatchObject({ ms: 1000, error: reason });
      expect(lines.map(({ event }) => event)).toContain('store.open');
      const ended = new Promise((resolve) => bot?.process.once('exit', resolve));
      bot?.process.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
    READY_MS * 3,
  );

  it.skipIf(engine === 'PostgreSQL' && noPostgres)(
    'ends well when it is told to before the store is there',
    async () => {
      const { url, away } = await open();
      await away(async () => {
        const bot = await starting(url);
        const ended = new Promise((resolve) => bot.process.once('exit', resolve));
        bot.process.kill('SIGTERM');
        expect(await ended).toBe(0);
      });
    },
    READY_MS * 2,
  );
});

describe('a store that waiting does not mend', () => {
  it.each([
    ['of an unknown kind', 'mysql://user:geheim@db/triage', /begins with "mysql:", which is no store of ours/],
    ['whose address is none', 'postgres://user:geheim%zz@db/triage', /the store's address is no URL/],
    ['where no file can be made', join(folder, 'text', 'triage.db'), /its folder cannot be made or written/],
    ['that is no database', join(folder, 'text'), /is not a SQLite database/],
  ])('%s stops the start with a sentence', async (_, url, sentence) => {
    writeFileSync(join(folder, 'text'), 'this is a text file, not a database at all, and it is long enough to be one');
    const start = starting(url);
    const reason = await start.then(
      () => 'started',
      (error: Error) => error.message.replaceAll(/\s+/g, ' '),
    );
    expect(reason).toMatch(sentence);
    expect(reason).toContain('did not start (1)');
    expect(reason).not.toMatch(/geheim|\bat .*\.ts:/);
  });

  it.skipIf(noPostgres)('also where it comes later and is none for us', async () => {
    const url = ((await server?.database()) ?? '').replace(/[^/]+$/, 'nowhere');
    let bot: Served | undefined;
    await server?.pause(async () => {
      bot = await starting(url);
    });
    const code = bot?.process.exitCode ?? (await new Promise((resolve) => bot?.process.once('exit', resolve)));
    expect(code).toBe(1);
    expect(bot?.printed().replaceAll(/\s+/g, ' ')).toContain('nowhere does not exist');
  });
});
