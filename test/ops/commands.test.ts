// The commands of operators, as processes: from source, and out of the one file.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { aRecord } from '../support/records.ts';

const ROOT = join(import.meta.dirname, '../..');
const RUN = join(ROOT, 'src/run.js');
const folder = mkdtempSync(join(tmpdir(), 'triage-commands-'));
const bundle = join(folder, 'bot.mjs');
const LIMIT_MS = 60_000;
const production = {
  MicrosoftAppId: '22222222-2222-2222-2222-222222222222',
  MicrosoftAppTenantId: '22222222-2222-2222-2222-222222222222',
  MicrosoftAppPassword: 'geheim',
};

type Ended = { code: number; out: string; err: string };
const run = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const clean = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(TRIAGE_|MicrosoftApp)/.test(name)),
    );
    const options = { cwd: folder, env: { ...clean, TRIAGE_DB: join(folder, 'store.db'), ...env } };
    execFile(process.execPath, args, options, (error, out, err) => {
      const code = (error as { code?: number } | null)?.code ?? 0;
      resolve({ code, out, err });
    });
  });

beforeAll(async () => {
  const store = await openStore(join(folder, 'store.db'));
  await store.records.save(aRecord());
  await store.close();
  expect(await run([RUN, 'bundle', '--out', bundle])).toMatchObject({ code: 0 });
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['from source', () => [RUN]],
  ['in one file', () => [bundle]],
])('%s', (_, program) => {
  it(
    'doctor tells what it finds, with an exit code for programs',
    async () => {
      const fine = await run([...program(), 'doctor', '--offline', '--json']);
      const findings = JSON.parse(fine.out) as { check: string; level: string }[];
      expect(findings).toContainEqual(expect.objectContaining({ check: 'store', level: 'fine' }));
      expect(findings.map((one) => one.check)).toEqual(
        expect.arrayContaining(['credentials', 'issue index', 'policy dates', 'manifest']),
      );
      expect(fine.code).toBe(findings.some((one) => one.level === 'act') ? 1 : 0);
      const ended = await run([...program(), 'doctor', '--offline'], {
        ...production,
        TRIAGE_SECRET_EXPIRES: '2020-01-01',
      });
      expect(ended.code).toBe(1);
      expect(ended.out).toMatch(/client secret ended on 2020-01-01/);
      expect(ended.out).not.toContain('geheim');
    },
    LIMIT_MS,
  );

  it(
    'names a wrong setting without its value',
    async () => {
      const wrong = await run([...program(), 'doctor', '--offline'], { TRIAGE_TENANT: 'geheim', PORT: 'geheim' });
      expect(wrong.code).toBe(1);
      expect(wrong.out).toMatch(/TRIAGE_TENANT: there is no such setting/);
      expect(wrong.out + wrong.err).not.toContain('geheim');
    },
    LIMIT_MS,
  );

  it(
    'serve refuses to start without credentials',
    async () => {
      const bare = await run([...program(), 'serve']);
      expect(bare.code).toBe(1);
      expect(bare.err).toMatch(/MicrosoftAppId: /);
    },
    LIMIT_MS,
  );

  it(
    'backup saves whole files and restores into an empty store alone',
    async () => {
      const file = join(folder, `backup-${program()[0] === bundle}.jsonl.gz`);
      expect(await run([...program(), 'backup', 'save', file])).toMatchObject({ code: 0 });
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
      expect(gunzipSync(readFileSync(file)).toString()).toContain('etcd lost quorum');
      const again = await run([...program(), 'backup', 'restore', file]);
      expect(again.code).toBe(1);
      expect(again.err).toMatch(/is not empty/);
      const target = `${file}.db`;
      expect(await run([...program(), 'backup', 'restore', file], { TRIAGE_DB: target })).toMatchObject({ code: 0 });
      const store = await openStore(target);
      expect(await store.records.get('r-1')).toEqual(aRecord());
      await store.close();
      writeFileSync(file, readFileSync(file).subarray(0, 100));
      expect((await run([...program(), 'backup', 'restore', file], { TRIAGE_DB: `${file}.2.db` })).code).toBe(1);
    },
    LIMIT_MS,
  );

  it(
    'ends with 2 where it is used wrongly',
    async () => {
      expect((await run([...program(), 'nonsense'])).code).toBe(2);
      expect((await run([...program(), 'backup', 'frobnicate', 'x'])).code).toBe(2);
      expect((await run([...program(), 'doctor', '--nonsense'])).code).toBe(2);
      expect(await run([...program(), 'doctor', '--help'])).toMatchObject({
        code: 0,
        out: expect.stringContaining('--settings'),
      });
    },
    LIMIT_MS,
  );
});
