import fc from 'fast-check';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { githubIssues } from '../../src/issues/github-issues.ts';
import { syncRepository } from '../../src/issues/sync.ts';
import { memoryStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { FakeGitHub, type Fault, someIssues } from '../support/github.ts';

const REPO = 'Azure/aksArc';
let store: Store;
let github: FakeGitHub;

beforeEach(async () => {
  store = await memoryStore();
  github = new FakeGitHub();
  github.listen();
});
afterEach(async () => {
  nock.cleanAll();
  await store.close();
});

const sync = (name = REPO, progress: string[] = []) =>
  syncRepository(name, {
    store,
    source: githubIssues({ waitUnitMs: 0.1, timeoutMs: 2_000 }),
    now: () => new Date('2026-11-20T10:00:00Z'),
    onProgress: ({ what, read }) => progress.push(`${what} ${read}`),
  });
const stored = async () => {
  const found = [];
  for await (const issue of store.issues.all()) found.push(issue);
  return found.sort((a, b) => Number(a.number) - Number(b.number));
};
const numbers = async () => (await stored()).map(({ number }) => number);
const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('sync', () => {
  it('reads every issue of every page, and leaves pull requests out', async () => {
    github.issues = someIssues(250).map((issue) => (issue.number % 10 === 0 ? { ...issue, pull_request: {} } : issue));
    const progress: string[] = [];
    const result = await sync(REPO, progress);
    expect(result.incomplete).toBeNull();
    expect(await numbers()).toEqual(range(250).filter((n) => n % 10 !== 0));
    expect(progress.filter((line) => line.startsWith('issues'))).toHaveLength(3);
    expect((await store.issues.syncState(REPO))?.syncedAt).toBe('2026-11-20T10:00:00.000Z');
  });

  it('adds comments to their issues, replaces edited ones, and drops those of pull requests', async () => {
    github.issues = [...someIssues(2), { ...someIssues(1, 3)[0], number: 3, pull_request: {} } as never];
    github.comments = [
      { id: 11, issue: 1, body: 'first', updated_at: '2025-02-01T00:00:00Z' },
      { id: 12, issue: 1, body: 'Fixed in 1.0.10.10513.', updated_at: '2025-02-02T00:00:00Z' },
      { id: 13, issue: 3, body: 'on a pull request', updated_at: '2025-02-02T00:00:00Z' },
    ];
    await sync();
    github.comments[0] = { id: 11, issue: 1, body: 'first, edited', updated_at: '2025-03-01T00:00:00Z' };
    await sync();
    const issue = await store.issues.get(REPO, 1);
    expect(issue?.comments).toEqual(['first, edited', 'Fixed in 1.0.10.10513.']);
    expect(issue?.fixedIn).toBe('1.0.10.10513');
    expect(await numbers()).toEqual([1, 2]);
  });

  it('asks a second time for what is new only, and pays nothing where nothing is', async () => {
    github.issues = someIssues(230);
    await sync();
    github.requests = [];
    const again = await sync();
    expect(again).toMatchObject({ issues: 0, comments: 0, incomplete: null });
    expect(github.unchanged).toBe(2);
    github.issues.push({ number: 999, title: 'New one', updated_at: '2026-11-19T00:00:00Z' });
    await sync();
    expect(await numbers()).toEqual([...range(230), 999]);
  });

  it('takes up changes of state and labels', async () => {
    github.issues = someIssues(1);
    await sync();
    github.issues = [
      {
        ...(github.issues[0] as never as object),
        number: 1,
        title: 'Fault number 1',
        state: 'closed',
        state_reason: 'not_planned',
        labels: [{ name: 'stale' }],
        updated_at: '2025-06-01T00:00:00Z',
      },
    ];
    await sync();
    expect(await store.issues.get(REPO, 1)).toMatchObject({ state: 'closed', labels: ['stale'], resolution: 'stale' });
  });

  it('gets over a hundred issues with one time stamp', async () => {
    github.issues = someIssues(350).map((issue) =>
      issue.number <= 320 ? { ...issue, updated_at: '2025-01-01T00:00:00Z' } : issue,
    );
    expect((await sync()).incomplete).toBeNull();
    expect(await numbers()).toEqual(range(350));
  });

  it('finds a repository under its old name, and keeps its name after a rename', async () => {
    github.issues = someIssues(3);
    expect((await sync('Azure/aks-hci')).repo).toBe(REPO);
    expect((await store.issues.get(REPO, 1))?.title).toBe('Fault number 1');
    github.name = 'Azure/aks-arc-next';
    github.oldNames.push(REPO);
    github.issues.push({ number: 4, title: 'After the rename', updated_at: '2026-01-01T00:00:00Z' });
    expect((await sync()).repo).toBe(REPO);
    expect((await store.issues.get(REPO, 4))?.url).toBe('https://github.com/Azure/aks-arc-next/issues/4');
  });

  it('goes on where a crash of the store stopped it', async () => {
    github.issues = someIssues(300);
    const upsert = store.issues.upsert;
    let calls = 0;
    store.issues.upsert = (issues) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('disk full')) : upsert(issues);
    };
    await expect(sync()).rejects.toThrow('disk full');
    expect(await numbers()).toEqual(range(100));
    github.requests = [];
    expect((await sync()).incomplete).toBeNull();
    expect(await numbers()).toEqual(range(300));
    expect(github.requests[1]).toContain('since=');
  });

  it('stops at the end of the quota, says when to go on, and then does', async () => {
    github.issues = someIssues(500);
    github.remaining = 3;
    github.resetAt = Math.floor(Date.now() / 1_000) + 3_000;
    const first = await sync();
    expect(first.incomplete).toMatch(/quota is used up until \d\d:\d\d UTC/);
    expect(github.requests.length).toBeLessThanOrEqual(4);
    const had = (await numbers()).length;
    expect(had).toBeGreaterThanOrEqual(100);
    expect((await store.issues.syncState(REPO))?.syncedAt).toBeNull();
    github.remaining = 5_000;
    expect((await sync()).incomplete).toBeNull();
    expect(await numbers()).toEqual(range(500));
  });

  const limits: [string, Fault][] = [
    [
      'a secondary limit with a wait',
      {
        kind: 'status',
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit.' },
        headers: { 'retry-after': '1' },
      },
    ],
    [
      '429 with a wait',
      { kind: 'status', status: 429, body: { message: 'secondary rate limit' }, headers: { 'retry-after': '1' } },
    ],
    ['a server error', { kind: 'status', status: 502, body: { message: 'Server Error' } }],
    [
      'a page of a proxy with an error',
      { kind: 'text', status: 503, text: '<html>Service unavailable</html>', type: 'text/html' },
    ],
    ['a page of a proxy with status 200', { kind: 'text', text: '<html>Sign in</html>', type: 'text/html' }],
    ['a cut answer', { kind: 'text', text: '[{"number":1,"title":"Fau' }],
    ['an empty answer', { kind: 'text', text: '' }],
    ['an object instead of a list', { kind: 'status', status: 200, body: { items: [] } }],
    ['a broken connection', { kind: 'broken' }],
  ];
  it.each(limits)('gets over %s', async (_name, fault) => {
    github.issues = someIssues(120);
    await sync('Azure/aksArc');
    github.issues.push(...someIssues(5, 121).map((issue) => ({ ...issue, updated_at: '2026-02-01T00:00:00Z' })));
    // The repository answers first; the fault hits the list.
    queueAfter(github, 1, fault);
    expect((await sync()).incomplete).toBeNull();
    expect(github.faults).toEqual([]);
    expect(await numbers()).toEqual(range(125));
  });

  const ends: [string, Fault, RegExp][] = [
    [
      'a token that is not accepted',
      { kind: 'status', status: 401, body: { message: 'Bad credentials' } },
      /GITHUB_TOKEN/,
    ],
    ['a place that is gone', { kind: 'status', status: 404, body: { message: 'Not Found' } }, /no such place \(404\)/],
    ['issues that are switched off', { kind: 'status', status: 410, body: { message: 'Issues are disabled' } }, /410/],
    ['a block by law', { kind: 'status', status: 451, body: { message: 'blocked' } }, /refuses access \(451\)/],
  ];
  it.each(ends)('keeps what it has and says so: %s', async (_name, fault, said) => {
    github.issues = someIssues(30);
    await sync();
    queueAfter(github, 1, fault);
    expect((await sync()).incomplete).toMatch(said);
    expect(await numbers()).toEqual(range(30));
    expect((await store.issues.syncState(REPO))?.syncedAt).not.toBeNull();
    expect((await sync()).incomplete).toBeNull();
    expect((await store.issues.syncState(REPO))?.incomplete).toBeNull();
  });

  it('leaves out entries that are not GitHub’s, and says how many', async () => {
    github.issues = [...someIssues(3), { number: -4, title: '', updated_at: 'never' }];
    expect((await sync()).incomplete).toMatch(/^1 entries/);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('ends complete or says what is missing, whatever comes in whatever order, and loses nothing', async () => {
    const fault = fc.constantFrom<Fault | undefined>(
      undefined,
      ...limits.map(([, of]) => of),
      ...ends.map(([, of]) => of),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 12 }), async (faults) => {
        nock.cleanAll();
        await store.close();
        store = await memoryStore();
        github = new FakeGitHub();
        github.listen();
        github.issues = someIssues(230);
        github.comments = [{ id: 1, issue: 7, body: 'said', updated_at: '2025-02-01T00:00:00Z' }];
        github.faults = [...faults];
        let had = 0;
        for (let run = 0; run < 12; run += 1) {
          const { incomplete } = await sync();
          const has = (await numbers()).length;
          expect(has).toBeGreaterThanOrEqual(had);
          had = has;
          if (incomplete === null) break;
          expect(incomplete).not.toBe('');
        }
        github.faults = [];
        expect((await sync()).incomplete).toBeNull();
        expect(await numbers()).toEqual(range(230));
        expect((await store.issues.get(REPO, 7))?.comments).toEqual(['said']);
      }),
      { numRuns: 12 },
    );
  });
});

/** Lets so many requests pass before the fault. */
function queueAfter(fake: FakeGitHub, passed: number, fault: Fault): void {
  fake.faults = [...Array.from({ length: passed }, () => undefined), fault];
}
