// The one-file bundle, alone in an empty folder: it serves a whole conversation, as the source does, and its commands work.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { READY_MS, type Served, startServed } from '../support/served-bot.ts';

const BUILD_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'triage-bundle-'));
const bundle = join(folder, 'bot.mjs');
const OPENING =
  'etcd lost quorum after a power cut, password=hunter2canary. AKS Arc on Azure Local 24H2, Kubernetes 1.31.4';

let served: Served;
beforeAll(async () => {
  const { code, stderr } = await run(['bundle', '--out', bundle]);
  if (code !== 0) throw new Error(stderr);
  served = await startServed([bundle]);
}, BUILD_MS + READY_MS);
afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the bundle', () => {
  it('leads a conversation to its verdict, and keeps it', async () => {
    const first = await served.say(OPENING);
    expect(first.status).toBe(200);
    expect(first.text).not.toContain('hunter2canary');
    await served.say('it has been running all the time, the subscription is active, nobody changed the VMs');
    const { text } = await served.say('verdict');
    expect(text).toContain('AdaptiveCard');
    expect(text).toContain('D03');
    expect((await served.say('ticket')).text).toContain('etcd');
    const metrics = await (await fetch(`${served.url}/metrics`)).text();
    expect(metrics).toMatch(/^triage_triages_started_total 1$/m);
    expect(metrics).toMatch(/^triage_triages_finished_total 1$/m);
  });

  it('reports the same as the source, byte for byte', async () => {
    const env = { ...process.env, TRIAGE_DB: join(folder, 'one.db'), TRIAGE_TODAY: '2026-11-20' };
    const words = ['triage', '--json', OPENING];
    const { stdout } = await promisify(execFile)(process.execPath, [bundle, ...words], { cwd: folder, env });
    expect(stdout).toBe((await run(words)).stdout);
  });

  it('ends well when it is told to', async () => {
    const ended = new Promise<number | null>((resolve) => served.process.once('exit', resolve));
    served.process.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(served.printed()).not.toMatch(/hunter2canary|client-secret-canary/);
  });
});
