// The process is killed at random points of a turn. The channel, having got no answer, sends the same activity again, as Teams does.
// TRIAGE_KILLS=300 for the long run, TRIAGE_SEED for other points.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { aMessage, post, startConnector } from '../support/connector.ts';
import { freePort, noPostgres, startPostgres } from '../support/postgres.ts';

const KILLS = Number(process.env.TRIAGE_KILLS ?? 16);
const SEED = Number(process.env.TRIAGE_SEED ?? 20_261_120);
/** A turn of the counting bot takes about this long on a slow machine. */
const TURN_MS = 30;
const READY_MS = 15_000;
const BOT = join(import.meta.dirname, '../support/counting-bot.ts');

async function startProcess(store: string, port: number): Promise<ChildProcess> {
  const bot = spawn(process.execPath, [BOT, store, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TRIAGE_DB: '' },
  });
  const ready = new Promise((resolve) => bot.stdout?.once('data', resolve));
  await Promise.race([
    ready,
    new Promise((_, reject) => setTimeout(() => reject(new Error('The bot did not start.')), READY_MS).unref()),
  ]);
  return bot;
}

const kill = async (bot: ChildProcess) => {
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  if (bot.exitCode === null && bot.kill('SIGKILL')) await gone;
};

const repliesOf = (body: unknown) =>
  (body as { activities?: { text: string }[] } | undefined)?.activities?.map((one) => one.text) ?? [];

/** Sends messages one after the other, kills the bot in every one, and gives what a person saw. */
async function conversation(store: string, way: 'connector' | 'expectReplies', kills: number) {
  const connector = await startConnector();
  const port = await freePort();
  let bot = await startProcess(store, port);
  const seen: string[] = [];
  // The same points for the same seed, as far as a clock allows.
  const delays = fc.sample(fc.double({ min: 0, max: TURN_MS, noNaN: true }), { numRuns: kills, seed: SEED });
  for (const [index, delay] of delays.entries()) {
    const change = { serviceUrl: connector.url, ...(way === 'expectReplies' ? { deliveryMode: way } : {}) };
    const activity = aMessage(`word ${index}`, change);
    const sent = post(`http://127.0.0.1:${port}`, activity);
    await new Promise((wake) => setTimeout(wake, delay));
    await kill(bot);
    let answer = await sent;
    bot = await startProcess(store, port);
    for (let again = 0; answer.status !== 200 && again < 5; again++)
      answer = await post(`http://127.0.0.1:${port}`, activity);
    seen.push(...repliesOf(answer.body));
  }
  await kill(bot);
  await connector.stop();
  const opened = await openStore(store);
  const record = await opened.records.get('record a:1');
  await opened.close();
  return {
    seen: way === 'connector' ? connector.texts() : seen,
    words: record?.messages ?? [],
    expected: delays.map((_, index) => `word ${index}`),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'triage-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const limit = 60_000 + KILLS * 2000;

describe('a process killed in the middle of a turn', () => {
  it(
    'loses no word and answers nothing twice, to a caller that waits',
    async () => {
      const { seen, words, expected } = await conversation(join(folder, 'direct.db'), 'expectReplies', KILLS);
      expect(words).toEqual(expected);
      expect(seen).toEqual(expected.map((word, index) => `${index + 1}: ${word}`));
    },
    limit,
  );

  it(
    'loses no word and answers nothing twice, in a conversation',
    async () => {
      const { seen, words, expected } = await conversation(join(folder, 'conversation.db'), 'connector', KILLS);
      expect(words).toEqual(expected);
      const answers = expected.map((word, index) => `${index + 1}: ${word}`);
      expect(new Set(seen).size).toBe(seen.length);
      // An answer that was on the wire when the process died is not sent again: nobody knows whether it arrived. It is rare.
      const missing = answers.filter((answer) => !seen.includes(answer));
      expect(missing.length).toBeLessThanOrEqual(Math.max(2, KILLS / 10));
      expect(answers.filter((answer) => seen.includes(answer))).toEqual(seen);
    },
    limit,
  );

  it.skipIf(noPostgres)(
    'over PostgreSQL too',
    async () => {
      const server = await startPostgres();
      const { seen, words, expected } = await conversation(
        await server.database(),
        'expectReplies',
        Math.ceil(KILLS / 2),
      );
      await server.stop();
      expect(words).toEqual(expected);
      expect(seen).toEqual(expected.map((word, index) => `${index + 1}: ${word}`));
    },
    limit,
  );
});
