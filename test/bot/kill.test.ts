// The process is killed at random points of a turn. The channel, having got no answer, sends the same activity again, as Teams does.
// TRIAGE_KILLS=300 for the long run (CONTRIBUTING.md), TRIAGE_SEED for other points.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { aMessage, post, startConnector } from '../support/connector.ts';
import { freePort, noPostgres, startPostgres } from '../support/postgres.ts';

/** Kills over all tests of this file. */
const KILLS = Number(process.env.TRIAGE_KILLS ?? 40);
/** Of the small bot: to a caller that waits, in a conversation, and in one over PostgreSQL. */
const DIRECT_KILLS = Math.ceil(KILLS * 0.25);
const SMALL_KILLS = Math.ceil(KILLS * 0.45);
const POSTGRES_KILLS = Math.ceil(KILLS * 0.25);
/** The channel is as far away as a real one: many a kill falls while an answer is on the wire. */
const WIRE_MS = 4;
/** Every so many kills the next process is killed at its start, too. */
const KILL_START_EVERY = 7;
const START_MS = 700;
const SEED = Number(process.env.TRIAGE_SEED ?? 20_261_120);
/** A turn of the counting bot takes about this long on a slow machine. */
const TURN_MS = 30;
/** A start takes a second; more on a machine that does much else. */
const READY_MS = 40_000;
const COUNTING = join(import.meta.dirname, '../support/counting-bot.ts');
/** The whole bot takes seconds to start. */
const REAL_KILLS = Math.ceil(KILLS * 0.05);
const REAL_TURN_MS = 120;

const folder = mkdtempSync(join(tmpdir(), 'triage-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Start = (store: string, port: number) => Promise<ChildProcess>;

const launchCounting = (store: string, port: number) =>
  spawn(process.execPath, [COUNTING, store, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TRIAGE_DB: '', TRIAGE_SPOOL: join(folder, 'waiting') },
  });
const startCounting: Start = async (store, port) => ready(launchCounting(store, port));

const startReal: Start = async (store, port) => {
  const env = { ...process.env, TRIAGE_DB: store, PORT: String(port) };
  const command = [join(import.meta.dirname, '../../src/run.js'), 'start', '--no-client'];
  return ready(spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'], env }));
};

/** Both say something as soon as they listen. */
async function ready(bot: ChildProcess): Promise<ChildProcess> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('The bot did not start.')), READY_MS);
  });
  const ended = new Promise((_, reject) =>
    bot.once('exit', (code) => reject(new Error(`The bot ended with ${code}.`))),
  );
  ended.catch(() => undefined);
  await Promise.race([new Promise((resolve) => bot.stdout?.once('data', resolve)), ended, late]);
  clearTimeout(timer);
  return bot;
}

const kill = async (bot: ChildProcess) => {
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  if (bot.exitCode === null && bot.kill('SIGKILL')) await gone;
};

const repliesOf = (body: unknown) =>
  (body as { activities?: { text: string }[] } | undefined)?.activities?.map((one) => one.text) ?? [];

const points = (count: number, turnMs: number): number[] =>
  // The same points for the same seed, as far as a clock allows.
  fc.sample(fc.double({ min: 0, max: turnMs, noNaN: true }), { numRuns: count, seed: SEED });

/** Sends one message, kills the bot meanwhile, starts it again, and sends the message until it is answered. */
async function interrupted(
  bot: ChildProcess,
  start: () => Promise<ChildProcess>,
  url: string,
  activity: object,
  delay: number,
) {
  const sent = post(url, activity);
  await new Promise((wake) => setTimeout(wake, delay));
  await kill(bot);
  let answer = await sent;
  const next = await start();
  for (let again = 0; answer.status !== 200 && again < 5; again++) answer = await post(url, activity);
  return { bot: next, answer };
}

/** Sends messages one after the other, kills the bot in every one, and gives what a person saw. */
async function conversation(store: string, way: 'connector' | 'expectReplies', kills: number) {
  const connector = await startConnector();
  connector.answer.delayMs = WIRE_MS;
  const port = await freePort();
  let starts = 0;
  const start = async () => {
    if (++starts % KILL_START_EVERY === 0) {
      const early = launchCounting(store, port);
      await new Promise((wake) => setTimeout(wake, ((starts * 37) % START_MS) + 1));
      await kill(early);
    }
    return startCounting(store, port);
  };
  let bot = await start();
  const seen: string[] = [];
  const delays = points(kills, TURN_MS);
  const texts = delays.map((_, index) => `${KINDS[index % KINDS.length]} ${index}`);
  for (const [index, delay] of delays.entries()) {
    const change = { serviceUrl: connector.url, ...(way === 'expectReplies' ? { deliveryMode: way } : {}) };
    const activity = aMessage(texts[index] ?? '', change);
    const after = await interrupted(bot, start, `http://127.0.0.1:${port}`, activity, delay);
    bot = after.bot;
    seen.push(...repliesOf(after.answer.body));
  }
  // What is still owed goes out by itself.
  const count = () => connector.texts().length;
  for (let before = -1; before !== count(); await new Promise((wake) => setTimeout(wake, 2500))) before = count();
  await kill(bot);
  await connector.stop();
  const opened = await openStore(store);
  const record = await opened.records.get('record a:1');
  await opened.close();
  return {
    seen: way === 'connector' ? connector.texts() : seen,
    words: record?.messages ?? [],
    expected: texts,
  };
}

/** One answer, two of them, an answer and an errand in another conversation. */
const KINDS = ['word', 'twice', 'errand'];
const answersTo = (text: string, index: number): string[] => {
  const [kind = ''] = text.split(' ');
  const more = { twice: [`${index + 1}: again`], errand: ['told them', `${index + 1}: elsewhere`] }[kind] ?? [];
  return [`${index + 1}: ${text}`, ...more];
};

/** Everything once and in order. */
function check({ seen, words, expected }: Awaited<ReturnType<typeof conversation>>) {
  expect(words).toEqual(expected);
  // One sentence is the same in every answer with an errand; the numbers tell the rest apart.
  const own = seen.filter((answer) => answer !== 'told them');
  expect(new Set(own).size).toBe(own.length);
  const errands = seen.filter((answer) => answer === 'told them').length;
  expect(errands).toBeLessThanOrEqual(expected.filter((text) => text.startsWith('errand')).length);
  const answers = expected.flatMap(answersTo);
  // Between noting an answer as taken and its first byte lie microseconds, and a kill may hit them: such an answer is not
  // sent again, because nobody knows whether it left.
  const missing = answers.length - seen.length;
  expect(missing, 'answers that never came').toBeLessThanOrEqual(Math.max(1, Math.floor(expected.length / 50)));
  const inOrder = (list: string[]) => list.map((answer) => Number.parseInt(answer, 10)).filter(Number.isFinite);
  const main = own.filter((answer) => !answer.endsWith('elsewhere'));
  expect(inOrder(main)).toEqual(inOrder(main).toSorted((a, b) => a - b));
  console.info(`${expected.length} kills: ${answers.length} answers, ${missing} of them missing, none twice`);
}

const limit = 120_000 + KILLS * 2000;

describe('a process killed in the middle of a turn', () => {
  it(
    'loses no word and answers nothing twice, to a caller that waits',
    async () => {
      const { seen, words, expected } = await conversation(join(folder, 'direct.db'), 'expectReplies', DIRECT_KILLS);
      expect(words).toEqual(expected);
      // Errands are not for the caller's eyes.
      expect(seen).toEqual(expected.flatMap(answersTo).filter((answer) => !answer.endsWith('elsewhere')));
    },
    limit,
  );

  it(
    'loses no word and answers nothing twice, in a conversation',
    async () => {
      check(await conversation(join(folder, 'conversation.db'), 'connector', SMALL_KILLS));
    },
    limit,
  );

  it.skipIf(noPostgres)(
    'over PostgreSQL too',
    async () => {
      const server = await startPostgres();
      const result = await conversation(await server.database(), 'connector', POSTGRES_KILLS);
      await server.stop();
      check(result);
    },
    limit,
  );

  it(
    'goes on with the triage where it stood, in the bot itself',
    async () => {
      const store = join(folder, 'real.db');
      const port = await freePort();
      const start = () => startReal(store, port);
      let bot = await start();
      const words = [
        'etcd lost quorum on AKS Arc, Azure Local 24H2',
        'Kubernetes 1.31.4',
        'it was running all the time',
        'the subscription is active',
        "I don't know the rest",
        'verdict',
      ];
      const said: string[] = [];
      for (const [index, delay] of points(REAL_KILLS, REAL_TURN_MS).entries()) {
        const text = words[index % words.length] ?? '';
        // Every round is a triage of its own.
        const id = `a:${Math.floor(index / words.length)}`;
        const activity = aMessage(text, {
          deliveryMode: 'expectReplies',
          conversation: { id, conversationType: 'personal' },
        });
        const after = await interrupted(bot, start, `http://127.0.0.1:${port}`, activity, delay);
        bot = after.bot;
        const replies = (after.answer.body as { activities: unknown[] }).activities;
        expect(replies.length, text).toBeGreaterThan(0);
        expect(JSON.stringify(replies)).not.toContain('Something went wrong');
        said.push(`${id} ${text}`);
      }
      await kill(bot);
      const opened = await openStore(store);
      const records = await opened.records.list();
      await opened.close();
      // One triage a conversation, and no word of it twice.
      expect(records.length).toBe(new Set(said.map((one) => one.split(' ')[0])).size);
      for (const { messages } of records) expect(new Set(messages).size).toBe(messages.length);
    },
    limit + REAL_KILLS * 8000,
  );
});
