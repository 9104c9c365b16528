/** Microsoft's local client for bots, started beside ours so that a newcomer needs nothing but a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const CLIENT = join(ROOT, 'node_modules/@microsoft/m365agentsplayground/cli.js');
const NAMES = join(ROOT, 'manifest/playground.yml');
/** Its customary port; where it is taken, any free one. */
const PORT = 56150;
const READY_WITHIN_MS = 30_000;
const POLL_MS = 200;
const LOG_TAIL_CHARS = 2000;

/** The client cannot be started; the message says why and what to do. */
export class PlaygroundError extends Error {
  override name = 'PlaygroundError';
}

export type Playground = { url: string; process: ChildProcess; stop(): Promise<void> };

export type PlaygroundOptions = {
  /** Address of the bot. */
  bot: string;
  /** Folder for its log. */
  folder: string;
  port?: number;
};

/** Starts the client and waits until it answers. Telemetry and its own browser window are off. */
export async function startPlayground({ bot, folder, port }: PlaygroundOptions): Promise<Playground> {
  if (!existsSync(CLIENT)) {
    throw new PlaygroundError(
      'The local client is not installed: it comes with "npm ci" (without --omit=dev). "npm start -- --no-client" runs the bot alone.',
    );
  }
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'playground.log');
  const at = port ?? ((await isFree(PORT)) ? PORT : await freePort());
  const url = `http://127.0.0.1:${at}`;
  const child = spawn(process.execPath, [CLIENT, '-e', bot, '-c', 'msteams', '-p', String(at), '--disable-telemetry'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: NAMES,
    },
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill();
    await gone;
  };
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      await stop();
      throw new PlaygroundError(`The local client did not start. Its log, ${log}, ends with:\n${tail(log)}`);
    }
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  return { url, process: child, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').slice(-LOG_TAIL_CHARS) : '(no log)';

/** Can we listen there on every interface, as the client does? */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, () => {
        const address = probe.address();
        probe.close(() =>
          address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
        );
      });
  });
}
