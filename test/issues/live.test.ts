import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/issues/embedder.ts';
import { LiveIndex } from '../../src/issues/live.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { anIssue } from '../support/issues.ts';

let folder: string;
let url: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'issues-'));
  url = join(folder, 'store.db');
  store = await openStore(url);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => LiveIndex.open({ store, url, folder: join(folder, 'index'), index: { confidenceMin: 0 } });
const find = (live: LiveIndex, text: string) =>
  live.index.search({ summary: text, details: '', repos: ['contoso/tracker'] }).similar.map(({ number }) => number);
const lamp = (number: number, change = {}) =>
  anIssue({ number, title: `Lamp ${number} flickers`, body: 'It flickers blue.', ...change });

describe('the live index', () => {
  it('finds the same after a start from its files', async () => {
    await store.issues.upsert([lamp(1), anIssue({ number: 2, title: 'Kettle boils over' })]);
    const first = await open();
    const size = first.index.size;
    expect(find(first, 'kettle boils')).toEqual([2]);
    const files = readdirSync(join(folder, 'index'));
    expect(files.filter((name) => name.endsWith('.issues')).length).toBe(2);
    const second = await open();
    expect(find(second, 'kettle boils')).toEqual([2]);
    expect(second.index.size).toBe(size);
    expect(second.index.get('contoso/tracker', 1)?.title).toBe('Lamp 1 flickers');
  });

  it('takes up new and changed issues while it serves, and forgets their old words', async () => {
    await store.issues.upsert([lamp(1), anIssue({ number: 2, title: 'Kettle boils over' })]);
    const live = await open();
    const before = live.index;
    expect(await live.refresh()).toBe(false);
    await store.issues.upsert([
      anIssue({ number: 2, title: 'Toaster burns bread' }),
      anIssue({ number: 3, title: 'Fridge hums loudly' }),
    ]);
    expect(await live.refresh()).toBe(true);
    expect(find(live, 'kettle boils')).toEqual([]);
    expect(find(live, 'toaster burns bread')).toEqual([2]);
    expect(find(live, 'fridge hums')).toEqual([3]);
    expect(live.index.size).toBe(before.size + 1);
    // Who holds the old one still searches a whole index.
    expect(
      before
        .search({ summary: 'kettle boils', details: '', repos: ['contoso/tracker'] })
        .similar.map(({ number }) => number),
    ).toEqual([2]);
  });

  it('scores base and delta alike', async () => {
    await store.issues.upsert([lamp(1), lamp(2)]);
    const live = await open();
    await store.issues.upsert([lamp(3)]);
    await live.refresh();
    const scores = live.index
      .search({ summary: 'lamp flickers blue', details: '', repos: ['contoso/tracker'] })
      .similar.map(({ score }) => score);
    expect(scores).toHaveLength(3);
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.01);
  });

  it('merges a large delta in a worker and goes on answering', async () => {
    await store.issues.upsert([lamp(1)]);
    const live = await open();
    await store.issues.upsert(Array.from({ length: 400 }, (_, at) => lamp(at + 2)));
    await live.refresh();
    await store.issues.upsert([anIssue({ number: 999, title: 'Fridge hums loudly' })]);
    await live.settled();
    expect(find(live, 'fridge hums')).toEqual([999]);
    expect(find(live, 'lamp flickers').length).toBe(5);
    const again = await open();
    expect(again.index.size).toBe(live.index.size);
  });

  it('goes on with what it has where the model or a merge fails, and says so', async () => {
    const troubles: unknown[] = [];
    const embedder: Embedder = { id: 'broken', dimensions: 2, embed: () => Promise.reject(new Error('no memory')) };
    await store.issues.upsert([lamp(1)]);
    const live = await LiveIndex.open({
      store,
      url: join(folder, 'nowhere', '\0'),
      folder: join(folder, 'index'),
      index: { confidenceMin: 0 },
      embedder,
      onTrouble: (error) => troubles.push(error),
    });
    await store.issues.upsert(Array.from({ length: 400 }, (_, at) => lamp(at + 2)));
    await live.refresh();
    await live.settled();
    expect(troubles.length).toBeGreaterThanOrEqual(2);
    expect(find(live, 'lamp flickers')).toHaveLength(5);
    const before = troubles.length;
    expect((await live.search({ summary: 'lamp flickers', details: '' })).similar).toHaveLength(5);
    expect(troubles).toHaveLength(before + 1);
  });

  it('reads no further once it is closed', async () => {
    let read = 0;
    const embedder: Embedder = {
      id: 'slow',
      dimensions: 2,
      async embed(texts) {
        read += texts.length;
        live?.close();
        return texts.map(() => Float32Array.from([1, 0]));
      },
    };
    let live: LiveIndex | undefined;
    live = await LiveIndex.open({ store, embedder });
    await live.settled();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(live.index.size / 2);
  });

  it('reorders by meaning as soon as the model has read everything, and reads no text twice', async () => {
    // A model that knows two words for one thing.
    let read = 0;
    const embedder: Embedder = {
      id: 'toy',
      dimensions: 2,
      async embed(texts) {
        read += texts.length;
        return texts.map((text) => Float32Array.from(/kettle|boiler/i.test(text) ? [1, 0] : [0, 1]));
      },
    };
    await store.issues.upsert([
      anIssue({ number: 1, title: 'Lamp trouble in the kitchen' }),
      anIssue({ number: 2, title: 'Kettle trouble in the kitchen' }),
    ]);
    const start = () =>
      LiveIndex.open({ store, url, folder: join(folder, 'index'), index: { confidenceMin: 0 }, embedder });
    const live = await start();
    await live.settled();
    const query = { summary: 'trouble in the kitchen: boiler', details: '', repos: ['contoso/tracker'] };
    expect((await live.search(query)).similar.map(({ number }) => number)).toEqual([2, 1]);
    const before = read;
    const again = await start();
    await again.settled();
    expect(read).toBe(before);
    await store.issues.upsert([anIssue({ number: 3, title: 'Boiler trouble in the kitchen, again' })]);
    await again.refresh();
    await again.settled();
    expect((await again.search(query)).similar[0]?.number).toBe(3);
    expect(read).toBe(before + 2);
  });

  it.each([
    ['cut', (path: string) => truncateSync(path, 100)],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['of another making', (path: string) => writeFileSync(path, Buffer.from(readFileSync(path)).fill('x', 12, 60))],
  ])('builds anew where a file is %s', async (_name, spoil) => {
    await store.issues.upsert([lamp(1)]);
    await open();
    for (const name of readdirSync(join(folder, 'index'))) {
      if (name.endsWith('.issues')) spoil(join(folder, 'index', name));
    }
    expect(find(await open(), 'lamp flickers')).toEqual([1]);
  });
});
