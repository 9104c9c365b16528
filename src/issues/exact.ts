/**
 * The exact tier: which stored error signatures stand in a text. A signature is a run of words with wildcards between; runs are
 * compared by hash, so that a hundred thousand issues cost a few megabytes and one pass over the text.
 */
import { signatureWords, WILDCARD, WILDCARD_WORDS_MAX } from '../text/signatures.ts';

/** The first words of a signature find it. */
const KEY_WORDS = 3;
/** A signature that so many issues carry is the tracker's habit, not a fault. */
const HOLDERS_MAX = 12;

/** Signatures as arrays, sorted by the hash of their first words. */
export type ExactTable = {
  keys: Uint32Array;
  documents: Uint32Array;
  /** Runs of signature i are runStarts[i] … runStarts[i + 1]. */
  runStarts: Uint32Array;
  runHashes: Uint32Array;
  runLengths: Uint8Array;
  /** Words of which one must stand beside signature i; few have them. */
  needs: Record<number, string[]>;
};

export type Match = { document: number; signature: string };

const START = 0x811c9dc5;
const mix = (hash: number, word: string): number => {
  let h = hash;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return Math.imul(h ^ 0x20, 0x85ebca6b);
};
const hashRun = (words: readonly string[], from: number, length: number): number => {
  let hash = START;
  for (let i = from; i < from + length; i += 1) hash = mix(hash, words[i] as string);
  return (hash ^ (hash >>> 15) ^ length) >>> 0;
};

type Entry = {
  key: number;
  document: number;
  runs: { hash: number; length: number }[];
  normal: string;
  needs: string[] | undefined;
};

export class ExactBuilder {
  #entries: Entry[] = [];
  #holders = new Map<string, number>();

  add(document: number, signatures: readonly string[], needs?: Readonly<Record<string, string[]>>): void {
    for (const signature of signatures) {
      const words = signatureWords(signature);
      const runs = runsOf(words);
      const [first] = runs;
      if (!first) continue;
      const normal = words.join(' ');
      this.#holders.set(normal, (this.#holders.get(normal) ?? 0) + 1);
      this.#entries.push({
        key: hashRun(words, first.from, Math.min(KEY_WORDS, first.length)),
        document,
        runs: runs.map(({ from, length }) => ({ hash: hashRun(words, from, length), length })),
        normal,
        needs: needs?.[signature],
      });
    }
  }

  build(): ExactTable {
    const kept = this.#entries
      .filter(({ normal }) => (this.#holders.get(normal) ?? 0) <= HOLDERS_MAX)
      .sort((a, b) => a.key - b.key || a.document - b.document);
    const runs = kept.flatMap((entry) => entry.runs);
    const runStarts = new Uint32Array(kept.length + 1);
    const needs: ExactTable['needs'] = {};
    for (const [i, entry] of kept.entries()) {
      runStarts[i + 1] = (runStarts[i] as number) + entry.runs.length;
      if (entry.needs) needs[i] = entry.needs;
    }
    return {
      keys: Uint32Array.from(kept, ({ key }) => key),
      documents: Uint32Array.from(kept, ({ document }) => document),
      runStarts,
      runHashes: Uint32Array.from(runs, ({ hash }) => hash),
      runLengths: Uint8Array.from(runs, ({ length }) => length),
      needs,
    };
  }
}

/** Documents whose signature stands in the text, each once with its longest signature as the text has it. */
export function findExact(table: ExactTable, text: string): Match[] {
  if (table.keys.length === 0) return [];
  const words = signatureWords(text);
  const lower = text.toLowerCase();
  const found = new Map<number, Match>();
  for (let at = 0; at < words.length; at += 1) {
    for (let length = 1; length <= KEY_WORDS && at + length <= words.length; length += 1) {
      const key = hashRun(words, at, length);
      for (let i = firstOf(table.keys, key); table.keys[i] === key; i += 1) {
        const end = standsUntil(table, i, words, at);
        if (end < 0 || !hasContext(table.needs[i], lower)) continue;
        const document = table.documents[i] as number;
        const signature = words.slice(at, end).join(' ');
        const best = found.get(document);
        if (!best || best.signature.length < signature.length) found.set(document, { document, signature });
      }
    }
  }
  return [...found.values()];
}

/** First place of a key in the sorted list, or where it would be. */
function firstOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const runsOf = (words: readonly string[]): { from: number; length: number }[] => {
  const runs: { from: number; length: number }[] = [];
  let from = 0;
  for (let i = 0; i <= words.length; i += 1) {
    if (i < words.length && words[i] !== WILDCARD) continue;
    if (i > from) runs.push({ from, length: i - from });
    from = i + 1;
  }
  return runs;
};

/** Where the signature ends in the text if it starts at `start`, or -1. */
function standsUntil(table: ExactTable, signature: number, words: readonly string[], start: number): number {
  let at = start;
  const first = table.runStarts[signature] as number;
  for (let run = first; run < (table.runStarts[signature + 1] as number); run += 1) {
    const length = table.runLengths[run] as number;
    const last = run === first ? start : at + WILDCARD_WORDS_MAX;
    let from = at;
    while (from <= last && from + length <= words.length && hashRun(words, from, length) !== table.runHashes[run])
      from += 1;
    if (from > last || from + length > words.length) return -1;
    at = from + length;
  }
  return at;
}

const hasContext = (needs: readonly string[] | undefined, lowerText: string): boolean =>
  needs === undefined || needs.some((word) => hasWord(lowerText, word.toLowerCase()));

/** Whole words only: "arc" is not in "search". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = at === 0 ? ' ' : (text[at - 1] as string);
    const after = text[at + word.length] ?? ' ';
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
  }
  return false;
}
