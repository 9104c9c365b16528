/** A bot as a process of its own, measured from outside through /proc (Linux). */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');
/** Clock ticks of /proc/<pid>/stat in a second; the same on every Linux we run on. */
const TICKS_PER_SECOND = 100;
const READY_MS = 30_000;
const POLL_MS = 5;

export type Program = {
  url: string;
  /** Milliseconds from the start of the process until it answered. */
  startMs: number;
  /** Processor time used so far, in milliseconds. */
  cpuMs(): number;
  memoryMb(): number;
  stop(): Promise<void>;
};

export async function startProgram(args: string[], env: Record<string, string> = {}, pin?: number): Promise<Program> {
  const port = await freePort();
  const words = [process.execPath, ...args.map((arg) => arg.replace('{port}', String(port)))];
  // On its own core, where there is one beside ours.
  const pinned = pin !== undefined && availableParallelism() > 1 ? ['taskset', '-c', String(pin), ...words] : words;
  const start = performance.now();
  const child = spawn(pinned[0] ?? '', pinned.slice(1), {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production', ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  const startMs = performance.now() - start;
  return {
    url,
    startMs,
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000;
    },
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGKILL')) await gone;
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + READY_MS;
  for (;;) {
    try {
      const answer = await fetch(`${url}/healthz`);
      await answer.body?.cancel();
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error('A bot of the benchmark did not start.');
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
