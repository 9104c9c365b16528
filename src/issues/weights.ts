/**
 * Constants of the ranking. Each was learned on public duplicate reports (go, titanium, jquery, first halves in time order) and
 * checked on halves and trackers that learning did not see; README.md in this folder says what each one gains.
 */

/** How much a word in a field of the issue counts, and how much the field's length is held against it (0 not at all, 1 fully). */
export const DOCUMENT = {
  title: { weight: 3, lengthPart: 0.6 },
  prose: { weight: 1, lengthPart: 0.7 },
  code: { weight: 0.5, lengthPart: 0.7 },
} as const;

/** Repetition pays less and less: tf / (SATURATION + tf). */
export const SATURATION = 2.2;

/** How much a word in a field of the query counts. A summary is worth five times the prose and ten times pasted output. */
export const QUERY = { title: 1, prose: 0.2, code: 0.1, lengthPart: 0.5, saturation: 4 } as const;

/** Rare words count more than in plain BM25. */
export const IDF_POWER = 1.25;

/** A query keeps its heaviest terms; more cost time and find nothing. */
export const QUERY_TERMS_MAX = 128;

/**
 * A query reads at most so many postings for each document of the collection, its heaviest terms first. What is left out are
 * words that stand everywhere: on the development halves the answers get a little better without them, and three times as fast.
 */
export const POSTINGS_PER_DOCUMENT_MAX = 2;
/** A small collection is read whole. */
export const POSTINGS_MIN = 50_000;

/** Loss by age: share of the best text score for each e-fold of days since the last activity. */
export const RECENCY = 0.08;

/** Candidates that a model may reorder. */
export const CANDIDATES_MAX = 300;

/** With a model: what a cosine of 1 is worth beside the best text score, and the loss by age that goes with it. */
export const MODEL = { weight: 1.5, recency: 0.1 } as const;
