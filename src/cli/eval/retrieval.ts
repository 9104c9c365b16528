/**
 * The ranking alone, on duplicate reports of public trackers: for each report that repeats an earlier one, is an earlier one
 * among the first? SQLite FTS5, the best engine one could take ready made, runs on a spread sample of the same queries, because
 * it needs a hundred times as long. Where the optional model is installed, its rows are added; it reads the reports of a set once.
 */
import { cosine } from '../../issues/embedder.ts';
import { loadMiniLm } from '../../issues/minilm.ts';
import { modelText, VectorFile } from '../../issues/vectors.ts';
import {
  type DuplicateReport,
  measureQueries,
  type Quality,
  readDuplicates,
  retrievalFiles,
  spread,
  testQueries,
} from '../bench/duplicates.ts';
import { fts5, ours } from '../bench/engines.ts';
import { table } from './figures.ts';

/** Queries of a set that the slow engine runs. */
const SAMPLE = 120;
const READ_AT_ONCE = 512;
/** Vectors of public reports are kept between runs. */
const VECTORS = 'data/eval.vectors';

export type RetrievalFigures = Record<string, Record<string, Quality & { p95Ms: number }>>;

/** Every `retrieval/*.jsonl[.gz]` of the folder; measured on the second half of its queries in time order. */
export async function evalRetrieval(folder: string): Promise<{ figures: RetrievalFigures; text: string }> {
  const figures: RetrievalFigures = {};
  const { embedder: model } = await loadMiniLm();
  for (const file of retrievalFiles(folder)) {
    const set = await readDuplicates(file);
    const queries = testQueries(set);
    const sample = spread(queries, SAMPLE);
    const mine = ours().make(set.reports);
    const theirs = fts5.make(set.reports);
    const of: RetrievalFigures[string] = { ours: await measureQueries(queries, (query) => mine.search(query)) };
    of['ours, sample'] = await measureQueries(sample, (query) => mine.search(query));
    if (model) {
      const near = await readSet(set.reports, new VectorFile(model, VECTORS));
      const reordered = ours('ours with the model', { near }).make(set.reports);
      of[reordered.name] = await measureQueries(queries, (query) => reordered.search(query));
      of[`${reordered.name}, sample`] = await measureQueries(sample, (query) => reordered.search(query));
    }
    of[`${theirs.name}, sample`] = await measureQueries(sample, (query) => theirs.search(query));
    theirs.close?.();
    figures[set.name] = of;
  }
  return { figures, text: printed(figures) };
}

/** Cosines of a query with the earlier reports; both are reports of the set, so each is read once. */
async function readSet(
  reports: readonly DuplicateReport[],
  vectors: VectorFile,
): Promise<(query: number, document: number) => number> {
  const all: Int8Array[] = [];
  for (let from = 0; from < reports.length; from += READ_AT_ONCE) {
    all.push(
      ...(await vectors.of(reports.slice(from, from + READ_AT_ONCE).map(({ title, body }) => modelText(title, body)))),
    );
  }
  return (query, document) => cosine(all[query] as Int8Array, all[document] as Int8Array, 0);
}

function printed(figures: RetrievalFigures): string {
  const rows = Object.entries(figures).flatMap(([set, engines]) =>
    Object.entries(engines).map(([name, of]) => [
      set,
      name,
      String(of.queries),
      ...[of.at1, of.at5, of.at10, of.reciprocalRank].map((value) => value.toFixed(1)),
      of.p95Ms.toFixed(1),
    ]),
  );
  if (rows.length === 0) return 'No retrieval/*.jsonl in this folder.';
  return table(['set', 'engine', 'queries', 'R@1', 'R@5', 'R@10', 'MRR', 'p95 ms'], rows);
}
