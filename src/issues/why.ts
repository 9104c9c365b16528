/** The words that query and issue share, as the person wrote them. */
import { searchTokens } from '../text/tokens.ts';
import type { Concepts } from './concepts.ts';
import type { Part } from './lexical.ts';
import { hashTerm, holds } from './segment.ts';

const WORDS_MAX = 6;
/** Words of a long paste that are looked at. */
const LOOKED_AT_MAX = 400;

/** The longest shared words, in the order of the text. */
export function matchedWords({ segment }: Part, document: number, text: string, concepts: Concepts): string {
  const shared = new Set<string>();
  let looked = 0;
  for (const [word] of text.matchAll(/[^\s,;()"“”'<>[\]]+/g)) {
    looked += 1;
    if (looked > LOOKED_AT_MAX) break;
    const tokens = searchTokens(word);
    const isShared = [...tokens, ...concepts.of(tokens)].some((token) => holds(segment, ...hashTerm(token), document));
    if (isShared) shared.add(word.replace(/[.:?!]+$/, ''));
  }
  const longest = new Set([...shared].sort((a, b) => b.length - a.length).slice(0, WORDS_MAX));
  return [...shared].filter((word) => longest.has(word)).join(', ');
}
