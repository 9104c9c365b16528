/** Runs commands of ours: as a person would, in a process of its own, or quicker in this one. Each has an empty store. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { vi } from 'vitest';

export type Ran = { code: number | null; stdout: string; stderr: string };

const ROOT = join(import.meta.dirname, '../..');

export function emptyStore(): string {
  return join(mkdtempSync(join(tmpdir(), 'triage-')), 'triage.db');
}

export type RunOptions = { stdin?: string | Buffer; env?: Record<string, string> };

const environment = (env: Record<string, string> = {}): Record<string, string> => ({
  NO_COLOR: '1',
  TRIAGE_TODAY: '2026-11-20',
  TRIAGE_DB: emptyStore(),
  ...env,
});

/** A process of its own, through src/run.js. */
export function run(args: string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/run.js', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment(options.env) },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject).once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.stdin ?? '');
  });
}

/** The same command in this process: what it prints, and the code it would end with. Not for two at once. */
export async function runInside([name = '', ...args]: string[], { stdin = '', env }: RunOptions = {}): Promise<Ran> {
  const { main } = (await import(`../../src/cli/${name}.ts`)) as { main(args: string[]): Promise<number> };
  const printed = { stdout: '', stderr: '' };
  const input = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(stdin)]), configurable: true });
  for (const [key, value] of Object.entries(environment(env))) vi.stubEnv(key, value);
  const print =
    (to: 'stdout' | 'stderr', end = '\n') =>
    (text: unknown = '') => {
      printed[to] += `${text}${end}`;
      return true;
    };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(print('stdout')),
    vi.spyOn(console, 'error').mockImplementation(print('stderr')),
    vi.spyOn(process.stdout, 'write').mockImplementation(print('stdout', '')),
  ];
  try {
    return { code: await main(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    Object.defineProperty(process, 'stdin', input);
  }
}
