// "npm run serve" as an operations team runs it: real token checks, metrics, logs that tell nothing, and a good end.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage, post, TENANT } from '../support/connector.ts';
import { APP_ID, ISSUER, newKey, type OpenId, startOpenId } from '../support/open-id.ts';
import { freePort } from '../support/postgres.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const READY_MS = 40_000;
const folder = mkdtempSync(join(tmpdir(), 'triage-serve-'));

let openId: OpenId;
let bot: ChildProcess;
let url = '';
let printed = '';

beforeAll(async () => {
  openId = await startOpenId(SERVICE);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  bot = spawn(process.execPath, [join(import.meta.dirname, '../../src/run.js'), 'serve'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      TRIAGE_DB: join(folder, 'triage.db'),
      TRIAGE_SYNC_MINUTES: '0',
      TRIAGE_LOG_LEVEL: 'debug',
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'client-secret-canary',
      MicrosoftAppTenantId: TENANT,
      ToBotFromChannelOpenIdMetadataUrl: openId.metadata,
      ToBotFromChannelTokenIssuer: ISSUER,
    },
  });
  for (const stream of [bot.stdout, bot.stderr]) {
    stream?.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  const giveUpAt = Date.now() + READY_MS;
  while ((await fetch(`${url}/readyz`).catch(() => undefined))?.status !== 200) {
    if (bot.exitCode !== null || Date.now() > giveUpAt) throw new Error(`The bot did not start: ${printed}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}, READY_MS + 10_000);
afterAll(async () => {
  bot?.kill('SIGKILL');
  await openId?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const say = (text: string, token = openId.token()) =>
  post(url, aMessage(text, { serviceUrl: SERVICE, deliveryMode: 'expectReplies' }), { authorization: token });

describe('the bot in production', () => {
  it('triages for whom it is meant for, and for nobody else', async () => {
    const answer = await say('etcd lost quorum on cluster kanarienvogel, password=hunter2canary, Kubernetes 1.31.4');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('AdaptiveCard');
    expect(answer.text).not.toContain('hunter2canary');
    expect((await say('kanarienvogel', openId.token({ key: newKey() }))).status).toBe(401);
    expect((await post(url, aMessage('kanarienvogel', { serviceUrl: SERVICE }))).status).toBe(401);
  });

  it('counts', async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/^triage_triages_started_total 1$/m);
    expect(metrics).toMatch(/^triage_redactions_total\{kind="\w+"\} 1$/m);
    expect(metrics).toMatch(/^triage_requests_refused_total\{reason="token"\} 2$/m);
    expect(metrics).toMatch(/^triage_turns_total\{kind="message",outcome="done"\} 1$/m);
    expect(metrics).toMatch(/^process_cpu_seconds_total /m);
    expect(metrics).not.toMatch(/kanarienvogel|alex/i);
  });

  it('logs lines of JSON without a word that anybody wrote, and ends well when told to', async () => {
    const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve));
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; turn?: string });
    const turn = lines.find((line) => line.event === 'turn');
    expect(turn).toMatchObject({ kind: 'message', channel: 'msteams', outcome: 'done' });
    expect(turn?.turn).toMatch(/^[\w-]{36}$/);
    expect(lines.map((line) => line.event)).toEqual(expect.arrayContaining(['listening', 'refused', 'leaving']));
    expect(printed).not.toMatch(/kanarienvogel|hunter2canary|client-secret-canary|Alex|29:alex|eyJ/i);
  });
});
