/**
 * A linear classifier over features of a text: one row of small whole numbers a feature, one column a label. A message costs one pass
 * over its features. Training is in train-classifier.ts; what it makes can be kept as JSON and read back without training.
 */

export type Classifier = {
  labels: readonly string[];
  /** A score per label, higher is likelier, and how many features were known. */
  score(features: readonly string[]): { scores: Float64Array; known: number };
};

/** What training makes. */
export type Trained = {
  labels: readonly string[];
  /** What each label scores before anything is read. */
  biases: readonly number[];
  features: readonly string[];
  /** Weights in steps of WEIGHT_STEP, feature by feature, label by label. */
  weights: Int8Array;
};

/** Trained, as JSON. */
export type KeptClassifier = Omit<Trained, 'weights'> & { weights: string };

/** A weight fills a byte: 127 steps either way. */
export const WEIGHT_STEP = 0.05;
/** Damps long texts, whose many features are not independent of each other. */
const LENGTH_POWER = 0.4;

/** What a sum of weights is multiplied with where so many features are known. */
export const lengthFactor = (known: number): number => 1 / Math.max(1, known) ** LENGTH_POWER;

export function classifierOf({ labels, biases, features, weights }: Trained): Classifier {
  const table = new Map(features.map((feature, f) => [feature, f]));
  const width = labels.length;
  return {
    labels,
    score(found) {
      const sums = new Int32Array(width);
      let known = 0;
      for (const feature of new Set(found)) {
        const f = table.get(feature);
        if (f === undefined) continue;
        known++;
        const row = f * width;
        for (let l = 0; l < width; l++) sums[l] = (sums[l] as number) + (weights[row + l] as number);
      }
      const factor = WEIGHT_STEP * lengthFactor(known);
      return { scores: Float64Array.from(sums, (sum, l) => sum * factor + (biases[l] ?? 0)), known };
    },
  };
}

export const keptClassifier = ({ weights, ...rest }: Trained): KeptClassifier => ({
  ...rest,
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64'),
});

export function readKept({ weights, ...rest }: KeptClassifier): Trained {
  const bytes = Buffer.from(weights, 'base64');
  return { ...rest, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
