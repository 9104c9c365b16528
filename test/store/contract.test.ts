// The same promises over both databases; whatever holds for one file on a laptop holds for replicas over a server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore, openStore } from '../../src/store/open.ts';
import { ABSENT, type Store, StoreConflict } from '../../src/store/store.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { aDraft, anIssue, aRecord } from '../support/records.ts';

const collect = async <T>(list: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of list) all.push(one);
  return all;
};
const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

let server: Postgres | undefined;
const folder = mkdtempSync(join(tmpdir(), 'triage-store-'));
beforeAll(async () => {
  if (!noPostgres) server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const engines: [string, () => Promise<string>][] = [
  ['SQLite', async () => join(folder, `new/folder/${++files}.db`)],
  ['PostgreSQL', async () => (await server?.database()) ?? ''],
];

describe.each(engines)('the store on %s', (engine, address) => {
  const skip = engine === 'PostgreSQL' && noPostgres !== undefined;
  let url = '';
  let store: Store;
  const others: Store[] = [];
  /** A second process, as far as the store can tell. */
  const replica = async () => {
    const other = await openStore(url);
    others.push(other);
    return other;
  };
  beforeEach(async (test) => {
    if (skip) return test.skip(noPostgres);
    url = await address();
    store = await openStore(url);
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
    await store?.close();
  });

  describe('items', () => {
    it('gives back what was written, and nothing for what was not', async () => {
      const value = { said: 'zero \u0000 half \ud800 ünï 😀', list: [1, null, { deep: true }] };
      await store.items.write(new Map([['teams/conversations/a:1/', { value }]]));
      const read = await store.items.read(['teams/conversations/a:1/', 'missing']);
      expect([...read.keys()]).toEqual(['teams/conversations/a:1/']);
      expect(read.get('teams/conversations/a:1/')?.value).toEqual(value);
      await store.items.delete(['teams/conversations/a:1/', 'missing']);
      expect((await store.items.read(['teams/conversations/a:1/'])).size).toBe(0);
    });

    it('takes any key a channel may make up', async () => {
      for (const key of ['a\u0000b', "'; DROP TABLE items; --", '%_\\', 'x'.repeat(2000), '\udfff', '']) {
        await store.items.write(new Map([[key, { value: key.length }]]));
        expect((await store.items.read([key])).get(key)?.value).toBe(key.length);
      }
    });

    it('refuses a write over somebody else’s, and keeps nothing of it', async () => {
      await store.items.write(new Map([['k', { value: 1 }]]));
      const eTag = (await store.items.read(['k'])).get('k')?.eTag ?? '';
      await store.items.write(new Map([['k', { value: 2, eTag }]]));
      const late = store.items.write(
        new Map([
          ['other', { value: 'x' }],
          ['k', { value: 3, eTag }],
        ]),
      );
      await expect(late).rejects.toThrow(StoreConflict);
      const read = await store.items.read(['k', 'other']);
      expect(read.get('k')?.value).toBe(2);
      expect(read.has('other')).toBe(false);
      await expect(store.items.write(new Map([['never', { value: 1, eTag }]]))).rejects.toThrow(StoreConflict);
      await store.items.write(new Map([['k', { value: 4, eTag: '*' }]]));
      expect((await store.items.read(['k'])).get('k')?.value).toBe(4);
    });

    it('lets one of many writers make an item that none of them found', async () => {
      const other = await replica();
      const made = [1, 2, 3, 4].map((value) =>
        (value % 2 ? store : other).items.write(new Map([['k', { value, eTag: ABSENT }]])),
      );
      const outcomes = (await Promise.allSettled(made)).map(({ status }) => status);
      expect(outcomes.filter((status) => status === 'fulfilled')).toHaveLength(1);
      await store.atomically(async () => {
        await store.items.write(new Map([['new', { value: 1, eTag: ABSENT }]]));
        await expect(store.items.write(new Map([['new', { value: 2, eTag: ABSENT }]]))).rejects.toThrow(StoreConflict);
        await store.items.delete(['new']);
        await store.items.write(new Map([['new', { value: 3, eTag: ABSENT }]]));
      });
      expect((await store.items.read(['new'])).get('new')?.value).toBe(3);
    });

    it('lets one of many writers win who read the same', async () => {
      await store.items.write(new Map([['k', { value: 0 }]]));
      const eTag = (await store.items.read(['k'])).get('k')?.eTag ?? '';
      const other = await replica();
      const writes = Array.from({ length: 20 }, (_, value) =>
        (value % 2 ? store : other).items.write(new Map([['k', { value, eTag }]])),
      );
      const done = await Promise.allSettled(writes);
      expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('records and drafts', () => {
    it('keeps, replaces and lists newest first', async () => {
      for (const [id, day, userId] of [
        ['r-1', '01', 'alex'],
        ['r-3', '03', 'alex'],
        ['r-2', '02', 'robin'],
      ] as const) {
        await store.records.save(aRecord({ id, userId, createdAt: `2026-11-${day}T00:00:00.000Z` }));
      }
      expect((await store.records.list()).map((one) => one.id)).toEqual(['r-3', 'r-2', 'r-1']);
      expect((await store.records.list({ userId: 'alex', limit: 1 })).map((one) => one.id)).toEqual(['r-3']);
      expect((await store.records.list({ before: '2026-11-02T00:00:00.000Z' })).map((one) => one.id)).toEqual(['r-1']);
      const changed = aRecord({ id: 'r-1', messages: ['one', 'two'], createdAt: '2026-11-01T00:00:00.000Z' });
      await store.records.save(changed);
      expect(await store.records.get('r-1')).toEqual(changed);
      expect(await store.records.get('r-9')).toBeUndefined();
    });

    it('shows what another replica made of a record, and nothing of a write that was refused', async () => {
      const other = await replica();
      await store.records.save(aRecord({ id: 'r1', messages: ['one'] }));
      expect((await store.records.get('r1'))?.messages).toEqual(['one']);
      await other.records.save(aRecord({ id: 'r1', messages: ['one', 'two'] }));
      expect((await store.records.get('r1'))?.messages).toEqual(['one', 'two']);
      const failed = store.atomically(async () => {
        await store.records.save(aRecord({ id: 'r1', messages: ['three'] }));
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect((await store.records.get('r1'))?.messages).toEqual(['one', 'two']);
      await store.records.deleteUser(aRecord({}).userId);
      expect(await other.records.get('r1')).toBeUndefined();
    });

    it('keeps a draft with its record', async () => {
      await store.drafts.save(aDraft());
      await store.drafts.save(aDraft({ title: 'changed' }));
      expect(await store.drafts.get('r-1')).toEqual(aDraft({ title: 'changed' }));
      expect(await store.drafts.get('r-2')).toBeUndefined();
    });

    it('deletes all of one user, and nothing of a user whose id only looks alike', async () => {
      await store.records.save(aRecord({ id: 'r-1', userId: '29:aB_c', conversationId: 'a:1' }));
      await store.records.save(aRecord({ id: 'r-2', userId: '29:ab_c', conversationId: 'A:1' }));
      await store.drafts.save(aDraft({ recordId: 'r-1' }));
      await store.drafts.save(aDraft({ recordId: 'r-2' }));
      const gone = [
        'msteams/users/29:aB_c/',
        'msteams/conversations/a:1/',
        'msteams/conversations/19:x@thread.v2/users/29:aB_c',
        'handoffs/records/r-1',
      ];
      const stay = ['msteams/users/29:ab_c/', 'msteams/conversations/A:1', 'handoffs/records/r-2', 'x/users/229:aB_c'];
      const keys = [...gone, ...stay];
      await store.items.write(new Map(keys.map((key) => [key, { value: key }])));
      await store.activities.finish('act-1', { to: { id: '29:aB_c' }, text: 'your verdict' });
      expect(await store.records.deleteUser('29:aB_c')).toBe(2);
      expect((await store.records.list()).map((one) => one.id)).toEqual(['r-2']);
      expect(await store.drafts.get('r-1')).toBeUndefined();
      expect(await store.drafts.get('r-2')).toBeDefined();
      expect([...(await store.items.read(keys)).keys()].sort()).toEqual(stay.sort());
      expect(await store.activities.undelivered()).toEqual([]);
      expect(await store.records.deleteUser('29:aB_c')).toBe(0);
    });

    it('prunes what was not touched since a day', async () => {
      await store.records.save(aRecord({ id: 'old', updatedAt: '2026-10-31T23:59:59.999Z' }));
      await store.records.save(aRecord({ id: 'edge', updatedAt: '2026-11-01T00:00:00.000Z' }));
      await store.drafts.save(aDraft({ recordId: 'old' }));
      await store.items.write(new Map([['k', { value: 1 }]]));
      expect(await store.records.prune('2026-11-01T00:00:00.000Z')).toBe(2);
      expect((await store.records.list()).map((one) => one.id)).toEqual(['edge']);
      expect((await store.items.read(['k'])).size).toBe(1);
      await store.records.prune('2999-01-01T00:00:00.000Z');
      expect((await store.items.read(['k'])).size).toBe(0);
    });
  });

  describe('issues', () => {
    it('tells another replica what has changed since it last looked', async () => {
      const other = await replica();
      expect(await other.issues.revision()).toBe(0);
      await store.issues.upsert([anIssue({ number: 1 }), anIssue({ number: 2 }), anIssue({ number: 'INS-01' })]);
      const first = await other.issues.revision();
      expect(first).toBeGreaterThan(0);
      expect(await collect(other.issues.changedSince(0))).toHaveLength(3);
      await store.issues.upsert([anIssue({ number: 1 }), anIssue({ number: 2, title: 'changed' })]);
      expect(await other.issues.revision()).toBeGreaterThan(first);
      expect((await collect(other.issues.changedSince(first))).map((one) => one.title)).toEqual(['changed']);
      expect(await collect(other.issues.changedSince(await other.issues.revision()))).toEqual([]);
    });

    it('reads all, page by page, or those of some repositories in any case', async () => {
      const many = Array.from({ length: 1203 }, (_, number) =>
        anIssue({ number, repo: number % 3 ? 'Contoso/AKS' : 'fabrikam/x' }),
      );
      await store.issues.upsert(many);
      expect(await store.issues.count()).toBe(1203);
      expect(new Set((await collect(store.issues.all())).map((one) => one.number)).size).toBe(1203);
      expect(await collect(store.issues.all(['contoso/aks']))).toHaveLength(802);
      expect(await collect(store.issues.changedSince(0))).toHaveLength(1203);
      expect(await store.issues.get('CONTOSO/aks', 1)).toEqual(many[1]);
      expect(await store.issues.get('contoso/aks', 99_999)).toBeUndefined();
    });

    it('takes an issue twice in one go, and odd characters', async () => {
      await store.issues.upsert([anIssue({ title: 'first' }), anIssue({ title: 'nul \u0000 \ud800 end' })]);
      expect((await store.issues.get('contoso/aks', 1))?.title).toBe('nul \u0000 \ud800 end');
    });

    it('remembers where a sync stands', async () => {
      const state = {
        repo: 'contoso/aks',
        repoId: 1,
        since: null,
        nextPage: '/page=2',
        eTag: null,
        syncedAt: null,
        incomplete: 'x',
      };
      expect(await store.issues.syncState('contoso/aks')).toBeUndefined();
      await store.issues.saveSyncState(state);
      await store.issues.saveSyncState({ ...state, nextPage: null });
      expect(await store.issues.syncState('Contoso/AKS')).toEqual({ ...state, nextPage: null });
    });
  });

  describe('activities', () => {
    it('lets one of many claim an id', async () => {
      const other = await replica();
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? store : other).activities.claim('a-1')),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.activities.claim('a-2')).toBe(true);
    });

    it('keeps an answer until it has gone out', async () => {
      expect(await store.activities.outcome('a-1')).toBeUndefined();
      await store.activities.finish('a-1', { replies: ['hello'] });
      await store.activities.finish('a-2', null);
      expect(await store.activities.outcome('a-1')).toEqual({
        kind: 'answered',
        answer: { replies: ['hello'] },
        owed: 1,
      });
      expect(await store.activities.undelivered()).toEqual(['a-1', 'a-2']);
      await store.activities.delivered('a-1');
      expect(await store.activities.outcome('a-1')).toEqual({ kind: 'delivered' });
      expect(await store.activities.undelivered()).toEqual(['a-2']);
    });

    it('lets one of many take each message of an answer, in order', async () => {
      await store.activities.finish('a-1', ['one', 'two'], 2);
      const other = await replica();
      const takes = (owed: number, isLast: boolean) =>
        Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            (i % 2 ? store : other).activities.take('a-1', owed, isLast, `taker ${i}`),
          ),
        );
      expect((await takes(2, false)).filter(Boolean)).toHaveLength(1);
      expect(await other.activities.outcome('a-1')).toMatchObject({ kind: 'answered', owed: 1 });
      expect((await takes(1, true)).filter(Boolean)).toHaveLength(1);
      expect(await other.activities.outcome('a-1')).toEqual({ kind: 'delivered' });
      expect((await takes(1, true)).filter(Boolean)).toHaveLength(0);
      expect(await other.activities.taken('a-1')).toMatchObject({
        owed: 0,
        taker: expect.stringMatching(/^taker \d$/),
      });
      expect(await other.activities.taken('a-2')).toBeUndefined();
    });
  });

  describe('atomically', () => {
    const everything = async () => {
      await store.items.write(new Map([['k', { value: 'new' }]]));
      await store.records.save(aRecord());
      await store.drafts.save(aDraft());
      await store.activities.finish('a-1', ['reply']);
    };

    it('keeps all of it at the end, and shows it before only to itself', async () => {
      const other = await replica();
      await store.items.write(new Map([['gone', { value: 1 }]]));
      await store.atomically(async () => {
        await everything();
        await store.items.delete(['gone']);
        expect((await store.items.read(['k', 'gone'])).get('k')?.value).toBe('new');
        expect((await store.items.read(['gone'])).size).toBe(0);
        expect(await store.records.get('r-1')).toEqual(aRecord());
        expect(await store.records.list({ userId: 'alex' })).toHaveLength(1);
        expect(await store.drafts.get('r-1')).toEqual(aDraft());
        expect((await other.items.read(['k'])).size).toBe(0);
        expect(await other.records.get('r-1')).toBeUndefined();
      });
      expect((await other.items.read(['k', 'gone'])).get('k')?.value).toBe('new');
      expect(await other.records.get('r-1')).toEqual(aRecord());
      expect(await other.drafts.get('r-1')).toEqual(aDraft());
      expect(await other.activities.outcome('a-1')).toMatchObject({ kind: 'answered', answer: ['reply'] });
    });

    it('keeps nothing where the work fails', async () => {
      const fails = store.atomically(async () => {
        await everything();
        throw new Error('in the middle');
      });
      await expect(fails).rejects.toThrow('in the middle');
      expect((await store.items.read(['k'])).size).toBe(0);
      expect(await store.records.get('r-1')).toBeUndefined();
      expect(await store.activities.outcome('a-1')).toBeUndefined();
    });

    it('keeps a draft at once when its request is about to leave', async () => {
      await store
        .atomically(async () => {
          await store.drafts.save(aDraft({ state: 'creating' }));
          throw new Error('killed');
        })
        .catch(() => {});
      expect((await store.drafts.get('r-1'))?.state).toBe('creating');
    });

    it('holds items to what stood there before the turn, however often the turn writes them', async () => {
      await store.items.write(new Map([['k', { value: 0 }]]));
      const clash = store.atomically(async () => {
        const { eTag } = (await store.items.read(['k'])).get('k') ?? { eTag: '' };
        await store.items.write(new Map([['k', { value: 1, eTag }]]));
        const mine = (await store.items.read(['k'])).get('k')?.eTag;
        await store.items.write(new Map([['k', { value: 2, eTag: mine }]]));
        await (await replica()).items.write(new Map([['k', { value: 'other' }]]));
      });
      await expect(clash).rejects.toThrow(StoreConflict);
      expect((await store.items.read(['k'])).get('k')?.value).toBe('other');
    });

    it('does not mix turns that run at the same time', async () => {
      await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          store.atomically(async () => {
            await store.items.write(new Map([['mine', { value: turn }]]));
            await sleep(5);
            expect((await store.items.read(['mine'])).get('mine')?.value).toBe(turn);
          }),
        ),
      );
    });
  });

  describe('exclusive', () => {
    it('runs one at a time per name across processes, and different names together', async () => {
      const replicas = [store, await replica(), await replica()];
      let running = 0;
      let most = 0;
      await store.items.write(new Map([['count', { value: 0 }]]));
      const turn = (by: Store) =>
        by.exclusive('conversation a:1', async () => {
          most = Math.max(most, ++running);
          const before = Number((await by.items.read(['count'])).get('count')?.value);
          await sleep(1);
          await by.items.write(new Map([['count', { value: before + 1 }]]));
          running--;
        });
      await Promise.all(Array.from({ length: 30 }, (_, index) => turn(replicas[index % 3] as Store)));
      expect(most).toBe(1);
      expect((await store.items.read(['count'])).get('count')?.value).toBe(30);
      let both = 0;
      await Promise.all(
        ['one', 'two'].map((name) =>
          store.exclusive(name, async () => {
            both++;
            while (both < 2) await sleep(1);
          }),
        ),
      );
    });

    it('gives the result on, and the lock back also after an error', async () => {
      await expect(store.exclusive('x', async () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
      expect(await store.exclusive('x', async () => 7)).toBe(7);
      expect(await (await replica()).exclusive('x', async () => 8)).toBe(8);
    });
  });

  it('keeps everything over a restart', async () => {
    await store.records.save(aRecord());
    await store.close();
    store = await openStore(url);
    expect(await store.records.get('r-1')).toEqual(aRecord());
    await store.ping();
  });

  it('is set up once by replicas that start together', async () => {
    const fresh = await address();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openStore(fresh)));
    await opened[0]?.records.save(aRecord());
    expect(await opened[3]?.records.get('r-1')).toEqual(aRecord());
    for (const one of opened) await one.close();
  });
});

it('keeps a memory store to itself', async () => {
  const [one, two] = [await memoryStore(), await memoryStore()];
  await one.records.save(aRecord());
  expect(await two.records.get('r-1')).toBeUndefined();
  await one.close();
  await two.close();
});
