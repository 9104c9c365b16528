// "npm run serve" as an operations team runs it: real token checks, metrics, logs that tell nothing, and a good end.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage, post } from '../support/connector.ts';
import { newKey, type OpenId } from '../support/open-id.ts';
import { READY_MS, SERVICE, type Served, startServed } from '../support/served-bot.ts';

let served: Served;
let url = '';
let openId: OpenId;
beforeAll(async () => {
  served = await startServed([join(import.meta.dirname, '../../src/run.js'), 'serve']);
  ({ url, openId } = served);
}, READY_MS + 10_000);
afterAll(() => served?.stop());

const say: Served['say'] = (...given) => served.say(...given);

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
    const ended = new Promise<number | null>((resolve) => served.process.once('exit', resolve));
    served.process.kill('SIGTERM');
    expect(await ended).toBe(0);
    const printed = served.printed();
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
