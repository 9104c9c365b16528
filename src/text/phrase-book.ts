/**
 * Finds many phrases in one pass over the words of a text. Phrases are written in words: `*` at the end of a word stands for any
 * ending, ` ... ` for up to GAP_WORDS_MAX words between, and a text's plural `s` is forgiven. Time grows with the length of the text,
 * not with the number of phrases.
 */
import { WORD_KEPT_MAX, type Word, words } from './words.ts';

/** Words that `...` may stand for; an address or a host name is several. */
const GAP_WORDS_MAX = 8;
/** Shorter words are not taken for plurals: "dns", "pods" and "gas" differ. */
const PLURAL_LENGTH_MIN = 4;
const OPENINGS_KEPT_MAX = 20_000;

export type PhraseHit<K> = {
  key: K;
  /** Index of the first and the last word. */
  first: number;
  last: number;
};

type End = { entry: number; segment: number };
type Node = { next: Map<string, Node>; prefixes: Map<string, Node>; lengths: number[]; ends: End[] };

export type PhraseBook<K> = {
  root: Node;
  keys: K[];
  segments: number[];
  /** What opens with a word, as far as words were looked up. */
  openings: Map<string, readonly Node[]>;
};

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
  const book: PhraseBook<K> = { root: newNode(), keys: [], segments: [], openings: new Map() };
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
  const search: Search<K> = { book, text, hits: [], chains: new Map() };
  text.forEach((word, first) => {
    for (const child of opening(book, word.text)) follow(search, child, first, first);
  });
  return search.hits;
}

type Search<K> = {
  book: PhraseBook<K>;
  text: readonly Word[];
  hits: PhraseHit<K>[];
  /** Per entry of several segments, the last place of each. */
  chains: Map<number, (PhraseHit<K> | undefined)[]>;
};

/** What ends at this word, and what goes on behind it. */
function follow<K>(search: Search<K>, node: Node, first: number, at: number): void {
  for (const end of node.ends) found(search, end, first, at);
  if (node.next.size === 0 && node.prefixes.size === 0) return;
  const next = search.text[at + 1];
  if (!next || next.breaks) return;
  for (const child of childrenOf(node, next.text)) follow(search, child, first, at + 1);
}

function found<K>({ book, hits, chains }: Search<K>, end: End, first: number, last: number): void {
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
}

/** Every word of a text may open a phrase, and people use the same words: their openings are remembered with the book. */
function opening<K>({ root, openings }: PhraseBook<K>, word: string): readonly Node[] {
  if (word.length > WORD_KEPT_MAX) return childrenOf(root, word);
  const known = openings.get(word);
  if (known !== undefined) return known;
  const made = childrenOf(root, word);
  if (openings.size < OPENINGS_KEPT_MAX) openings.set(word, made);
  return made;
}

const NONE: readonly Node[] = [];

function childrenOf({ next, prefixes, lengths }: Node, word: string): readonly Node[] {
  const children: Node[] = [];
  const whole = next.get(word);
  if (whole) children.push(whole);
  const single = word.length >= PLURAL_LENGTH_MIN && word.endsWith('s') ? next.get(word.slice(0, -1)) : undefined;
  if (single) children.push(single);
  for (const length of lengths) {
    const begun = word.length >= length ? prefixes.get(word.slice(0, length)) : undefined;
    if (begun) children.push(begun);
  }
  return children.length > 0 ? children : NONE;
}
