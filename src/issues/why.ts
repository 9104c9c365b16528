/** The words that query and issue share, as the person wrote them. */
import { searchTokens } from '../text/tokens.ts';
import type { Concepts } from './concepts.ts';
import type { Part } from './lexical.ts';
import { hashTerm, holds } from './segment.ts';

const WORDS_MAX = 6;
/** Words of a long paste that are looked at. */
const LOOKED_AT_MAX = 150;

/** A word of the query and the hashes of its tokens. */
export type AskedWord = { word: string; terms: [number, number][] };

/** The words of a text that an index can know, each once; made once for all that is shown. */
export function askedWords(text: string, concepts: Concepts): AskedWord[] {
  const found = new Map<string, AskedWord>();
  for (const [raw] of text.matchAll(/[^\s,;()"“”'<>[\]]+/g)) {
    const word = raw.replace(/[.:?!]+$/, '');
    if (found.has(word)) continue;
    const tokens = searchTokens(word);
    if (tokens.length === 0) continue;
    found.set(word, { word, terms: [...tokens, ...concepts.of(tokens)].map(hashTerm) });
    if (found.size === LOOKED_AT_MAX) break;
  }
  return [...found.values()];
}

/** The longest shared words, in the order of the text. */
export function matchedWords({ segment }: Part, document: number, asked: readonly AskedWord[]): string {
  const shared = asked.filter(({ terms }) => terms.some(([hash1, hash2]) => holds(segment, hash1, hash2, document)));
  const longest = new Set(shared.toSorted((a, b) => b.word.length - a.word.length).slice(0, WORDS_MAX));
  return shared
    .filter((word) => longest.has(word))
    .map(({ word }) => word)
    .join(', ');
}
