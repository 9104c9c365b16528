// Two replicas over PostgreSQL behind a plain round-robin, in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { aMessage, type Connector, post, startConnector } from '../support/connector.ts';
import { freePort, noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { anIssue } from '../support/records.ts';

const CONVERSATIONS = 8;
const TURNS = 12;
const BOT = join(import.meta.dirname, '../support/counting-bot.ts');

describe.skipIf(noPostgres)('two replicas', () => {
  let server: Postgres;
  let connector: Connector;
  let store = '';
  const processes: ChildProcess[] = [];
  const urls: string[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    connector = await startConnector();
    store = await server.database();
    for (let replica = 0; replica < 2; replica++) {
      const port = await freePort();
      const child = spawn(process.execPath, [BOT, store, String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TRIAGE_DB: '' },
      });
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      processes.push(child);
      urls.push(`http://127.0.0.1:${port}`);
    }
  });
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    await connector?.stop();
    await server?.stop();
  });
  let turn = 0;
  const roundRobin = () => urls[turn++ % urls.length] ?? '';

  it('answer every message once and in order, also those that come twice', async () => {
    connector.received.length = 0;
    const sent: Promise<{ status: number }>[] = [];
    for (let number = 0; number < TURNS; number++) {
      for (let talk = 0; talk < CONVERSATIONS; talk++) {
        const activity = aMessage(`${talk}/${number}`, {
          serviceUrl: connector.url,
          conversation: { id: `a:${talk}` },
        });
        sent.push(post(roundRobin(), activity));
        // Each third one is delivered again, to the other replica.
        if (number % 3 === 0) sent.push(post(roundRobin(), activity));
      }
    }
    expect((await Promise.all(sent)).every((one) => one.status === 200)).toBe(true);
    for (let talk = 0; talk < CONVERSATIONS; talk++) {
      const answers = connector.texts().filter((text) => text.includes(` ${talk}/`));
      expect(answers.map((text) => Number.parseInt(text, 10))).toEqual(
        Array.from({ length: TURNS }, (_, index) => index + 1),
      );
    }
    const opened = await openStore(store);
    for (let talk = 0; talk < CONVERSATIONS; talk++) {
      const words = (await opened.records.get(`record a:${talk}`))?.messages ?? [];
      expect(words.toSorted()).toEqual(Array.from({ length: TURNS }, (_, index) => `${talk}/${index}`).sort());
    }
    await opened.close();
  });

  it('go on when one of them is killed', async () => {
    connector.received.length = 0;
    const activity = aMessage('slow one', { serviceUrl: connector.url, conversation: { id: 'a:killed' } });
    const [one, two] = urls;
    const lost = post(one ?? '', activity);
    await new Promise((wake) => setTimeout(wake, 150));
    processes[0]?.kill('SIGKILL');
    expect((await lost).status).toBe(0);
    expect((await post(two ?? '', activity)).status).toBe(200);
    expect(connector.texts()).toEqual(['1: slow one']);
  });

  it('see what the other has synced', async () => {
    const [writer, reader] = [await openStore(store), await openStore(store)];
    const before = await reader.issues.revision();
    await writer.issues.upsert([anIssue({ title: 'new' })]);
    expect(await reader.issues.revision()).toBeGreaterThan(before);
    const seen: string[] = [];
    for await (const issue of reader.issues.changedSince(before)) seen.push(issue.title);
    expect(seen).toEqual(['new']);
    await writer.close();
    await reader.close();
  });
});
