/** Ranks the documents of one repository: a base segment and a small delta count as one collection. */
import { type Averages, findTerm, hashTerm, IMPACT_UNIT, type Segment } from './segment.ts';
import type { FieldCounts } from './terms.ts';
import { CANDIDATES_MAX, POSTINGS_MIN, WEIGHTS, type Weights } from './weights.ts';

/** Day number of a document whose last activity is not known: it is neither favoured nor punished. */
export const DAY_UNKNOWN = -1;
/** Age that an unknown activity is taken for, in days. */
const UNKNOWN_AGE_DAYS = 365;

/** A segment with what changes without a rebuild. */
export type Part = {
  segment: Segment;
  /** Last activity as days since 1970, or DAY_UNKNOWN. */
  activity: Int32Array;
  /** 1 where the document was replaced or removed. */
  dead: Uint8Array;
};

export type Hit = {
  part: number;
  document: number;
  /** Text score relative to the best of this answer, less age. */
  score: number;
  /** Text score alone. */
  text: number;
};

export type SearchOptions = {
  /** Days since 1970. */
  today: number;
  limit?: number;
  weights?: Weights;
  background?: Background | undefined;
  /** Only documents with a smaller number; for evaluation in time order. */
  before?: number;
  /** Asked only of documents that would be among the best. */
  accepts?: (part: number, document: number) => boolean;
  /** How near a candidate is in meaning, -1 to 1; reorders the candidates that the words found. */
  near?: (part: number, document: number) => number;
};

type WeightedTerm = { hash1: number; hash2: number; weight: number };
type CountedTerm = WeightedTerm & { token: string; holding: number; rarity: number };

/** Documents that the rarity of words is counted on beside one's own; for trackers too small to tell which words are rare. */
export type Background = readonly Part[];

/** Terms of a query with the number of documents that hold them and their weights, also those that nobody holds. */
export function termsWithHolders(
  parts: readonly Part[],
  query: FieldCounts,
  { weights = WEIGHTS, background = [] }: { weights?: Weights; background?: Background | undefined } = {},
): CountedTerm[] {
  const averages = parts[0]?.segment.averages;
  if (!averages) return [];
  const documents = documentsOf(parts) + documentsOf(background);
  const { saturation } = weights.query;
  const scale = queryScale(query, averages, weights);
  const terms: CountedTerm[] = [];
  for (const [token, counts] of query.terms) {
    const [hash1, hash2] = hashTerm(token);
    const holding = holdersOf(parts, hash1, hash2);
    const rarity = idf(documents, holding + holdersOf(background, hash1, hash2));
    const inQuery = counts.title * scale.title + counts.prose * scale.prose + counts.code * scale.code;
    const saturated = ((saturation + 1) * inQuery) / (saturation + inQuery);
    terms.push({ token, hash1, hash2, holding, rarity, weight: saturated * rarity });
  }
  return terms;
}

export const documentsOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { segment }) => sum + segment.documents, 0);

function holdersOf(parts: readonly Part[], hash1: number, hash2: number): number {
  let holding = 0;
  for (const { segment } of parts) {
    const id = findTerm(segment, hash1, hash2);
    if (id >= 0) holding += (segment.offsets[id + 1] as number) - (segment.offsets[id] as number);
  }
  return holding;
}

/** The terms that a search uses, heaviest first, as far as the postings allow. */
function heaviest(terms: readonly CountedTerm[], documents: number, weights: Weights): CountedTerm[] {
  let left = Math.max(weights.postingsPerDocument * documents, POSTINGS_MIN);
  return terms
    .filter(({ holding }) => holding > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, weights.queryTermsMax)
    .filter(({ holding }) => {
      const isRead = left > 0;
      left -= holding;
      return isRead;
    });
}

/** Inverse document frequency, never negative. */
const idf = (documents: number, holding: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

const queryScale = (query: FieldCounts, averages: Averages, { query: of }: Weights): Averages => ({
  title: of.title,
  prose: of.prose / (1 - of.lengthPart + (of.lengthPart * query.prose) / averages.prose),
  code: of.code / (1 - of.lengthPart + (of.lengthPart * query.code) / averages.code),
});

/** ln(1 + days) for the ages that issues have; a search asks for one a document. */
const logs = Float32Array.from({ length: 20_000 }, (_, days) => Math.log(1 + days));

/** Reused between searches; a search is synchronous, so one buffer a size is enough. */
const buffers = new Map<number, Float32Array>();
function buffer(length: number): Float32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(length, 64)));
  let found = buffers.get(size);
  if (!found) {
    found = new Float32Array(size);
    buffers.set(size, found);
  }
  return found.subarray(0, length).fill(0);
}

/** The best documents, best first. */
export function searchParts(parts: readonly Part[], query: FieldCounts, options: SearchOptions): Hit[] {
  const starts: number[] = [];
  let total = 0;
  for (const { segment } of parts) {
    starts.push(total);
    total += segment.documents;
  }
  const weights = options.weights ?? WEIGHTS;
  const terms = heaviest(termsWithHolders(parts, query, { weights, background: options.background }), total, weights);
  const scores = buffer(total);
  let best = 0;
  for (const [p, { segment }] of parts.entries()) {
    const of = scores.subarray(starts[p] as number, (starts[p] as number) + segment.documents);
    for (const term of terms) addPostings(segment, term, options.before ?? Infinity, of);
  }
  for (const [p, part] of parts.entries()) {
    const start = starts[p] as number;
    const { dead } = part;
    for (let d = 0; d < part.segment.documents; d += 1) {
      const score = scores[start + d] as number;
      if (dead[d] === 1) scores[start + d] = 0;
      else if (score > best) best = score;
    }
  }
  if (best === 0) return [];
  const limit = options.limit ?? CANDIDATES_MAX;
  const top = new TopHits(options.near ? Math.max(limit, CANDIDATES_MAX) : limit);
  const { recency } = weights;
  for (const [p, part] of parts.entries()) {
    const start = starts[p] as number;
    for (let d = 0; d < part.segment.documents; d += 1) {
      const text = scores[start + d] as number;
      if (text === 0) continue;
      const score = text / best - recency * logAge(part.activity[d] as number, options.today);
      if (score <= top.floor || options.accepts?.(p, d) === false) continue;
      top.offer({ part: p, document: d, score, text });
    }
  }
  const found = top.sorted();
  return options.near ? reordered(found, parts, options, best).slice(0, limit) : found;
}

function reordered(found: readonly Hit[], parts: readonly Part[], options: SearchOptions, best: number): Hit[] {
  const { model } = options.weights ?? WEIGHTS;
  return found
    .map((hit) => {
      const age = logAge((parts[hit.part] as Part).activity[hit.document] as number, options.today);
      const near = options.near?.(hit.part, hit.document) ?? 0;
      return { ...hit, score: hit.text / best + model.weight * near - model.recency * age };
    })
    .sort((a, b) => b.score - a.score);
}

function logAge(day: number, today: number): number {
  const days = day === DAY_UNKNOWN ? UNKNOWN_AGE_DAYS : Math.max(0, today - day);
  return logs[days] ?? Math.log(1 + days);
}

function addPostings(segment: Segment, term: WeightedTerm, before: number, scores: Float32Array): void {
  const id = findTerm(segment, term.hash1, term.hash2);
  if (id < 0) return;
  const { postings, impacts } = segment;
  const weight = term.weight * IMPACT_UNIT;
  const end = segment.offsets[id + 1] as number;
  for (let i = segment.offsets[id] as number; i < end; i += 1) {
    const document = postings[i] as number;
    if (document >= before) break;
    scores[document] = (scores[document] as number) + weight * (impacts[i] as number);
  }
}

/** Keeps the best n in a binary heap with the worst on top. */
class TopHits {
  #heap: Hit[] = [];
  #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** Score that a hit must beat. */
  floor = -Infinity;

  offer(hit: Hit): void {
    const heap = this.#heap;
    if (heap.length < this.#max) {
      heap.push(hit);
      this.#up(heap.length - 1);
    } else if (hit.score > (heap[0] as Hit).score) {
      heap[0] = hit;
      this.#down();
    }
    if (heap.length === this.#max) this.floor = (heap[0] as Hit).score;
  }

  sorted(): Hit[] {
    return this.#heap.sort((a, b) => b.score - a.score || a.part - b.part || a.document - b.document);
  }

  #up(at: number): void {
    const heap = this.#heap;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] as Hit).score <= (heap[at] as Hit).score) return;
      [heap[parent], heap[at]] = [heap[at] as Hit, heap[parent] as Hit];
      at = parent;
    }
  }

  #down(): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) return;
      if (child + 1 < heap.length && (heap[child + 1] as Hit).score < (heap[child] as Hit).score) child += 1;
      if ((heap[at] as Hit).score <= (heap[child] as Hit).score) return;
      [heap[at], heap[child]] = [heap[child] as Hit, heap[at] as Hit];
      at = child;
    }
  }
}
