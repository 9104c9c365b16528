import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/model/report.ts';
import { emptyStore, run, runInside } from '../support/command.ts';

const ETCD = 'etcdserver: request timed out, leader changed every minute. AKS on Azure Local 2607, kubernetes 1.33.5';

describe('npm run -s triage', () => {
  it('answers people within 80 columns, without colour where there is no terminal', async () => {
    const { code, stdout } = await run(['triage', ETCD]);
    expect(code).toBe(0);
    expect(stdout).toContain('Support covers this');
    expect(stdout).toContain('D03');
    expect(stdout).not.toContain('\u001b[');
    const long = stdout.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '));
    expect(long).toEqual([]);
  });

  it('says in words what was changed on the nodes', async () => {
    const { stdout } = await runInside([
      'triage',
      'we gave the worker VMs more memory in Hyper-V. kubelet hangs, 1.33.5',
    ]);
    expect(stdout).toContain('nodeChange = memory, CPU or disk through Hyper-V');
    expect(stdout).not.toContain('{"');
  });

  it('gives the verdict although no record of it can be kept, and says so', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'triage-cli-')), 'a file');
    writeFileSync(file, 'no folder');
    for (const TRIAGE_DB of [join(file, 'triage.db'), 'postgres://nobody@127.0.0.1:1/nowhere']) {
      const { code, stdout, stderr } = await runInside(['triage', ETCD], { env: { TRIAGE_DB } });
      expect(code).toBe(0);
      expect(stdout).toContain('Support covers this');
      expect(stderr).toMatch(/The verdict stands, but no record of it was kept/);
    }
  });

  it('prints the whole report as JSON that fits the published shape', async () => {
    const { code, stdout } = await runInside(['triage', '--json', '--edition', 'aks-arc-2024', ETCD]);
    expect(code).toBe(0);
    const report = Report.parse(JSON.parse(stdout));
    expect(report).toMatchObject({
      reportVersion: 1,
      scope: 'in_scope',
      eligibility: 'eligible',
      component: 'control_plane',
      edition: { id: 'aks-arc-2024' },
    });
    for (const rule of report.rules) expect(report.citations.map((citation) => citation.rule)).toContain(rule);
  });

  it('takes standard input and facts beside it, in any spelling of the host', async () => {
    const { stdout } = await runInside(
      ['triage', '--json', '--fact', 'hostOs=Windows Server', '--fact', 'k8sVersion=v1.33.5', '-'],
      { stdin: 'pods cannot resolve names' },
    );
    expect(JSON.parse(stdout).facts).toMatchObject({
      hostOs: { value: 'windows-server' },
      k8sVersion: { value: '1.33.5' },
    });
  });

  it('keeps a record that gives the same report byte for byte', async () => {
    const env = { TRIAGE_DB: emptyStore() };
    const { stdout } = await runInside(['triage', '--json', ETCD], { env });
    const { recordId } = JSON.parse(stdout);
    expect((await runInside(['records', 'show', recordId, '--json'], { env })).stdout).toBe(stdout);
    const replayed = await runInside(['records', 'replay', recordId], { env });
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining('byte for byte') });
  });

  it.each([
    ['nothing at all', ''],
    ['blanks', '  \n\t '],
    ['only emoji', '😀😀🔥'],
    ['binary', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    ['one megabyte', 'etcd leader changed. '.repeat(50_000)],
    ['another script', 'コントロールプレーンの証明書が期限切れです'],
    ['markup', '<script>alert(1)</script> <at>Bot</at> <div>etcd&nbsp;timeout</div>'],
  ])('gives %s a sensible answer and no stack trace', async (_, stdin) => {
    const { code, stdout, stderr } = await runInside(['triage', '--json', '-'], { stdin });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const report = Report.parse(JSON.parse(stdout));
    expect(report.headline.length).toBeGreaterThan(10);
  });

  it.each([
    [['--edition', 'aks-2099', 'x'], 'Known editions'],
    [['--fact', 'colour=blue', 'x'], 'There is no fact "colour"'],
    [['--fact', 'k8sMinorStatus=old', 'x'], 'supported, deprecated, removed'],
    [['--today', 'yesterday', 'x'], 'a date like'],
    [['--frobnicate'], '--frobnicate'],
    [['--batch', '/does/not/exist.jsonl'], 'no such file'],
    [['--batch', tmpdir()], 'it is a folder'],
    [['--batch', ''], 'no such file'],
    [['--edition', '', 'x'], 'Known editions'],
    [['diff', 'aks-hybrid-2022'], 'two editions'],
    [['diff', 'aks-hybrid-2022', 'aks-arc-2024', 'aks-arc-2025'], 'two editions'],
  ])('says what is wrong with %j and exits with 2', async (args, sentence) => {
    const { code, stderr } = await runInside(['triage', ...args]);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at .*\.ts:/);
  });

  it('answers a batch line by line, and a bad line does not stop the rest', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'batch-')), 'b.jsonl');
    writeFileSync(
      file,
      [
        '{"id":"a","text":"etcd leader changed"}',
        'not json',
        '{"id":"c"}',
        '{"id":"d","text":"x","facts":{"nope":1}}',
        '{"id":"e","text":"coredns crash","edition":"aks-arc-2024","today":"2026-01-02","facts":{"k8sVersion":"1.33.5"}}',
      ].join('\n'),
    );
    const { code, stdout } = await runInside(['triage', '--batch', file]);
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual(['a', null, 'c', 'd', 'e']);
    expect(lines.map((line) => 'error' in line)).toEqual([false, true, true, true, false]);
    expect(lines[4].edition.id).toBe('aks-arc-2024');
  });

  it('masks a credential before anything keeps it', async () => {
    const env = { TRIAGE_DB: emptyStore() };
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    const { stdout } = await runInside(['triage', '--json', `kubelet fails, token ${secret}`], { env });
    expect(stdout).not.toContain(secret);
    expect(JSON.parse(stdout).masked).toHaveLength(1);
    expect((await runInside(['records', 'export'], { env })).stdout).not.toContain(secret);
  });

  it('says in words what changed between two editions', async () => {
    const { code, stdout } = await runInside(['triage', 'diff', 'aks-hybrid-2022', 'aks-arc-2024']);
    expect(code).toBe(0);
    expect(stdout).toContain('H03');
    expect(stdout).toContain('A11');
  });
});

describe('known issues of the site', () => {
  it('stand in a report as they stand in a search, and a replay finds them again', async () => {
    const env = { TRIAGE_DB: emptyStore() };
    const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'i.jsonl');
    const error = 'no valve left in drawer 4 of the moc agent';
    writeFileSync(file, JSON.stringify({ number: 7, title: 'Agent stops', body: `\`\`\`\nError: ${error}\n\`\`\`` }));
    expect(await runInside(['issues', 'import', file, '--repo', 'contoso/tracker'], { env })).toMatchObject({
      code: 0,
    });
    const { stdout } = await runInside(['triage', '--json', `AKS Arc, Error: ${error}`], { env });
    const report = Report.parse(JSON.parse(stdout));
    expect(report.knownIssues.exact).toMatchObject([{ repo: 'contoso/tracker', number: 7 }]);
    expect(await runInside(['records', 'replay', report.recordId], { env })).toMatchObject({ code: 0 });
  });

  it('are those that ship where the store is away, and it says so', async () => {
    const env = { TRIAGE_DB: 'postgres://127.0.0.1:1/none' };
    const { code, stdout, stderr } = await runInside(['triage', '--batch', '-'], {
      env,
      stdin: '{"id":1,"text":"etcd leader changed"}\n',
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: '1', scope: 'in_scope' });
    expect(stderr).toContain('only those that ship');
  });
});

const COMMANDS = readdirSync(join(import.meta.dirname, '../../src/cli'), { withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && /^export const main/m.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  .map((entry) => entry.name.replace('.ts', ''));

describe('every command', () => {
  it.each(COMMANDS)('%s answers --help within 80 columns and refuses an option that is none', async (name) => {
    const { code, stdout } = await runInside([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(name);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(await runInside([name, '--frobnicate'])).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    ['records', 'list', 'extra'],
    ['records', 'show', 'one', 'two'],
    ['records', 'explode'],
    ['issues', 'status', 'extra'],
  ])('refuses words that mean nothing: %s %s', async (...args) => {
    expect(await runInside(args)).toMatchObject({ code: 2, stdout: '' });
  });

  it('is one of those that the contract names', () => {
    const named = 'triage search issues ticket records eval bench package doctor start serve'.split(' ');
    expect(COMMANDS).toEqual(expect.arrayContaining(named));
  });

  it.each(['lines', 'explode', '../desk'])('and %s is none', async (name) => {
    const { code, stderr } = await run([name]);
    expect(code).toBe(2);
    expect(stderr).toBe(`There is no command "${name}". "npm run" lists them.\n`);
  });

  it('ends its process with its code, without a stack trace', async () => {
    const { code, stdout, stderr } = await run(['triage', '--fact', 'colour=blue', 'x']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no fact "colour"/);
    expect(stderr).not.toMatch(/\n\s+at .*\.ts:/);
  });
});
