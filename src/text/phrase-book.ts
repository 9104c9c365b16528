/**
 * Finds many phrases in one pass over the words of a text. Phrases are written in words: `*` at the end of a word stands for any
 * ending, ` ... ` for up to GAP_WORDS_MAX words between, and a text's plural `s` is forgiven. Time grows with the length of the text,
 * not with the number of phrases.
 */
import { type Word, words } from './words.ts';

/** Words that `...` may stand for; an address or a host name is several. */
const GAP_WORDS_MAX = 8;
/** Shorter words are not taken for plurals: "dns", "pods" and "gas" differ. */
const PLURAL_LENGTH_MIN = 4;

export type PhraseHit<K> = {
  key: K;
  /** Index of the first and the last word. */
  first: number;
  last: number;
};

type End = { entry: number; segment: number };
type Node = { next: Map<string, Node>; prefixes: Map<string, Node>; lengths: number[]; ends: End[] };

export type PhraseBook<K> = { root: Node; keys: K[]; segments: number[] };

const newNode = (): Node => ({ next: new Map(), prefixes: new Map(), lengths: [], ends: [] });

function step(node: Node, word: string, isPrefix: boolean): Node {
  const into = isPrefix ? node.prefixes : node.next;
  let child = into.get(word);
  if (!child) {
    child = newNode();
    into.set(word, child);
    if (isPrefix && !node.lengths.includes(word.length)) node.lengths.push(word.length);
  }
  return child;
}

/** Builds the book once; `key` comes back with every hit. */
export function phraseBook<K>(entries: Iterable<{ key: K; phrase: string }>): PhraseBook<K> {
  const book: PhraseBook<K> = { root: newNode(), keys: [], segments: [] };
  for (const { key, phrase } of entries) {
    const parts = phrase
      .split(/\s\.\.\.\s/)
      .map(segmentWords)
      .filter((part) => part.length > 0);
    if (parts.length === 0) continue;
    const entry = book.keys.push(key) - 1;
    book.segments.push(parts.length);
    parts.forEach((part, segment) => {
      let node = book.root;
      for (const word of part) node = step(node, word.text, word.isPrefix);
      node.ends.push({ entry, segment });
    });
  }
  return book;
}

function segmentWords(part: string): { text: string; isPrefix: boolean }[] {
  return part.split(/\s+/).flatMap((chunk) => {
    const found = words(chunk);
    return found.map((word, i) => ({ text: word.text, isPrefix: i === found.length - 1 && chunk.endsWith('*') }));
  });
}

/** All hits, in the order in which they end their first pass; overlapping ones too. */
export function findPhrases<K>(book: PhraseBook<K>, text: readonly Word[]): PhraseHit<K>[] {
  const hits: PhraseHit<K>[] = [];
  const chains = new Map<number, (PhraseHit<K> | undefined)[]>();
  const found = (end: End, first: number, last: number) => {
    const key = book.keys[end.entry] as K;
    const segments = book.segments[end.entry] ?? 1;
    if (segments === 1) {
      hits.push({ key, first, last });
      return;
    }
    const chain = chains.get(end.entry) ?? [];
    chains.set(end.entry, chain);
    const before = end.segment === 0 ? undefined : chain[end.segment - 1];
    if (end.segment > 0 && (!before || first <= before.last || first - before.last - 1 > GAP_WORDS_MAX)) return;
    const joined = { key, first: before ? before.first : first, last };
    chain[end.segment] = joined;
    if (end.segment === segments - 1) hits.push(joined);
  };
  for (let first = 0; first < text.length; first++) walk(book.root, text, first, first, found);
  return hits;
}

function walk(
  node: Node,
  text: readonly Word[],
  first: number,
  at: number,
  found: (end: End, first: number, last: number) => void,
): void {
  const here = text[at];
  if (!here || (at > first && here.breaks)) return;
  const word = here.text;
  const visit = (child: Node | undefined) => {
    if (!child) return;
    for (const end of child.ends) found(end, first, at);
    if (child.next.size > 0 || child.prefixes.size > 0) walk(child, text, first, at + 1, found);
  };
  visit(node.next.get(word));
  if (word.length >= PLURAL_LENGTH_MIN && word.endsWith('s')) visit(node.next.get(word.slice(0, -1)));
  for (const length of node.lengths) {
    if (word.length >= length) visit(node.prefixes.get(word.slice(0, length)));
  }
}
