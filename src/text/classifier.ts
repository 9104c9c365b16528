/**
 * A naive Bayes classifier, trained by natural. Two steps of natural are replaced, because its own cost a message tens of
 * milliseconds and fail on long ones: features are looked up in a table instead of searched in a list, and the score stays a sum of
 * logarithms (natural's product of probabilities becomes 0 from about a hundred words on).
 */
import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';

export type Example = { label: string; features: readonly string[] };
export type Classifier = {
  labels: readonly string[];
  /** Sum of log-ratios per label, higher is likelier, and how many features were known. */
  score(features: readonly string[]): { scores: Float64Array; known: number };
};

/** Examples that a word, or a pair of words, needs to be worth counting; most occur once and teach nothing. */
const WORD_EXAMPLES_MIN = 2;
const PAIR_EXAMPLES_MIN = 3;
/** What natural adds to every count; taken off again, see `logTable`. */
const COUNTED_EXTRA = 1;
/**
 * Examples' worth of the whole collection that each label is mixed with. Without it a label with few examples wins every message with
 * rare words. Chosen by cross-validation (test/triage/understand-calibrate.ts).
 */
const BACKGROUND_EXAMPLES = 30;
/** Every label counts as if it had this many, so that none wins or loses by the number of its examples. */
const LABEL_EXAMPLES = 20;

type Counts = { classFeatures: Record<string, Record<number, number>>; classTotals: Record<string, number> };

/** natural's classifier with a table of features; documents are lists of features already. */
class TableBayes extends BayesClassifier {
  readonly table: Map<string, number>;
  constructor(table: Map<string, number>) {
    super(undefined, COUNTED_EXTRA);
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
  const table = featureTable(examples);
  const bayes = new TableBayes(table);
  for (const { label, features } of examples) bayes.addDocument([...features], label);
  bayes.train();
  return logTable((bayes as unknown as { classifier: Counts }).classifier, table);
}

/** Places of the features worth counting. */
function featureTable(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of new Set(features)) counts.set(f, (counts.get(f) ?? 0) + 1);
  const table = new Map<string, number>();
  for (const [feature, count] of counts)
    if (count >= (feature.includes(' ') ? PAIR_EXAMPLES_MIN : WORD_EXAMPLES_MIN)) table.set(feature, table.size);
  return table;
}

/**
 * One row of log-probability ratios a feature (in the label against in the whole collection), so that a message costs one pass over its
 * features and an unknown or even word weighs nothing.
 */
function logTable(counts: Counts, table: Map<string, number>): Classifier {
  const labels = Object.keys(counts.classFeatures).sort();
  const rows = new Float64Array(table.size * labels.length);
  const totals = labels.map((label) => (counts.classTotals[label] ?? COUNTED_EXTRA) - COUNTED_EXTRA);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const seen = (label: string, feature: number): number =>
    Math.max(0, (counts.classFeatures[label]?.[feature] ?? COUNTED_EXTRA) - COUNTED_EXTRA);
  for (let f = 0; f < table.size; f++) {
    const share = labels.reduce((sum, label) => sum + seen(label, f), 0) / all;
    labels.forEach((label, l) => {
      const own = seen(label, f) / Math.max(1, totals[l] ?? 1);
      const mixed = (own * LABEL_EXAMPLES + share * BACKGROUND_EXAMPLES) / (LABEL_EXAMPLES + BACKGROUND_EXAMPLES);
      rows[f * labels.length + l] = Math.log(mixed / share);
    });
  }
  return {
    labels,
    score(features) {
      const scores = new Float64Array(labels.length);
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
