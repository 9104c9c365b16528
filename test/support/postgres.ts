/** A PostgreSQL server for as long as a test file runs, from the packages of Debian; tests skip, with the reason, where there is none. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = '/usr/lib/postgresql';
const READY_MS = 20_000;

export type Postgres = {
  /** `postgres://…` of a new, empty database. */
  database(): Promise<string>;
  /** Stops the server for as long as `work` takes, and starts it again. */
  pause(work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** Folder of `initdb` and `postgres`, newest version; undefined where the package is missing. */
export function postgresBinaries(): string | undefined {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(PACKAGES, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

export const noPostgres = postgresBinaries()
  ? undefined
  : `no PostgreSQL under ${PACKAGES}; apt-get install postgresql`;
if (noPostgres) console.warn(`PostgreSQL tests are skipped: ${noPostgres}`);

export async function startPostgres(): Promise<Postgres> {
  const bin = postgresBinaries();
  if (!bin) throw new Error(noPostgres);
  const folder = mkdtempSync(join(tmpdir(), 'triage-postgres-'));
  const user = unprivileged();
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'triage', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', shared_buffers: '16MB' };
  const args = Object.entries({ ...settings, port, max_connections: 60 }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const start = () => spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...user, cwd: folder, stdio: 'ignore' });
  let server = start();
  const psql = (database: string, sql: string) =>
    execFileSync(join(bin, 'psql'), ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'triage', '-d', database, '-qc', sql], {
      stdio: 'pipe',
    });

  const ready = async () => {
    const giveUpAt = Date.now() + READY_MS;
    for (;;) {
      try {
        return psql('postgres', 'SELECT 1');
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
      }
      await new Promise((wake) => setTimeout(wake, 100));
    }
  };
  const halt = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGQUIT')) await gone;
  };
  await ready();
  let count = 0;
  return {
    async database() {
      const name = `triage_${++count}`;
      psql('postgres', `CREATE DATABASE ${name}`);
      return `postgres://triage@127.0.0.1:${port}/${name}`;
    },
    async pause(work) {
      await halt();
      try {
        await work();
      } finally {
        server = start();
        await ready();
      }
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; Debian's package has made a user for it. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
