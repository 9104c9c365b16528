import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, restore } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { aDraft, anIssue, aRecord } from '../support/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-backup-'));
let server: Postgres | undefined;
beforeAll(async () => {
  if (!noPostgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});
let files = 0;
const sqlite = async () => join(folder, `${++files}.db`);
const postgres = async () => (await server?.database()) ?? '';

async function fill(url: string): Promise<void> {
  const store = await openStore(url);
  await store.records.save(aRecord({ messages: ['zero \u0000 and half \ud800', '😀\u2028'] }));
  await store.drafts.save(aDraft());
  await store.items.write(new Map([['msteams/conversations/a:1', { value: { stage: 'asking' } }]]));
  await store.issues.upsert(Array.from({ length: 1100 }, (_, number) => anIssue({ number })));
  await store.issues.saveSyncState({
    repo: 'contoso/aks',
    repoId: 1,
    since: null,
    nextPage: null,
    eTag: null,
    syncedAt: null,
    incomplete: null,
  });
  await store.close();
}

const all = async (url: string) => {
  const lines: string[] = [];
  for await (const line of dump(url)) lines.push(line);
  return lines;
};

describe.each([
  ['SQLite', 'SQLite', sqlite, sqlite],
  ['SQLite', 'PostgreSQL', sqlite, postgres],
  ['PostgreSQL', 'SQLite', postgres, sqlite],
])('a backup of %s, restored into %s', (from, to, oldUrl, newUrl) => {
  it.skipIf(noPostgres && `${from}${to}`.includes('PostgreSQL'))('is the same store', async () => {
    const [one, two] = [await oldUrl(), await newUrl()];
    await fill(one);
    const lines = await all(one);
    expect(await restore(two, lines)).toBe(lines.length - 2);
    const store = await openStore(two);
    expect((await store.records.get('r-1'))?.messages).toEqual(['zero \u0000 and half \ud800', '😀\u2028']);
    expect(await store.issues.count()).toBe(1100);
    expect(await store.issues.revision()).toBe(1);
    await store.issues.upsert([anIssue({ title: 'later' })]);
    expect(await store.issues.revision()).toBe(2);
    await store.close();
    const rows = (list: string[]) => list.filter((line) => /"table":"(?!issues|counters)/.test(line)).sort();
    expect(rows(await all(two))).toEqual(rows(lines));
  });
});

it('refuses a store that is in use, a file that is cut off, and one that is no backup; and then changes nothing', async () => {
  const url = await sqlite();
  await fill(url);
  const lines = await all(url);
  await expect(restore(url, lines)).rejects.toThrow(/is not empty/);
  const fresh = await sqlite();
  await expect(restore(fresh, lines.slice(0, -5))).rejects.toThrow(/cut off/);
  await expect(restore(fresh, lines.toSpliced(3, 1))).rejects.toThrow(/cut off/);
  await expect(restore(fresh, ['{"number":1}'])).rejects.toThrow(/no backup/);
  await expect(restore(fresh, ['PK\u0003\u0004'])).rejects.toThrow(/no backup/);
  expect(await restore(fresh, lines)).toBe(lines.length - 2);
});
