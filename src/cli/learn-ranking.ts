/** What each constant of the ranking is worth: the figure with it, and with its neighbours, on the first halves of the sets. */
import { DAY_UNKNOWN, type Part, searchParts } from '../issues/lexical.ts';
import { SegmentBuilder } from '../issues/segment.ts';
import { countFields, type FieldCounts } from '../issues/terms.ts';
import { WEIGHTS, type Weights } from '../issues/weights.ts';
import { type DuplicateReport, measureQueries, readDuplicates, retrievalFiles } from './bench/duplicates.ts';
import { table } from './eval/figures.ts';

/** Smaller sets decide nothing by themselves. */
const QUERIES_MIN = 200;

type Variant = [name: string, change: Partial<Weights>];
type Prepared = { reports: DuplicateReport[]; counts: FieldCounts[]; queries: DuplicateReport[] };

const document = (field: keyof Weights['document'], change: object): Partial<Weights> => ({
  document: { ...WEIGHTS.document, [field]: { ...WEIGHTS.document[field], ...change } },
});
const query = (change: Partial<Weights['query']>): Partial<Weights> => ({ query: { ...WEIGHTS.query, ...change } });

const VARIANTS: Variant[] = [
  ['as it is', {}],
  ['no loss by age', { recency: 0 }],
  ['recency 0.06', { recency: 0.06 }],
  ['recency 0.1', { recency: 0.1 }],
  ['query fields alike', query({ title: 1, prose: 1, code: 1 })],
  ['query prose 0.3', query({ prose: 0.3 })],
  ['query prose 0.15', query({ prose: 0.15 })],
  ['query output 0.05', query({ code: 0.05 })],
  ['query output 0.2', query({ code: 0.2 })],
  ['issue title 1', document('title', { weight: 1 })],
  ['issue title 2', document('title', { weight: 2 })],
  ['issue title 4', document('title', { weight: 4 })],
  ['issue output 1', document('code', { weight: 1 })],
  ['issue output 0.3', document('code', { weight: 0.3 })],
  [
    'issue length ignored',
    { document: { ...zeroLength('title'), ...zeroLength('prose'), ...zeroLength('code') } as Weights['document'] },
  ],
  ['saturation 1.2', { saturation: 1.2 }],
  ['saturation 3', { saturation: 3 }],
  ['64 terms', { queryTermsMax: 64 }],
  ['1 posting a document', { postingsPerDocument: 1 }],
  ['3 postings a document', { postingsPerDocument: 3 }],
  ['all postings', { postingsPerDocument: Number.POSITIVE_INFINITY }],
];

function zeroLength(field: keyof Weights['document']): Partial<Weights['document']> {
  return { [field]: { ...WEIGHTS.document[field], lengthPart: 0 } };
}

/** A table of mean recall and reciprocal rank over the sets; the last column is what the variant would gain. */
export async function rankingGains(folder: string): Promise<string> {
  const sets: Prepared[] = [];
  for (const file of retrievalFiles(folder)) {
    const { reports } = await readDuplicates(file);
    const all = reports.filter(({ rel }) => rel.length > 0);
    if (all.length < QUERIES_MIN) continue;
    const counts = reports.map(({ title, body }) => countFields({ title, body }));
    sets.push({ reports, counts, queries: all.slice(0, Math.floor(all.length / 2)) });
  }
  const rows: { name: string; figures: number[]; aim: number }[] = [];
  for (const [name, change] of VARIANTS) {
    const figures = await meanOver(sets, { ...WEIGHTS, ...change });
    rows.push({ name, figures, aim: figures.slice(1).reduce((sum, value) => sum + value, 0) / 3 });
  }
  const [asItIs] = rows;
  return table(
    ['variant', 'R@1', 'R@5', 'R@10', 'MRR', 'mean of the last three, against as it is'],
    rows.map(({ name, figures, aim }) => [
      name,
      ...figures.map((value) => value.toFixed(1)),
      `${aim >= (asItIs?.aim ?? 0) ? '+' : ''}${(aim - (asItIs?.aim ?? 0)).toFixed(2)}`,
    ]),
  );
}

async function meanOver(sets: readonly Prepared[], weights: Weights): Promise<number[]> {
  const sums = [0, 0, 0, 0];
  for (const { reports, counts, queries } of sets) {
    const builder = new SegmentBuilder(weights);
    for (const of of counts) builder.add(of);
    const part: Part = {
      segment: builder.build(),
      activity: Int32Array.from(reports, ({ day }) => (Number.isFinite(day) ? day : DAY_UNKNOWN)),
      dead: new Uint8Array(reports.length),
    };
    const quality = await measureQueries(queries, ({ i, day }) =>
      searchParts([part], counts[i] as FieldCounts, { today: day, before: i, limit: 100, weights }).map(
        (hit) => hit.document,
      ),
    );
    for (const [at, value] of [quality.at1, quality.at5, quality.at10, quality.reciprocalRank].entries()) {
      sums[at] = (sums[at] as number) + value / sets.length;
    }
  }
  return sums;
}
