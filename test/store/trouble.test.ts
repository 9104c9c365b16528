// Bad days of the store itself: what is gone, locked, full, read-only or damaged is said in words, and nothing hangs.
import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { anIssue, aRecord } from '../support/records.ts';

const SUPPORT = join(import.meta.dirname, '../support');
const folder = mkdtempSync(join(tmpdir(), 'triage-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = () => join(folder, `${++files}.db`);

/** Starts a process that holds the lock, and kills it once it does. */
async function holdAndDie(url: string, name: string): Promise<void> {
  const holder = spawn(process.execPath, [join(SUPPORT, 'lock-holder.ts'), url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await gone;
}

describe('a lock whose holder was killed', () => {
  it('is free at once on the same machine', async () => {
    const url = newPath();
    const store = await openStore(url);
    await holdAndDie(url, 'conversation a:1');
    const start = Date.now();
    expect(await store.exclusive('conversation a:1', async () => 'mine')).toBe('mine');
    expect(Date.now() - start).toBeLessThan(1000);
    await store.close();
  });

  it('is free after the lease where nobody can see whether the holder lives', async () => {
    const url = newPath();
    const store = await openStore(url);
    const raw = new DatabaseSync(url);
    raw.exec("INSERT INTO locks VALUES ('x', 'another-machine 1 id', 'another 1', unixepoch('subsec') * 1000 + 700)");
    raw.close();
    const start = Date.now();
    await store.exclusive('x', async () => {});
    expect(Date.now() - start).toBeGreaterThan(500);
    expect(Date.now() - start).toBeLessThan(3000);
    await store.close();
  });

  it('keeps nothing for a holder that lost it meanwhile', async () => {
    const url = newPath();
    const store = await openStore(url);
    const late = store.exclusive('x', () =>
      store.atomically(async () => {
        await store.items.write(new Map([['k', { value: 1 }]]));
        const raw = new DatabaseSync(url);
        raw.exec("UPDATE locks SET holder = 'somebody else'");
        raw.close();
      }),
    );
    await expect(late).rejects.toThrow('was lost to another process');
    expect((await store.items.read(['k'])).size).toBe(0);
    await store.close();
  });
});

describe('a SQLite file', () => {
  it('that is no database, or damaged, is named with what to do', async () => {
    const path = newPath();
    writeFileSync(path, 'this is a text file, not a database at all, and it is long enough to be read as one');
    await expect(openStore(path)).rejects.toThrow(/store .*\.db is not a SQLite database/);

    const damaged = newPath();
    const store = await openStore(damaged);
    await store.issues.upsert(Array.from({ length: 300 }, (_, number) => anIssue({ number, body: 'x'.repeat(500) })));
    await store.close();
    const size = statSync(damaged).size;
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, Math.floor(size / 4));
    writeFileSync(damaged, bytes);
    const reopened = openStore(damaged).then(async (again) => {
      try {
        for await (const _ of again.issues.all());
      } finally {
        await again.close();
      }
    });
    await expect(reopened).rejects.toThrow(/is damaged; restore a backup/);
  });

  it('that another process keeps locked makes nothing hang and is tried again', async () => {
    const path = newPath();
    const store = await openStore(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    setTimeout(() => other.exec('COMMIT'), 400);
    await store.records.save(aRecord());
    clearInterval(ticking);
    expect(await store.records.get('r-1')).toBeDefined();
    // The rest of the process went on meanwhile.
    expect(ticks).toBeGreaterThan(5);
    other.close();
    await store.close();
  });

  it('that was deleted or replaced under the running program is noticed', async () => {
    const path = newPath();
    const store = await openStore(path);
    rmSync(path);
    await new Promise((wake) => setTimeout(wake, 1050));
    await expect(store.ping()).rejects.toThrow(/was moved, deleted or replaced; restart/);
    await expect(store.records.save(aRecord())).rejects.toThrow(StoreUnavailable);
    await store.close();
  });

  it('says so when it is used after it was closed', async () => {
    const store = await openStore(newPath());
    await store.close();
    await expect(store.records.get('r-1')).rejects.toThrow(/^the store .* is closed$/);
  });

  it.skipIf(process.platform === 'win32')('that cannot be written is said to be so', async () => {
    const place = join(folder, 'read-only');
    mkdirSync(place);
    const path = join(place, 'x.db');
    const store = await openStore(path);
    await store.close();
    // The administrator may write everything, so another user tries.
    const code = `
      import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/open.ts'))};
      import { StoreRefused } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/store.ts'))};
      try { const s = await openStore(${JSON.stringify(path)}); await s.items.write(new Map([['k', { value: 1 }]])); console.log('written'); }
      catch (error) { console.log(error.name + ': ' + error.message, error instanceof StoreRefused); }`;
    const asRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o755);
    chmodSync(place, 0o555);
    chmodSync(path, 0o444);
    if (asRoot) chownSync(path, 65534, 65534);
    const user = asRoot ? { uid: 65534, gid: 65534 } : {};
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], user);
    chmodSync(place, 0o755);
    expect(stdout).toMatch(
      /^StoreUnavailable: the store .* (cannot be written: the file or its folder is read-only|cannot be opened).* true$/m,
    );
  });

  it.skipIf(!existsSync('/bin/bash'))(
    'on a full disk refuses to write, still reads, and is whole afterwards',
    async () => {
      const path = newPath();
      const command = `ulimit -f 3000; exec "${process.execPath}" "${join(SUPPORT, 'full-disk-writer.ts')}" "${path}"`;
      const { stdout } = await promisify(execFile)('/bin/bash', ['-c', command]);
      const told = JSON.parse(stdout);
      expect(told).toMatchObject({ unavailable: true, still: 'kept' });
      expect(told.message).toMatch(/disk is full|disk reports an error/);
      const store = await openStore(path);
      expect((await store.items.read(['first'])).get('first')?.value).toBe('kept');
      await store.close();
    },
  );

  it('cut off in the middle is named as damaged, or still whole, never silently empty', async () => {
    const path = newPath();
    const store = await openStore(path);
    await store.issues.upsert(Array.from({ length: 200 }, (_, number) => anIssue({ number })));
    await store.close();
    truncateSync(path, Math.floor(statSync(path).size / 2));
    const count = openStore(path).then((again) => again.issues.count().finally(() => again.close()));
    await expect(count).rejects.toThrow(/is damaged; restore a backup/);
  });
});

describe.skipIf(noPostgres)('a PostgreSQL server', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it('that stops and comes back is unavailable in between, without the password in the words', async () => {
    const url = (await server.database()).replace('triage@', 'triage:geheim@');
    const store = await openStore(url);
    await store.records.save(aRecord());
    await server.pause(async () => {
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
      await expect(store.records.get('r-1')).rejects.toThrow(/the store postgres:\/\/127\.0\.0\.1:\d+\/triage_\d+ /);
      await expect(store.ping()).rejects.not.toThrow(/geheim/);
    });
    await expect.poll(() => store.records.get('r-1'), { timeout: 5000 }).toBeDefined();
    await store.close();
  });

  it('that is not there, or has no such database, is said to be so', async () => {
    await expect(openStore('postgres://triage@127.0.0.1:1/x')).rejects.toThrow(/127\.0\.0\.1:1\/x cannot be reached/);
    const missing = (await server.database()).replace(/[^/]+$/, 'nowhere');
    await expect(openStore(missing)).rejects.toThrow(/nowhere does not exist/);
  });

  it('frees the lock of a killed replica', async () => {
    const url = await server.database();
    const store = await openStore(url);
    await holdAndDie(url, 'sync');
    const start = Date.now();
    await store.exclusive('sync', async () => {});
    expect(Date.now() - start).toBeLessThan(1500);
    await store.close();
  });
});
