/**
 * Constants of the ranking. Each was learned on public duplicate reports (go, titanium, jquery; the first half of their queries
 * in time order) and checked on the other halves. `node src/run.js learn FOLDER --ranking` measures what each one is worth;
 * README.md in this folder has the table.
 */

type Field = { weight: number; lengthPart: number };

export type Weights = {
  /** How much a word in a field of the issue counts, and how much the field's length is held against it (0 not at all, 1 fully). */
  document: { title: Field; prose: Field; code: Field };
  /** Repetition pays less and less: tf / (saturation + tf). */
  saturation: number;
  /** How much a word in a field of the query counts. A summary is worth five times the prose and ten times pasted output. */
  query: { title: number; prose: number; code: number; lengthPart: number; saturation: number };
  /** Rare words count more than in plain BM25. */
  /** A query keeps its heaviest terms; more cost time and find nothing. */
  queryTermsMax: number;
  /**
   * A query reads at most so many postings for each document of the collection, its heaviest terms first. What is left out are
   * words that stand everywhere: the answers get a little better without them, and three times as fast.
   */
  postingsPerDocument: number;
  /** Loss by age: share of the best text score for each e-fold of days since the last activity. */
  recency: number;
  /** With a model: what a cosine of 1 is worth beside the best text score, and the loss by age that goes with it. */
  model: { weight: number; recency: number };
};

export const WEIGHTS: Weights = {
  document: {
    title: { weight: 3, lengthPart: 0.6 },
    prose: { weight: 1, lengthPart: 0.7 },
    code: { weight: 0.5, lengthPart: 0.7 },
  },
  saturation: 2.2,
  query: { title: 1, prose: 0.2, code: 0.1, lengthPart: 0.5, saturation: 4 },
  queryTermsMax: 128,
  postingsPerDocument: 2,
  recency: 0.08,
  model: { weight: 1.5, recency: 0.1 },
};

/** A small collection is read whole. */
export const POSTINGS_MIN = 50_000;

/** Candidates that a model may reorder. */
export const CANDIDATES_MAX = 300;
