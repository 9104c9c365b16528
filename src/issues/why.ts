import { searchTokens } from '../text/tokens.ts';
import type { Concepts } from './concepts.ts';
import { countFields, type FieldText } from './terms.ts';

const WORDS_MAX = 6;

/** The words of the text that the issue shares, as the person wrote them, in their order. */
export function matchedWords(issue: FieldText, text: string, concepts: Concepts): string {
  const { terms } = countFields(issue, concepts);
  const words: string[] = [];
  for (const [word] of text.matchAll(/[^\s,;()"“”'<>]+/g)) {
    const tokens = searchTokens(word);
    if (tokens.length === 0 || words.includes(word)) continue;
    if ([...tokens, ...concepts.of(tokens)].some((token) => terms.has(token))) words.push(word.replace(/[.:?!]+$/, ''));
  }
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .slice(0, WORDS_MAX)
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))
    .join(', ');
}
