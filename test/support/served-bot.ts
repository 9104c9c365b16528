/** The bot as an operations team runs it: a process of its own with real token checks, and a caller with a good token. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMessage, post, TENANT } from './connector.ts';
import { APP_ID, ISSUER, type OpenId, startOpenId } from './open-id.ts';
import { freePort } from './postgres.ts';

export const SERVICE = 'https://smba.trafficmanager.net/emea/';
export const READY_MS = 40_000;

export type Served = {
  url: string;
  openId: OpenId;
  process: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  say(text: string, token?: string): ReturnType<typeof post>;
  stop(): Promise<void>;
};

/**
 * `words` are what Node is started with; the folder it runs in is empty. Resolves once `until` answers 200.
 * @throws where the process ends before, with what it printed
 */
export async function startServed(
  words: string[],
  { until = '/readyz', env = {} }: { until?: '/readyz' | '/healthz'; env?: Record<string, string> } = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'triage-serve-'));
  const openId = await startOpenId(SERVICE);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, words, {
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
      ...env,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  const giveUpAt = Date.now() + READY_MS;
  while ((await fetch(`${url}${until}`).catch(() => undefined))?.status !== 200) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.kill('SIGKILL');
      await openId.stop();
      throw new Error(`The bot did not start (${child.exitCode}): ${printed}`);
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return {
    url,
    openId,
    process: child,
    printed: () => printed,
    say: (text, token = openId.token()) =>
      post(url, aMessage(text, { serviceUrl: SERVICE, deliveryMode: 'expectReplies' }), { authorization: token }),
    async stop() {
      child.kill('SIGKILL');
      await openId.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
