import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const LOG = new URL('../../src/ops/log.ts', import.meta.url).href;
const TIMEOUT_MS = 15_000;
/** Writes lines for a while, then says on standard error that it has come to its end. */
const program = (lines: number, ms: number) => `
  const { createLog } = await import('${LOG}');
  const log = createLog('info');
  let left = ${lines};
  const timer = setInterval(() => {
    log.info('turn', { count: left });
    if (--left > 0) return;
    clearInterval(timer);
    process.stderr.write('came to its end');
  }, ${ms});`;
const args = (lines: number, ms: number) => ['--input-type=module', '-e', program(lines, ms)];
const cwd = fileURLToPath(new URL('../..', import.meta.url));

describe('lines of the log', () => {
  it('all leave, in order, also those of the last moment', () => {
    const { stdout } = spawnSync(process.execPath, args(30, 1), { cwd, encoding: 'utf8', timeout: TIMEOUT_MS });
    const counts = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { count: number }).count);
    expect(counts).toEqual(Array.from({ length: 30 }, (_, at) => 30 - at));
  });

  it('are lost when their reader has gone, and the process goes on', async () => {
    const child = spawn(process.execPath, args(6, 60), { cwd, timeout: TIMEOUT_MS });
    child.stdout.once('data', () => child.stdout.destroy());
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([said, code]).toEqual(['came to its end', 0]);
  });

  it.skipIf(!existsSync('/dev/full'))('are lost on a full disk, and the process goes on', () => {
    const command = `exec "$0" "$@" > /dev/full`;
    const { stderr, status } = spawnSync('sh', ['-c', command, process.execPath, ...args(6, 60)], {
      cwd,
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    });
    expect([stderr, status]).toEqual(['came to its end', 0]);
  });
});
