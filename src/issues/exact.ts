/**
 * The exact tier: which stored error signatures stand in a text. A signature is a run of words with wildcards between; runs are
 * compared by hash, so that a hundred thousand issues cost a few megabytes and one pass over the text.
 */
import { signatureWords, WILDCARD, WILDCARD_WORDS_MAX } from '../text/signatures.ts';

/** The first words of a signature find it. */
const KEY_WORDS = 3;
/** A signature that so many issues carry is the tracker's habit, not a fault. */
const HOLDERS_MAX = 12;

export type Match = { document: number; signature: string };

type Entry = {
  document: number;
  runs: { hash: number; length: number }[];
  signature: string;
  needs: string[] | undefined;
};

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

export class ExactIndex {
  #entries = new Map<number, Entry[]>();
  #holders = new Map<string, number>();

  add(document: number, signatures: readonly string[], needs?: Readonly<Record<string, string[]>>): void {
    for (const signature of signatures) {
      const words = signatureWords(signature);
      const runs = runsOf(words);
      const [first] = runs;
      if (!first) continue;
      const normal = words.join(' ');
      this.#holders.set(normal, (this.#holders.get(normal) ?? 0) + 1);
      const key = hashRun(words, first.from, Math.min(KEY_WORDS, first.length));
      const entry: Entry = {
        document,
        runs: runs.map(({ from, length }) => ({ hash: hashRun(words, from, length), length })),
        signature: normal,
        needs: needs?.[signature],
      };
      const known = this.#entries.get(key);
      if (known) known.push(entry);
      else this.#entries.set(key, [entry]);
    }
  }

  /** Documents whose signature stands in the text, each once with its longest signature. */
  find(text: string): Match[] {
    if (this.#entries.size === 0) return [];
    const words = signatureWords(text);
    const lower = text.toLowerCase();
    const found = new Map<number, Match>();
    for (let at = 0; at < words.length; at += 1) {
      for (let length = 1; length <= KEY_WORDS && at + length <= words.length; length += 1) {
        for (const entry of this.#entries.get(hashRun(words, at, length)) ?? []) {
          if (!stands(entry, words, at) || !hasContext(entry.needs, lower)) continue;
          if ((this.#holders.get(entry.signature) ?? 0) > HOLDERS_MAX) continue;
          const best = found.get(entry.document);
          if (!best || best.signature.length < entry.signature.length) {
            found.set(entry.document, { document: entry.document, signature: entry.signature });
          }
        }
      }
    }
    return [...found.values()];
  }
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

function stands(entry: Entry, words: readonly string[], start: number): boolean {
  let at = start;
  for (const [i, { hash, length }] of entry.runs.entries()) {
    let found = false;
    const last = i === 0 ? start : at + WILDCARD_WORDS_MAX;
    for (let from = at; from <= last && from + length <= words.length; from += 1) {
      if (hashRun(words, from, length) !== hash) continue;
      at = from + length;
      found = true;
      break;
    }
    if (!found) return false;
  }
  return true;
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
