/** Corpora of any size for measuring: real duplicate reports as far as they go, then reports with some of their words exchanged. */
import { shippedIssues } from '../../issues/shipped.ts';
import { type DuplicateReport, readDuplicates, retrievalFiles, spread, testQueries } from './duplicates.ts';

/** Share of words that a made-up report has from elsewhere. */
const EXCHANGED = 0.15;
const BODY_LENGTH_MAX = 3_000;
/** Reports that lend words. */
const LENDERS = 3_000;
/** Without public sets: made-up reports to begin with, and the share of them that repeat an earlier one. */
const SEED_REPORTS = 2_000;
const FIRST_DAY = 18_000;

export type Corpus = { reports: DuplicateReport[]; queries: DuplicateReport[]; real: number };

/** Same numbers every time: a bench is compared with yesterday's. */
export function chance(seed = 42): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `size` reports in time order, holding `count` queries and the reports that they repeat. */
export async function corpusOf(folder: string | undefined, size: number, count: number): Promise<Corpus> {
  const real = folder === undefined ? [] : await realReports(folder);
  const all = real.length > 0 ? real : seedReports();
  const later = testQueries({ name: 'all', reports: all });
  // Queries with few twins leave room in a small corpus.
  const queries = spread(
    later.filter(({ rel }) => rel.length <= 3),
    Math.min(count, Math.floor(size / 5)),
  );
  const needed = new Set(queries.flatMap(({ i, rel }) => [i, ...rel]));
  const others = spread(
    all.filter(({ i }) => !needed.has(i)),
    Math.max(0, size - needed.size),
  );
  const chosen = [...all.filter(({ i }) => needed.has(i)), ...others];
  const made = madeUp(all, Math.max(0, size - chosen.length));
  return renumbered([...chosen, ...made], new Set(queries.map(({ i }) => i)), chosen.length);
}

async function realReports(folder: string): Promise<DuplicateReport[]> {
  const all: DuplicateReport[] = [];
  for (const file of retrievalFiles(folder)) {
    const { reports } = await readDuplicates(file);
    const from = all.length;
    for (const report of reports) all.push({ ...report, i: report.i + from, rel: report.rel.map((i) => i + from) });
  }
  return all;
}

/** In order of time, numbered from 0; reports that are not here are dropped from `rel`. */
function renumbered(reports: DuplicateReport[], queryNumbers: ReadonlySet<number>, real: number): Corpus {
  const sorted = reports.sort((a, b) => a.day - b.day || a.i - b.i);
  const place = new Map(sorted.map(({ i }, at) => [i, at]));
  const out = sorted.map((report, at) => ({
    ...report,
    i: at,
    rel: report.rel.flatMap((i) => place.get(i) ?? []).filter((i) => i < at),
  }));
  const queries = out
    .filter((_report, at) => queryNumbers.has((sorted[at] as DuplicateReport).i))
    .filter(({ rel }) => rel.length > 0);
  return { reports: out, queries, real };
}

function madeUp(all: readonly DuplicateReport[], count: number): DuplicateReport[] {
  const random = chance();
  const words = spread(all, LENDERS)
    .flatMap(({ body }) => body.split(/\s+/).slice(0, 20))
    .filter((word) => word.length > 3);
  const change = (text: string): string =>
    text.replace(/\S+/g, (word) =>
      random() < EXCHANGED ? (words[Math.floor(random() * words.length)] ?? word) : word,
    );
  return Array.from({ length: count }, (_, at) => {
    const of = all[Math.floor(random() * all.length)] as DuplicateReport;
    return {
      i: all.length + at,
      title: change(of.title),
      body: change(of.body.slice(0, BODY_LENGTH_MAX)),
      day: of.day,
      rel: [],
    };
  });
}

/** Where no public set is at hand: the shipped issues told again in their other words. */
function seedReports(): DuplicateReport[] {
  const random = chance(7);
  const shipped = shippedIssues();
  const byIssue = new Map<number | string, number>();
  return Array.from({ length: SEED_REPORTS }, (_, i) => {
    const issue = shipped[Math.floor(random() * shipped.length)] as (typeof shipped)[number];
    const told = [issue.title, ...(issue.said ?? [])];
    const first = byIssue.get(issue.number);
    if (first === undefined) byIssue.set(issue.number, i);
    return {
      i,
      title: told[Math.floor(random() * told.length)] as string,
      body: `${issue.body}\n${issue.marks?.join('\n') ?? ''}`,
      day: FIRST_DAY + i,
      rel: first === undefined ? [] : [first],
    };
  });
}
