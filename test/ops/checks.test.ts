import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkCredentials,
  checkDates,
  checkIndex,
  checkManifest,
  checkStore,
  type Finding,
  worst,
} from '../../src/ops/checks.ts';
import { retain, selfCheck } from '../../src/ops/daily.ts';
import { silentLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { checkGithub, checkSignIn, type Fetch } from '../../src/ops/reach.ts';
import { readSettings, settingsTable } from '../../src/settings.ts';
import { memoryStore } from '../../src/store/open.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { aRecord } from '../support/records.ts';

const APP = '22222222-2222-2222-2222-222222222222';
const production = { MicrosoftAppId: APP, MicrosoftAppPassword: 'geheim', MicrosoftAppTenantId: APP };
const levels = (findings: Finding[]) => findings.map((one) => one.level);

describe('the end of the client secret', () => {
  it.each([
    ['2026-12-21', 'fine'],
    ['2026-12-20', 'look'],
    ['2026-11-28', 'look'],
    ['2026-11-27', 'act'],
    ['2026-11-20', 'act'],
    ['2026-11-19', 'act'],
  ])('%s, seen on 2026-11-20: %s', (day, level) => {
    const findings = checkCredentials(readSettings({ ...production, TRIAGE_SECRET_EXPIRES: day }), '2026-11-20');
    expect(levels(findings)).toEqual([level]);
    expect(findings[0]?.todo === undefined).toBe(level === 'fine');
  });

  it('is asked for where nobody has told it, and matters to nobody without credentials', () => {
    expect(levels(checkCredentials(readSettings(production), '2026-11-20'))).toEqual(['look']);
    expect(levels(checkCredentials(readSettings({}), '2026-11-20'))).toEqual(['fine']);
    expect(
      levels(checkCredentials(readSettings({ ...production, MicrosoftAppType: 'UserAssignedMSI' }), '2026-11-20')),
    ).toEqual(['fine']);
  });
});

it('writes to the store, because a full disk still reads', async () => {
  const store = await memoryStore();
  expect(levels(await checkStore(store))).toEqual(['fine']);
  const full = {
    ...store,
    items: { ...store.items, write: async () => Promise.reject(new StoreUnavailable('the disk is full')) },
  };
  expect(await checkStore(full)).toMatchObject([{ level: 'act', said: 'the disk is full.' }]);
  await store.close();
});

it('knows how old the issues are', async () => {
  const store = await memoryStore();
  const settings = readSettings({});
  const now = new Date('2026-11-20T12:00:00Z');
  const state = { repo: 'contoso/aks', repoId: 1, since: null, nextPage: null, eTag: null, incomplete: null };
  expect(levels(await checkIndex(store, ['contoso/aks'], settings, now))).toEqual(['look']);
  for (const [syncedAt, level] of [
    ['2026-11-20T07:00:00Z', 'fine'],
    ['2026-11-20T05:00:00Z', 'look'],
    ['2026-11-10T05:00:00Z', 'act'],
  ] as const) {
    await store.issues.saveSyncState({ ...state, syncedAt });
    expect(levels(await checkIndex(store, ['contoso/aks'], settings, now))).toEqual([level]);
  }
  expect(levels(await checkIndex(store, ['contoso/aks', 'contoso/never'], settings, now))).toEqual(['look']);
  await store.close();
});

it('tells tables that nobody has looked after', () => {
  const tables = ['2026-08-01', '2026-07-01', '2025-11-01'].map((day) => ({ name: 'versions/x.yaml', day }));
  expect(levels(checkDates(tables, '2026-11-20'))).toEqual(['fine', 'look', 'act']);
});

it('tells an app package that names another bot', () => {
  const settings = readSettings(production);
  expect(levels(checkManifest({ bots: [{ botId: APP.toUpperCase() }] }, settings))).toEqual(['fine']);
  expect(levels(checkManifest({ bots: [{ botId: '0' }] }, settings))).toEqual(['act']);
  expect(levels(checkManifest(undefined, settings))).toEqual(['fine']);
});

describe('asking outside', () => {
  const answers =
    (status: number, body: unknown): Fetch =>
    async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  const away: Fetch = async () => Promise.reject(new TypeError('fetch failed'));

  it.each([
    ['plenty', answers(200, { resources: { core: { remaining: 59, limit: 60 } } }), 'fine'],
    ['nearly none', answers(200, { resources: { core: { remaining: 29, limit: 60 } } }), 'look'],
    ['a refused token', answers(401, { message: 'Bad credentials' }), 'act'],
    ['nonsense', answers(200, '<html>'), 'look'],
    ['nobody', away, 'look'],
  ])('GitHub’s quota: %s', async (_, ask, level) => {
    expect(levels(await checkGithub(readSettings({ GITHUB_TOKEN: 'geheim' }), ask))).toEqual([level]);
  });

  it.each([
    ['works', answers(200, { access_token: 'x' }), 'fine'],
    ['has ended', answers(401, { error_codes: [7000222], error_description: 'geheim' }), 'act'],
    ['fails somehow', answers(500, 'geheim'), 'act'],
    ['cannot be asked', away, 'look'],
  ])('the client secret %s', async (_, ask, level) => {
    const findings = await checkSignIn(readSettings(production), ask);
    expect(levels(findings)).toEqual([level]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });

  it('is left alone without credentials', async () => {
    expect(await checkSignIn(readSettings({}), away)).toEqual([]);
  });
});

describe('once a day', () => {
  it('records that nobody touched for long enough go', async () => {
    const store = await memoryStore();
    await store.records.save(aRecord({ id: 'old', updatedAt: '2026-11-09T00:00:00.000Z' }));
    await store.records.save(aRecord({ id: 'new', updatedAt: '2026-11-11T00:00:00.000Z' }));
    const metrics = createMetrics({ processMetrics: false });
    const now = () => new Date('2026-11-20T00:00:00Z');
    expect(await retain({ store, retentionDays: 10, log: silentLog, metrics, now })).toBe(1);
    expect((await store.records.list()).map((one) => one.id)).toEqual(['new']);
    expect(await metrics.registry.getSingleMetricAsString('triage_pruned_records_total')).toMatch(/ 1$/m);
    await store.close();
  });

  it('what it finds becomes a number for alerts', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const found: Finding[] = [
      { check: 'store', level: 'fine', said: 'x' },
      { check: 'policy dates', level: 'fine', said: 'x' },
      { check: 'policy dates', level: 'act', said: 'y' },
    ];
    await selfCheck({ checks: async () => found, log: silentLog, metrics });
    const text = await metrics.registry.getSingleMetricAsString('triage_check_status');
    expect(text).toContain('triage_check_status{check="policy dates"} 2');
    expect(text).toContain('triage_check_status{check="store"} 0');
    expect(worst(found)).toBe('act');
  });
});

describe('settings', () => {
  it('name everything that is wrong at once, and repeat no value', () => {
    const wrong = {
      PORT: 'geheim',
      TRIAGE_TENANTS: 'geheim',
      TRIAGE_REPOS: 'geheim',
      TRIAGE_LOG_LEVEL: 'geheim',
      TRIAGE_TENANT: 'x',
    };
    try {
      readSettings(wrong);
      expect.unreachable();
    } catch (error) {
      const { name, message } = error as Error;
      expect(name).toBe('SettingsError');
      for (const setting of Object.keys(wrong)) expect(message).toContain(`${setting}: `);
      expect(message).not.toContain('geheim');
    }
  });

  it('need all of the credentials', () => {
    expect(() => readSettings({ MicrosoftAppId: APP })).toThrow(/MicrosoftAppTenantId: .*\nMicrosoftAppPassword: /);
    expect(() => readSettings({ ...production, MicrosoftAppType: 'MultiTenant' })).toThrow(
      /SingleTenant, UserAssignedMSI/,
    );
    expect([...readSettings({ ...production, TRIAGE_TENANTS: `${APP.toUpperCase()}, ${APP}` }).tenants]).toEqual([APP]);
  });

  it('have every name that any command reads', () => {
    const src = join(import.meta.dirname, '../../src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const read = files.flatMap((name) => [
      ...readFileSync(join(src, name), 'utf8').matchAll(/process\.env\.(TRIAGE_\w+)/g),
    ]);
    expect(read.length).toBeGreaterThan(3);
    const known = settingsTable().map(({ name }) => name);
    for (const [, name] of read) expect(known).toContain(name);
  });

  it('are all explained', () => {
    for (const { name, meaning } of settingsTable()) expect(meaning, name).toMatch(/\w+.*\.$/);
  });
});
