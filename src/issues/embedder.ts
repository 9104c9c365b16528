/** A sentence model that may rerank what the words found. Everything works without one. */
export type Embedder = {
  /** Names model and settings; vectors of another id are of no use. */
  id: string;
  dimensions: number;
  /** One unit vector a text, in order. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
};

/** Cosine of unit vectors becomes this in a byte. */
export const VECTOR_UNIT = 127;

/** A unit vector in bytes: a quarter of the memory, and the ranking stays the same. */
export const quantized = (vector: Float32Array): Int8Array =>
  Int8Array.from(vector, (value) => Math.max(-VECTOR_UNIT, Math.min(VECTOR_UNIT, Math.round(value * VECTOR_UNIT))));

/** Cosine of a query with the vector of document `at`. */
export function cosine(query: Int8Array, vectors: Int8Array, at: number): number {
  const from = at * query.length;
  let sum = 0;
  for (let i = 0; i < query.length; i += 1) sum += (query[i] as number) * (vectors[from + i] as number);
  return sum / (VECTOR_UNIT * VECTOR_UNIT);
}
