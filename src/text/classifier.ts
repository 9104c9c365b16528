/**
 * A naive Bayes classifier, trained by natural. Two steps of natural are replaced, because its own cost a message tens of
 * milliseconds and fail on long ones: features are looked up in a table instead of searched in a list, and the score stays a sum of
 * logarithms (natural's product of probabilities becomes 0 from about a hundred words on).
 */
import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';

export type Example = { label: string; features: readonly string[] };
export type Classifier = {
  labels: readonly string[];
  /** Mean log-likelihood per feature and label; higher is likelier. Unknown features do not count. */
  score(features: readonly string[]): { scores: Float64Array; known: number };
};

/** Weight of a feature that a label never had; small, because labels have different numbers of examples. */
const SMOOTHING = 0.12;

type Counts = { classFeatures: Record<string, Record<number, number>>; classTotals: Record<string, number> };

/** natural's classifier with a table of features; documents are lists of features already. */
class TableBayes extends BayesClassifier {
  readonly table: Map<string, number>;
  constructor(table: Map<string, number>) {
    super(undefined, SMOOTHING);
    this.table = table;
  }
  override textToFeatures(observation: string[]): number[] {
    const dense = new Array<number>(this.table.size).fill(0);
    for (const feature of observation) {
      const index = this.table.get(feature);
      if (index !== undefined) dense[index] = 1;
    }
    return dense;
  }
}

/** Trains on all examples; a feature counts once an example. */
export function trainClassifier(examples: readonly Example[]): Classifier {
  const table = new Map<string, number>();
  for (const { features } of examples) for (const f of features) if (!table.has(f)) table.set(f, table.size);
  const bayes = new TableBayes(table);
  for (const { label, features } of examples) bayes.addDocument([...features], label);
  bayes.train();
  return logTable((bayes as unknown as { classifier: Counts }).classifier, table);
}

/** One row of log-probabilities a feature, so that a message costs one pass over its features. */
function logTable(counts: Counts, table: Map<string, number>): Classifier {
  const labels = Object.keys(counts.classFeatures).sort();
  const rows = new Float64Array(table.size * labels.length);
  const priors = new Float64Array(labels.length);
  const all = labels.reduce((sum, label) => sum + (counts.classTotals[label] ?? 0), 0);
  labels.forEach((label, l) => {
    const total = counts.classTotals[label] ?? 1;
    priors[l] = Math.log(total / all);
    const seen = counts.classFeatures[label] ?? {};
    for (let f = 0; f < table.size; f++) rows[f * labels.length + l] = Math.log((seen[f] ?? SMOOTHING) / total);
  });
  return {
    labels,
    score(features) {
      const scores = Float64Array.from(priors);
      let known = 0;
      for (const feature of new Set(features)) {
        const f = table.get(feature);
        if (f === undefined) continue;
        known++;
        for (let l = 0; l < labels.length; l++) scores[l] = (scores[l] ?? 0) + (rows[f * labels.length + l] ?? 0);
      }
      return { scores, known };
    },
  };
}
