/** Vectors of issue texts: made once for each text and kept in a file, because a model reads a hundred issues a second. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoredIssue } from '../model/known-issue.ts';
import { sections } from '../text/sections.ts';
import { type Collection, findIssue, keyOf } from './collection.ts';
import { type Embedder, quantized } from './embedder.ts';
import { fieldsOf } from './text-of.ts';

const KEY_BYTES = 16;
/** Texts that are read before other work gets a turn. */
const BATCH = 32;

/** What the model reads of a report: the title, then prose, then output; it stops by itself. */
export function modelText(title: string, body: string): string {
  const { prose, code } = sections(body);
  return [title, prose, code].filter((part) => part.trim() !== '').join(' . ');
}

const modelTextOf = (issue: StoredIssue): string => {
  const { title, body, code } = fieldsOf(issue);
  return modelText(title, `${body}\n${code ?? ''}`);
};

/** Vectors by the text they are of. Records of fixed length, appended; a cut last record is dropped. */
export class VectorFile {
  #vectors = new Map<string, Int8Array>();
  #path: string | undefined;
  #embedder: Embedder;

  constructor(embedder: Embedder, path?: string) {
    this.#embedder = embedder;
    this.#path = path;
    const length = KEY_BYTES + embedder.dimensions;
    if (path === undefined || !existsSync(path)) return;
    const bytes = readFileSync(path);
    if (bytes.length % length !== 0) rmSync(path);
    for (let at = 0; at + length <= bytes.length; at += length) {
      const vector = Int8Array.from(
        new Int8Array(bytes.buffer, bytes.byteOffset + at + KEY_BYTES, embedder.dimensions),
      );
      this.#vectors.set(bytes.toString('hex', at, at + KEY_BYTES), vector);
    }
  }

  /** One vector a text, in order; those that are not known are made and kept. */
  async of(texts: readonly string[]): Promise<Int8Array[]> {
    const keys = texts.map((text) => this.#key(text));
    const missing = [...new Set(keys)].filter((key) => !this.#vectors.has(key));
    const firstText = new Map(keys.map((key, at) => [key, texts[at] as string]));
    for (let from = 0; from < missing.length; from += BATCH) {
      const some = missing.slice(from, from + BATCH);
      const made = (await this.#embedder.embed(some.map((key) => firstText.get(key) as string))).map(quantized);
      for (const [i, key] of some.entries()) this.#vectors.set(key, made[i] as Int8Array);
      this.#append(some, made);
    }
    return keys.map((key) => this.#vectors.get(key) as Int8Array);
  }

  #key(text: string): string {
    return createHash('sha256')
      .update(`${this.#embedder.id}\0${text}`)
      .digest('hex')
      .slice(0, KEY_BYTES * 2);
  }

  #append(keys: readonly string[], vectors: readonly Int8Array[]): void {
    if (this.#path === undefined) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(
      this.#path,
      Buffer.concat(keys.flatMap((key, i) => [Buffer.from(key, 'hex'), Buffer.from((vectors[i] as Int8Array).buffer)])),
    );
  }
}

export type ReadingNeeds = { vectors: VectorFile; dimensions: number; isEnded?(): boolean };

/** Gives a collection its vectors, once all of its issues are read; until then, and where it was ended before, it has none. */
export async function readByModel(
  collection: Collection,
  issues: Iterable<StoredIssue> | AsyncIterable<StoredIssue>,
  { vectors, dimensions, isEnded = () => false }: ReadingNeeds,
): Promise<void> {
  const all = new Int8Array(collection.segment.documents * dimensions);
  let batch: { document: number; text: string }[] = [];
  const flush = async (): Promise<void> => {
    const made = await vectors.of(batch.map(({ text }) => text));
    for (const [i, { document }] of batch.entries()) all.set(made[i] as Int8Array, document * dimensions);
    batch = [];
  };
  for await (const issue of issues) {
    if (isEnded()) return;
    const document = findIssue(collection, keyOf(issue.repo, issue.number));
    if (document < 0) continue;
    batch.push({ document, text: modelTextOf(issue) });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  collection.vectors = all;
}

/** The vector of a question, for `IssueIndex.search`. */
export async function meaningOf(embedder: Embedder, summary: string, details: string): Promise<Int8Array> {
  const [vector] = await embedder.embed([modelText(summary, details)]);
  return quantized(vector ?? new Float32Array(embedder.dimensions));
}
