// The running bot's index: what ships at once, what the store holds soon after, and never a crash because of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createKnownIssues } from '../../src/known-issues.ts';
import { createLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { readSettings } from '../../src/settings.ts';
import { openStore } from '../../src/store/open.ts';
import { anIssue } from '../support/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-known-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });

async function opened(env: Record<string, string>) {
  const settings = readSettings({ TRIAGE_SYNC_MINUTES: '0', ...env });
  const store = await openStore(settings.TRIAGE_DB);
  const metrics = createMetrics({ processMetrics: false });
  const issues = createKnownIssues({ settings, store, repos: [], log, metrics, now: () => new Date() });
  return { store, issues };
}

it('has what ships at once, and what the store holds soon after', async () => {
  const { store, issues } = await opened({ TRIAGE_DB: join(folder, 'one.db') });
  await store.issues.upsert([anIssue({ repo: 'contoso/aks', number: 7, title: 'Zebra stripes in the ingress' })]);
  expect(issues.index().size).toBeGreaterThan(50);
  expect(issues.index().get('contoso/aks', 7)).toBeUndefined();
  expect(() => issues.loaded()).toThrow();
  const found = async () => (await issues.search({ summary: 'zebra stripes in the ingress', details: '' })).similar;
  expect((await found()).map(({ repo }) => repo)).not.toContain('contoso/aks');
  issues.start();
  await expect.poll(() => issues.index().get('contoso/aks', 7)?.title, { timeout: 15_000 }).toContain('Zebra');
  expect(() => issues.loaded()).not.toThrow();
  expect((await found())[0]).toMatchObject({ repo: 'contoso/aks', number: 7 });
  await issues.stop();
  await store.close();
}, 30_000);

it('goes on without files where none can be written, and says so', async () => {
  lines.length = 0;
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, 'a file where a folder should be');
  const { store, issues } = await opened({ TRIAGE_DB: join(folder, 'two.db'), TRIAGE_INDEX: join(blocked, 'index') });
  issues.start();
  await expect.poll(() => lines.join(), { timeout: 15_000 }).toContain('index.trouble');
  await expect
    .poll(
      () => {
        try {
          issues.loaded();
          return true;
        } catch {
          return false;
        }
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  await issues.stop();
  await store.close();
}, 40_000);

it('survives a store that goes away', async () => {
  lines.length = 0;
  const { store, issues } = await opened({ TRIAGE_DB: ':memory:' });
  await store.close();
  issues.start();
  await expect.poll(() => lines.join(), { timeout: 15_000 }).toContain('index.failed');
  expect(issues.index().size).toBeGreaterThan(50);
  await issues.stop();
});
