/**
 * An immutable full-text index over typed arrays: for each term the documents that hold it and, as one byte, what the term adds
 * to their score. Everything that does not depend on the query (field weights, lengths, saturation) is in that byte, so a search
 * is one multiplication and one addition a posting. Terms are found by a 64-bit hash; no string is kept.
 */
import type { FieldCounts } from './terms.ts';
import { WEIGHTS, type Weights } from './weights.ts';

const IMPACT_MAX = 255;
const COUNT_MAX = 255;
/** Hash table slots a term; more is faster and larger. */
const SLOTS_PER_TERM = 1.7;

export type Averages = { title: number; prose: number; code: number };

export type Segment = {
  documents: number;
  averages: Averages;
  /** Open-addressing table: two hashes and the term's number + 1; 0 is an empty slot. */
  hash1: Uint32Array;
  hash2: Uint32Array;
  slot: Uint32Array;
  /** Postings of term t are offsets[t] … offsets[t + 1]. */
  offsets: Uint32Array;
  /** Document numbers, ascending within a term. */
  postings: Uint32Array;
  impacts: Uint8Array;
};

/** FNV-1a and a second, independent mix, so that two terms practically never share both. */
export function hashTerm(term: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < term.length; i += 1) {
    const c = term.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 15;
  a = Math.imul(a, 0x2c1b3c6d);
  a ^= a >>> 12;
  return [a >>> 0, b >>> 0];
}

/** Number of a term in a segment, or -1. */
export function findTerm(segment: Segment, hash1: number, hash2: number): number {
  const size = segment.slot.length;
  let at = hash1 % size;
  for (;;) {
    const slot = segment.slot[at] as number;
    if (slot === 0) return -1;
    if (segment.hash1[at] === hash1 && segment.hash2[at] === hash2) return slot - 1;
    at = at + 1 === size ? 0 : at + 1;
  }
}

/** Whether a document is among a term's postings. */
export function holds(segment: Segment, hash1: number, hash2: number, document: number): boolean {
  const id = findTerm(segment, hash1, hash2);
  if (id < 0) return false;
  let low = segment.offsets[id] as number;
  let high = (segment.offsets[id + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = segment.postings[middle] as number;
    if (found === document) return true;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Growing array of unsigned 32-bit numbers. */
class Numbers {
  values = new Uint32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const more = new Uint32Array(this.values.length * 2);
      more.set(this.values);
      this.values = more;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** Takes documents in the order of their numbers, then makes the segment. */
export class SegmentBuilder {
  #weights: Weights;
  #terms = new Map<string, number>();
  #term = new Numbers();
  /** Counts of title, prose and code in one number, eight bits each. */
  #counts = new Numbers();
  /** First entry of each document. */
  #starts = new Numbers();
  #lengths: Record<keyof Averages, Numbers> = { title: new Numbers(), prose: new Numbers(), code: new Numbers() };

  constructor(weights: Weights = WEIGHTS) {
    this.#weights = weights;
  }

  get documents(): number {
    return this.#starts.length;
  }

  add(fields: FieldCounts): void {
    this.#starts.push(this.#term.length);
    this.#lengths.title.push(fields.title);
    this.#lengths.prose.push(fields.prose);
    this.#lengths.code.push(fields.code);
    for (const [term, counts] of fields.terms) {
      let id = this.#terms.get(term);
      if (id === undefined) {
        id = this.#terms.size;
        this.#terms.set(term, id);
      }
      this.#term.push(id);
      this.#counts.push(
        Math.min(counts.title, COUNT_MAX) |
          (Math.min(counts.prose, COUNT_MAX) << 8) |
          (Math.min(counts.code, COUNT_MAX) << 16),
      );
    }
  }

  /** A delta takes the averages of its base, so that scores of both compare. */
  build(averages = this.#averages()): Segment {
    const documents = this.documents;
    const offsets = new Uint32Array(this.#terms.size + 1);
    const { values: term, length } = this.#term;
    for (let i = 0; i < length; i += 1)
      offsets[(term[i] as number) + 1] = (offsets[(term[i] as number) + 1] as number) + 1;
    for (let t = 0; t < this.#terms.size; t += 1) offsets[t + 1] = (offsets[t + 1] as number) + (offsets[t] as number);
    const next = offsets.slice();
    const postings = new Uint32Array(length);
    const impacts = new Uint8Array(length);
    const { document: fields, saturation } = this.#weights;
    const scale = (field: keyof Averages, at: number): number => {
      const { weight, lengthPart } = fields[field];
      const length = this.#lengths[field].values[at] as number;
      return weight / (1 - lengthPart + (lengthPart * length) / averages[field]);
    };
    for (let document = 0; document < documents; document += 1) {
      const scales = {
        title: scale('title', document),
        prose: scale('prose', document),
        code: scale('code', document),
      };
      const end = document + 1 < documents ? (this.#starts.values[document + 1] as number) : length;
      for (let i = this.#starts.values[document] as number; i < end; i += 1) {
        const packed = this.#counts.values[i] as number;
        const frequency =
          (packed & 0xff) * scales.title +
          ((packed >>> 8) & 0xff) * scales.prose +
          ((packed >>> 16) & 0xff) * scales.code;
        const at = next[term[i] as number] as number;
        next[term[i] as number] = at + 1;
        postings[at] = document;
        impacts[at] = Math.max(1, Math.round((IMPACT_MAX * frequency) / (saturation + frequency)));
      }
    }
    return { documents, averages, ...this.#dictionary(), offsets, postings, impacts };
  }

  #averages(): Averages {
    const mean = ({ values, length }: Numbers): number => {
      let sum = 0;
      for (let i = 0; i < length; i += 1) sum += values[i] as number;
      return length === 0 ? 1 : Math.max(sum / length, 1);
    };
    return { title: mean(this.#lengths.title), prose: mean(this.#lengths.prose), code: mean(this.#lengths.code) };
  }

  #dictionary(): Pick<Segment, 'hash1' | 'hash2' | 'slot'> {
    const size = Math.ceil(this.#terms.size * SLOTS_PER_TERM) + 7;
    const hash1 = new Uint32Array(size);
    const hash2 = new Uint32Array(size);
    const slot = new Uint32Array(size);
    for (const [term, id] of this.#terms) {
      const [a, b] = hashTerm(term);
      let at = a % size;
      while (slot[at] !== 0) at = at + 1 === size ? 0 : at + 1;
      hash1[at] = a;
      hash2[at] = b;
      slot[at] = id + 1;
    }
    return { hash1, hash2, slot };
  }
}

/** Score that an impact byte stands for. */
export const IMPACT_UNIT = 1 / IMPACT_MAX;
