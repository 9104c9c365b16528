/**
 * Trains the classifier from examples: natural counts for naive Bayes, and a logistic regression learns what the counts cannot see,
 * that words come together. Both are sums over features, so their weights are simply added. Alone, either was wrong about one message
 * in ten that nobody here had written; together about one in seventeen. The same examples always give the same weights.
 */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { type Classifier, classifierOf, lengthFactor, type Trained, WEIGHT_STEP } from './classifier.ts';

export type Example = {
  label: string;
  features: readonly string[];
  /** What is known for each label before the words are read; the regression learns only what this leaves open. */
  prior?: ReadonlyMap<string, number>;
};

/** Examples that a word, or a pair of words, needs to be worth counting; most occur once and teach nothing. */
const WORD_EXAMPLES_MIN = 2;
const PAIR_EXAMPLES_MIN = 3;
/** What natural adds to every count; taken off again, see `ratios`. */
const COUNTED_EXTRA = 1;
/**
 * Examples' worth of the whole collection that each label is mixed with. Without it a label with few examples wins every message with
 * rare words.
 */
const BACKGROUND_EXAMPLES = 30;
/** Every label counts as if it had this many, so that none wins or loses by the number of its examples. */
const LABEL_EXAMPLES = 20;
/** Share of natural's counts in the sum; chosen by cross-validation, like the constants of the regression. */
const COUNTS_SHARE = 0.5;
const EPOCHS = 6;
const RATE = 0.3;
const RATE_START = 0.01;
/** How far examples of rare labels are raised: 0 not at all, 1 all labels weigh the same. */
const BALANCE = 0.25;
/** Most labels are out of the question for most examples; learning that again costs most of the time. */
const ERROR_MIN = 0.0005;
const WEIGHT_STEPS_MAX = 127;
const BIAS_DIGITS = 3;

/** A classifier straight from examples. */
export const trainClassifier = (examples: readonly Example[]): Classifier => classifierOf(train(examples));

/** Trains on all examples; a feature counts once an example. */
export function train(examples: readonly Example[]): Trained {
  const table = featureTable(examples);
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const learnt = regression(examples, labels, table);
  const counted = ratios(examples, labels, table);
  const weights = Int8Array.from(learnt.weights, (weight, i) => {
    const steps = Math.round((weight + COUNTS_SHARE * (counted[i] ?? 0)) / WEIGHT_STEP);
    return Math.max(-WEIGHT_STEPS_MAX, Math.min(WEIGHT_STEPS_MAX, steps));
  });
  const biases = [...learnt.biases].map((bias) => Number(bias.toFixed(BIAS_DIGITS)));
  return { labels, biases, features: [...table.keys()], weights };
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

/** Logarithms of how much oftener a feature stands under a label than in the whole collection, from natural's counts. */
function ratios(examples: readonly Example[], labels: readonly string[], table: Map<string, number>): Float64Array {
  const bayes = new TableBayes(table);
  for (const { label, features } of examples) bayes.addDocument([...features], label);
  bayes.train();
  const { classFeatures, classTotals } = (bayes as unknown as { classifier: Counts }).classifier;
  const rows = new Float64Array(table.size * labels.length);
  const totals = labels.map((label) => (classTotals[label] ?? COUNTED_EXTRA) - COUNTED_EXTRA);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const seen = (label: string, feature: number): number =>
    Math.max(0, (classFeatures[label]?.[feature] ?? COUNTED_EXTRA) - COUNTED_EXTRA);
  for (let f = 0; f < table.size; f++) {
    const share = labels.reduce((sum, label) => sum + seen(label, f), 0) / all;
    labels.forEach((label, l) => {
      const own = seen(label, f) / Math.max(1, totals[l] ?? 1);
      const mixed = (own * LABEL_EXAMPLES + share * BACKGROUND_EXAMPLES) / (LABEL_EXAMPLES + BACKGROUND_EXAMPLES);
      rows[f * labels.length + l] = Math.log(mixed / share);
    });
  }
  return rows;
}

/** Multinomial logistic regression by stochastic gradients, each weight with a step of its own (AdaGrad). */
function regression(examples: readonly Example[], labels: readonly string[], table: Map<string, number>) {
  const size = labels.length;
  const weights = new Float64Array(table.size * size);
  const steps = new Float64Array(table.size * size).fill(RATE_START);
  const biases = new Float64Array(size);
  const biasSteps = new Float64Array(size).fill(RATE_START);
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rows = examples.map((example) => ({
    ...rowOf(example, labels, table),
    weight: (LABEL_EXAMPLES / (counts.get(example.label) ?? 1)) ** BALANCE,
  }));
  const scores = new Float64Array(size);
  for (const n of shuffled(rows.length, EPOCHS)) {
    const row = rows[n];
    if (!row) continue;
    const factor = lengthFactor(row.features.length);
    for (let l = 0; l < size; l++) scores[l] = 0;
    for (const f of row.features) for (let l = 0; l < size; l++) scores[l] = at(scores, l) + at(weights, f * size + l);
    for (let l = 0; l < size; l++) scores[l] = at(scores, l) * factor + at(biases, l) + at(row.prior, l);
    const wrong = toErrors(scores, row);
    for (const l of wrong) descend(biases, biasSteps, l, at(scores, l));
    for (const f of row.features) {
      for (const l of wrong) descend(weights, steps, f * size + l, at(scores, l) * factor);
    }
  }
  return { weights, biases };
}

const at = (list: Float64Array, i: number): number => list[i] ?? 0;

function descend(values: Float64Array, steps: Float64Array, i: number, gradient: number): void {
  const step = at(steps, i) + gradient * gradient;
  steps[i] = step;
  values[i] = at(values, i) - (RATE * gradient) / Math.sqrt(step);
}

type Row = { features: number[]; label: number; prior: Float64Array; weight: number };

function rowOf({ label, features, prior }: Example, labels: readonly string[], table: Map<string, number>) {
  return {
    features: [...new Set(features)].map((feature) => table.get(feature)).filter((f) => f !== undefined),
    label: labels.indexOf(label),
    prior: Float64Array.from(labels, (name) => prior?.get(name) ?? 0),
  };
}

/** Scores to probabilities, and those to what is wrong with each; returns the labels that are wrong enough to learn from. */
function toErrors(scores: Float64Array, { label, weight }: Row): number[] {
  const best = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let l = 0; l < scores.length; l++) {
    scores[l] = Math.exp(at(scores, l) - best);
    sum += at(scores, l);
  }
  const wrong: number[] = [];
  for (let l = 0; l < scores.length; l++) {
    const error = weight * (at(scores, l) / sum - (l === label ? 1 : 0));
    scores[l] = error;
    if (Math.abs(error) > ERROR_MIN) wrong.push(l);
  }
  return wrong;
}

/** Places of so many rows, every epoch in another order that is always the same. */
function* shuffled(count: number, epochs: number): Generator<number> {
  let state = 1;
  const order = Array.from({ length: count }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = count - 1; i > 0; i--) {
      // The constants of a linear congruential generator (Numerical Recipes).
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = state % (i + 1);
      const swapped = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = swapped;
    }
    yield* order;
  }
}
