/** Runs a command of ours as a person would: its own process, the project's Node, an empty store. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Ran = { code: number | null; stdout: string; stderr: string };

const ROOT = join(import.meta.dirname, '../..');

export function emptyStore(): string {
  return join(mkdtempSync(join(tmpdir(), 'triage-')), 'triage.db');
}

export function run(
  args: string[],
  options: { stdin?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/run.js', ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', TRIAGE_TODAY: '2026-11-20', TRIAGE_DB: emptyStore(), ...options.env },
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
