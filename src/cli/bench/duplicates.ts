/** Duplicate reports of public trackers: reading them, and measuring any engine on them in time order. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { linesOf } from '../lines.ts';

const Report = z.object({
  i: z.number().int(),
  title: z.string(),
  body: z.string().nullable().default(''),
  created: z.string(),
  rel: z.array(z.number().int()),
});

/** One report; a query is one that repeats an earlier report of `rel`. */
export type DuplicateReport = { i: number; title: string; body: string; day: number; rel: number[] };
export type DuplicateSet = { name: string; reports: DuplicateReport[] };

const MS_PER_DAY = 86_400_000;
const TRIES = 5;
const TRIES_MS = 100;

export const retrievalFiles = (folder: string): string[] => {
  const inner = join(folder, 'retrieval');
  if (!existsSync(inner)) return [];
  return readdirSync(inner)
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name) && !/_comments\./.test(name))
    .sort()
    .map((name) => join(inner, name));
};

export async function readDuplicates(file: string): Promise<DuplicateSet> {
  const reports: DuplicateReport[] = [];
  for await (const line of linesOf(file)) {
    if (line.trim() === '') continue;
    const { i, title, body, created, rel } = Report.parse(JSON.parse(line));
    reports.push({ i, title, body: body ?? '', day: Math.floor(Date.parse(created) / MS_PER_DAY), rel });
  }
  return { name: basename(file).replace(/\.jsonl(\.gz)?$/, ''), reports };
}

/** Queries of the second half in time order: the first half is for learning. */
export function testQueries({ reports }: DuplicateSet): DuplicateReport[] {
  const queries = reports.filter(({ rel }) => rel.length > 0);
  return queries.slice(Math.floor(queries.length / 2));
}

/** So many of a list, evenly spread. */
export function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] as T);
}

export type Quality = { queries: number; at1: number; at5: number; at10: number; reciprocalRank: number };
export type Cost = { p50Ms: number; p95Ms: number };

/** Share of queries with an earlier report of the same fault among the first k, in per cent. */
export async function measureQueries(
  queries: readonly DuplicateReport[],
  search: (query: DuplicateReport) => readonly number[] | Promise<readonly number[]>,
): Promise<Quality & Cost> {
  const hits = { at1: 0, at5: 0, at10: 0 };
  const times: number[] = [];
  let reciprocal = 0;
  for (const query of queries) {
    const { found, ms } = await timed(() => search(query));
    times.push(ms);
    const rank = found.findIndex((i) => query.rel.includes(i)) + 1;
    if (rank === 0) continue;
    reciprocal += 1 / rank;
    if (rank === 1) hits.at1 += 1;
    if (rank <= 5) hits.at5 += 1;
    if (rank <= 10) hits.at10 += 1;
  }
  const percent = (count: number): number => (queries.length === 0 ? 0 : (100 * count) / queries.length);
  return {
    queries: queries.length,
    at1: percent(hits.at1),
    at5: percent(hits.at5),
    at10: percent(hits.at10),
    reciprocalRank: percent(reciprocal),
    ...percentiles(times),
  };
}

/** Best of some tries: on a shared machine the others measure the neighbours. A search that takes long is tried once. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ found: T; ms: number }> {
  const begin = performance.now();
  const found = await work();
  let ms = performance.now() - begin;
  for (let tries = 1; tries < TRIES && performance.now() - begin < TRIES_MS; tries += 1) {
    const start = performance.now();
    await work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { found, ms };
}

export function percentiles(times: readonly number[]): Cost {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
