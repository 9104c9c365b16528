import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chance, corpusOf } from '../../src/cli/bench/corpus.ts';
import { measureQueries, percentiles } from '../../src/cli/bench/duplicates.ts';
import { linePlot } from '../../src/cli/bench/plot.ts';
import { main as issues } from '../../src/cli/issues.ts';
import { linesOf } from '../../src/cli/lines.ts';
import { main as search } from '../../src/cli/search.ts';
import { http } from '../support/http.ts';

let folder: string;
let out: string[];
let errors: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  vi.stubEnv('TRIAGE_DB', join(folder, 'store.db'));
  vi.stubEnv('TRIAGE_REPOS', '');
  out = [];
  errors = [];
  vi.spyOn(console, 'log').mockImplementation((line = '') => void out.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line = '') => void errors.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, lines: (object | string)[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
};

describe('search', () => {
  it('shows the answer to people, and makes no store', async () => {
    expect(await search(['failed to patch capi: action failed after 3 attempts: context deadline exceeded'])).toBe(0);
    expect(out.join('\n')).toMatch(/The error stands in your text:[\s\S]*Azure\/aksArc#154/);
    expect(existsSync(join(folder, 'store.db'))).toBe(false);
  });

  it('says so where nothing is known', async () => {
    expect(await search(['good morning'])).toBe(0);
    expect(out).toEqual(['No known issue found.']);
  });

  it('answers a file line by line, in its order, with reasons for bad lines', async () => {
    const path = file('q.jsonl', [
      { id: 'a', query: 'AzStackHci_ARBStack_ARBIsLocked' },
      'no json',
      { id: 'b' },
      '',
      { id: 'c', query: 'line\u2028separator in good morning' },
    ]);
    expect(await search(['--batch', path])).toBe(0);
    const answers = out.map((line) => JSON.parse(line) as { id: string; error?: string; exact?: { number: string }[] });
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'b', 'c']);
    expect(answers[0]?.exact?.[0]?.number).toBe('HST-04');
    expect(answers[1]?.error).toMatch(/not JSON/);
    expect(answers[2]?.error).toMatch(/query/);
  });

  it.each([
    ['an option that is none', ['--wrong', 'x'], 2],
    ['no query', [], 2],
    ['a limit that is none', ['--limit', '0', 'x'], 2],
    ['a repository that is none', ['--repo', 'x', 'y'], 2],
    ['a file that is not there', ['--batch', '/nowhere/x.jsonl'], 2],
    ['help', ['--help'], 0],
  ])('ends as it should with %s', async (_name, args, code) => {
    expect(await search(args)).toBe(code);
  });
});

describe('issues', () => {
  const line = {
    number: 7,
    title: 'Quux frobnicator explodes',
    body: '```\nError: no quux valve left in drawer 4\n```',
    labels: ['bug'],
  };

  it('imports a file, finds it, exports it, and says what is stored', async () => {
    expect(await issues(['import', file('i.jsonl', [line]), '--repo', 'contoso/tracker'])).toBe(0);
    expect(await search(['--json', 'no quux valve left in drawer 99'])).toBe(0);
    expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({
      exact: [{ repo: 'contoso/tracker', number: 7, source: 'github' }],
    });
    out.length = 0;
    expect(await issues(['export', '--repo', 'contoso/tracker'])).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ repo: 'contoso/tracker', ...line });
    out.length = 0;
    expect(await issues(['status'])).toBe(0);
    expect(out.join('\n')).toMatch(
      /contoso\/tracker: 1 issues, never read whole[\s\S]*Shipped: 179 documented issues, 157/,
    );
  });

  it('imports the good lines and names the bad ones', async () => {
    expect(await issues(['import', file('i.jsonl', [line, '{', { number: 'x', title: 'y' }])])).toBe(1);
    expect(out).toEqual(['1 issues imported.']);
    expect(errors).toEqual(['line 2: This line is not JSON.', expect.stringMatching(/^line 3: number/)]);
  });

  it('takes a whole export up again without change', async () => {
    await issues(['import', file('i.jsonl', [line, { ...line, number: 8, comments: ['one', 'two'] }])]);
    out.length = 0;
    await issues(['export']);
    const first = out.join('\n');
    out.length = 0;
    await issues(['import', file('again.jsonl', first.split('\n'))]);
    out.length = 0;
    await issues(['export']);
    expect(out.join('\n')).toBe(first);
  });

  it.each([
    ['nothing to do', [], 2],
    ['a word it does not know', ['explode'], 2],
    ['a repository that is none', ['sync', '--repo', 'x'], 2],
    ['no file', ['import'], 2],
    ['a file that is not there', ['import', '/nowhere/x.jsonl'], 2],
    ['help', ['--help'], 0],
  ])('ends as it should with %s', async (_name, args, code) => {
    expect(await issues(args)).toBe(code);
  });

  it('says what is missing where GitHub gives nothing, and keeps what it has', async () => {
    await issues(['import', file('i.jsonl', [line])]);
    http('https://api.github.com').get('/repos/Azure/aksArc').reply(404, { message: 'Not Found' });
    expect(await issues(['sync'])).toBe(1);
    expect(out.join('\n')).toMatch(/Not complete: GitHub has no such place \(404\)/);
    out.length = 0;
    await issues(['export']);
    expect(out).toHaveLength(1);
  });
});

describe('lines', () => {
  it('splits at line feeds alone, and reads a last line without one', async () => {
    const path = file('l.txt', ['a\u2028b\r', 'c']);
    const lines: string[] = [];
    for await (const line of linesOf(path)) lines.push(line);
    expect(lines).toEqual(['a\u2028b', 'c']);
  });

  it('unpacks what is said to be packed, and tells a broken file from one that is not there', async () => {
    const read = async (path: string) => {
      const lines: string[] = [];
      for await (const line of linesOf(path, { packed: true })) lines.push(line);
      return lines;
    };
    const path = join(folder, 'packed');
    writeFileSync(path, gzipSync('a\u2028b\nc\n'));
    expect(await read(path)).toEqual(['a\u2028b', 'c']);
    writeFileSync(path, gzipSync('a\nb\n').subarray(0, 12));
    await expect(read(path)).rejects.toMatchObject({ name: 'Error', message: expect.stringMatching(/^Cannot read/) });
    await expect(read(join(folder, 'none'))).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/no such file/),
    });
    await expect(read(folder)).rejects.toThrow(/is a folder/);
  });
});

describe('the bench', () => {
  it('measures rank and time', async () => {
    const query = { i: 9, title: '', body: '', day: 0, rel: [3] };
    const quality = await measureQueries([query, query, query, query], () => [1, 3]);
    expect(quality).toMatchObject({ queries: 4, at1: 0, at5: 100, at10: 100, reciprocalRank: 50 });
    expect(percentiles([3, 1, 2])).toEqual({ p50Ms: 2, p95Ms: 3 });
  });

  it('makes the same corpus every time, without any public set too', async () => {
    const corpus = await corpusOf(undefined, 3_000, 50);
    expect(corpus.reports).toHaveLength(3_000);
    expect(corpus.queries.length).toBeGreaterThan(10);
    for (const { i, rel } of corpus.queries) for (const other of rel) expect(other).toBeLessThan(i);
    expect((await corpusOf(undefined, 3_000, 50)).reports).toEqual(corpus.reports);
    expect(chance()()).toBe(chance()());
  });

  it('plots lines as SVG that names them', () => {
    const svg = linePlot({
      title: 'a < b',
      x: 'n',
      y: 'ms',
      logY: true,
      lines: [
        {
          name: 'ours',
          points: [
            [1_000, 0.2],
            [10_000, 1],
          ],
        },
      ],
    });
    expect(svg).toContain('a &lt; b');
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toMatch(/>ours</);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
