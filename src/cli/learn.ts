/**
 * `node src/run.js learn FOLDER` learns the threshold of the similar tier from the development queries, and prints the weights
 * with cross-validated figures. Positives are the search queries and, against an index without them, our own other words for
 * the shipped issues. Negatives are queries without an answer and messages about other people's products and how-to questions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { queryOf } from '../issues/query.ts';
import { IssueIndex } from '../issues/search.ts';
import { shippedIssues } from '../issues/shipped.ts';
import { CONFIDENCE_MIN, confidence, SIGNALS, type Signals } from '../issues/threshold.ts';
import { rankingGains } from './learn-ranking.ts';
import { command, UsageError } from './print.ts';

const USAGE = `
node src/run.js learn FOLDER              threshold of the similar tier, from search_dev.jsonl and triage_dev.jsonl
node src/run.js learn FOLDER --ranking    what each constant of the ranking is worth, on the first halves of retrieval/*.jsonl.gz
`;

/** Gradient steps and their size; the sample is small and the model convex, so more changes nothing. */
const STEPS = 1_500;
const STEP_SIZE = 0.3;
/** The best hit of each query depends on the weights, so fitting and choosing alternate. */
const ROUNDS = 6;
const DECAY = 0.004;
const FOLDS = 10;
const RANK_MAX = 5;

type Weights = Record<keyof Signals | 'bias', number>;
type Sample = { source: string; answerable: boolean; weight: number; hits: Signals[] };

/** Questions with and without an answer that were written to learn from. */
const OWN_ROWS = join(import.meta.dirname, '../../test/issues/development/search_own.jsonl');

/** Our own paraphrases are many and easy, so one counts less than a query. */
const SOURCE_WEIGHT: Record<string, number> = {
  easy: 1,
  hard: 1,
  own: 0.5,
  no_match: 1,
  off_topic: 0.5,
  said: 0.15,
};

const SearchRow = z.object({
  query: z.string(),
  relevant: z.array(z.union([z.number(), z.string()])),
  difficulty: z.string(),
});
const TriageRow = z.object({
  text: z.string(),
  expect: z.object({ scope: z.string(), component: z.union([z.string(), z.array(z.string())]).optional() }),
});
const OFF_TOPIC = new Set([
  'third_party_oss',
  'third_party_closed',
  'k8s_howto',
  'upstream_feature',
  'other_product',
  'docs_feature',
]);

const rows = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));

function samples(folder: string): Sample[] {
  const shipped = shippedIssues();
  const whole = IssueIndex.build(shipped, { today: '2026-11-20', confidenceMin: 0 });
  const bare = IssueIndex.build(
    shipped.map((issue) => ({ ...issue, said: [] })),
    { today: '2026-11-20', confidenceMin: 0 },
  );
  const found: Sample[] = [];
  const take = (index: IssueIndex, text: string, source: string, right: (id: number | string) => boolean): void => {
    const { exact, hits } = index.explain({ ...queryOf(text) });
    const answerable = hits.slice(0, RANK_MAX).some(({ number }) => right(number));
    // An error that stands in the text needs no threshold, and an answer that is not among the first teaches the wrong thing.
    const isNegative = source === 'no_match' || source === 'off_topic';
    if (exact > 0 || hits.length === 0 || (!isNegative && !answerable)) return;
    found.push({
      source,
      answerable: !isNegative,
      weight: SOURCE_WEIGHT[source] ?? 1,
      hits: hits.flatMap(({ signals }) => signals ?? []),
    });
  };
  for (const file of [join(folder, 'search_dev.jsonl'), OWN_ROWS]) {
    for (const { query, relevant, difficulty } of rows(file, SearchRow)) {
      take(whole, query, difficulty, (id) => relevant.includes(id));
    }
  }
  for (const { text, expect } of rows(join(folder, 'triage_dev.jsonl'), TriageRow)) {
    const components = [expect.component ?? []].flat();
    if (expect.scope !== 'in_scope' && components.every((of) => OFF_TOPIC.has(of)))
      take(whole, text, 'off_topic', () => false);
  }
  for (const issue of shipped) {
    if (issue.kind === 'announcement') continue;
    for (const text of issue.said ?? []) {
      take(bare, text, 'said', (id) => id === issue.number || issue.related.includes(Number(id)));
    }
  }
  return found;
}

const best = (sample: Sample, weights: Weights): Signals =>
  sample.hits.reduce((a, b) => (confidence(b, weights) > confidence(a, weights) ? b : a));

function learnFrom(from: readonly Sample[]): Weights {
  const weights = { bias: 0, ...Object.fromEntries(SIGNALS.map((name) => [name, 0])) } as Weights;
  weights.text = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const chosen = from.map((sample) => ({ sample, signals: best(sample, weights) }));
    const total = from.reduce((sum, { weight }) => sum + weight, 0);
    for (let step = 0; step < STEPS; step += 1) {
      const slope = { bias: 0, ...Object.fromEntries(SIGNALS.map((name) => [name, 0])) } as Weights;
      for (const { sample, signals } of chosen) {
        const miss = sample.weight * (Number(sample.answerable) - confidence(signals, weights));
        slope.bias += miss;
        for (const name of SIGNALS) slope[name] += miss * signals[name];
      }
      weights.bias += (STEP_SIZE * slope.bias) / total;
      for (const name of SIGNALS) weights[name] += STEP_SIZE * (slope[name] / total - DECAY * weights[name]);
    }
  }
  return weights;
}

export const main = (args: string[]): Promise<number> =>
  command(USAGE, args, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ranking: { type: 'boolean' } },
    });
    const [folder] = positionals;
    if (folder === undefined) throw new UsageError('Name the folder of the evaluation sets.');
    console.log(values.ranking ? await rankingGains(folder) : learnedThreshold(folder));
    return 0;
  });

function learnedThreshold(folder: string): string {
  const all = samples(folder);
  // The fold of a sample does not depend on its neighbours in the file.
  const fold = (i: number): number => (i * 7919) % FOLDS;
  const scored = Array.from({ length: FOLDS }, (_, f) => {
    const weights = learnFrom(all.filter((_sample, i) => fold(i) !== f));
    return all
      .filter((_sample, i) => fold(i) === f)
      .map((sample) => ({ sample, score: confidence(best(sample, weights), weights) }));
  }).flat();
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(2)) : value;
  const lines = [0.4, 0.5, CONFIDENCE_MIN, 0.7].map((threshold) => {
    const parts = Object.keys(SOURCE_WEIGHT).map((source) => {
      const of = scored.filter(({ sample }) => sample.source === source);
      return `${source} ${of.filter(({ score }) => score >= threshold).length}/${of.length}`;
    });
    return `  from ${threshold}: ${parts.join(', ')}`;
  });
  return [
    `weights ${JSON.stringify(learnFrom(all), rounded)}`,
    `Cross-validated in ${FOLDS} folds, share that is linked:`,
    ...lines,
  ].join('\n');
}
