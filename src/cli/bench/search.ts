/** Search beside the engines one could take from npm: quality and cost at growing sizes. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { table } from '../eval/figures.ts';
import type { Cost, Quality } from './duplicates.ts';
import { ENGINES } from './engines.ts';
import { type Line, linePlot } from './plot.ts';

export const title = 'Search: ours beside MiniSearch, SQLite FTS5 and natural, whole reports as queries';

const ROOT = join(import.meta.dirname, '../../..');
const SIZES = [1_000, 10_000, 100_000];
const SIZES_LARGE = [...SIZES, 500_000];
/** Queries of a corpus; a slow engine runs an even share of them, and says so. */
const QUERIES = 160;
const QUERIES_OF: Record<string, readonly number[]> = {
  ours: [160, 160, 160, 160],
  'ours-no-age': [160, 160, 160, 160],
  product: [160, 160, 160, 160],
  fts5: [160, 160, 80, 20],
  minisearch: [160, 40, 8, 3],
  'minisearch-tuned': [160, 60, 12, 4],
  natural: [80, 20, 4, 2],
};
const TIME_MAX_MS = 1_800_000;
const HEAP_MAX_MB = 12_000;

type Measured = Quality &
  Cost & {
    buildMs: number;
    loadMs: number | null;
    bytes: number;
    fileBytes: number | null;
    documents: number;
    real: number;
  };
type Row = { engine: string; size: number; measured: Measured };

export async function run(
  options: { large?: boolean; plot?: boolean; set?: string | undefined } = {},
): Promise<string> {
  const shared = options.set ?? join(ROOT, '../shared/eval');
  const folder = existsSync(shared) ? shared : undefined;
  const sizes = options.large ? SIZES_LARGE : SIZES;
  const rows: Row[] = [];
  for (const [at, size] of sizes.entries()) {
    for (const engine of Object.keys(ENGINES)) {
      process.stderr.write(`${engine} at ${size} …\n`);
      rows.push({ engine, size, measured: await measured(engine, size, QUERIES_OF[engine]?.[at] ?? 1, folder) });
    }
  }
  if (options.plot) plots(rows);
  const source =
    folder === undefined ? 'made-up reports from the shipped issues' : 'public duplicate reports, then made-up ones';
  return `${printed(rows)}\nCorpora: ${source}. A query is a report that repeats an earlier one; only earlier reports are searched.`;
}

/** In a process of its own, so that the memory is the engine's. */
async function measured(engine: string, size: number, queries: number, folder: string | undefined): Promise<Measured> {
  const program = join(import.meta.dirname, 'engine-process.ts');
  const args = [engine, String(size), String(QUERIES), String(queries), folder ?? ''];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${HEAP_MAX_MB}`, program, ...args],
    { timeout: TIME_MAX_MS, maxBuffer: 1e8 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

const megabytes = (bytes: number | null): string => (bytes === null ? '–' : (bytes / 1e6).toFixed(1));
const nameOf = (engine: string): string => ENGINES[engine]?.name ?? engine;

function printed(rows: readonly Row[]): string {
  const head = [
    'issues',
    'engine',
    'queries',
    'R@1',
    'R@5',
    'R@10',
    'MRR',
    'p50 ms',
    'p95 ms',
    'build s',
    'load ms',
    'memory MB',
    'file MB',
  ];
  return table(
    head,
    rows.map(({ engine, size, measured: of }) => [
      String(size),
      nameOf(engine),
      String(of.queries),
      // The whole search shows ten at most and searches later reports too, so its recall is another question.
      ...(engine === 'product'
        ? ['–', '–', '–', '–']
        : [of.at1, of.at5, of.at10, of.reciprocalRank].map((value) => value.toFixed(1))),
      of.p50Ms.toFixed(2),
      of.p95Ms.toFixed(2),
      (of.buildMs / 1_000).toFixed(1),
      of.loadMs === null ? '–' : of.loadMs.toFixed(0),
      megabytes(of.bytes),
      megabytes(of.fileBytes),
    ]),
  );
}

function plots(rows: readonly Row[]): void {
  const folder = join(ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  const lines = (value: (of: Measured) => number, leave: readonly string[] = []): Line[] =>
    Object.keys(ENGINES)
      .filter((engine) => !leave.includes(engine))
      .map((engine) => ({
        name: nameOf(engine),
        points: rows.filter((row) => row.engine === engine).map(({ size, measured: of }) => [size, value(of)]),
      }));
  const save = (name: string, svg: string): void => writeFileSync(join(folder, name), svg);
  save(
    'search-quality.svg',
    linePlot({
      title: 'A report of the same fault among the first ten',
      x: 'issues',
      y: 'per cent of queries',
      logY: false,
      lines: lines((of) => of.at10, ['product']),
    }),
  );
  save(
    'search-cost.svg',
    linePlot({
      title: 'Time of a search with a whole report, 95th percentile',
      x: 'issues',
      y: 'ms',
      logY: true,
      lines: lines((of) => of.p95Ms),
    }),
  );
}
