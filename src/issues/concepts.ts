/** Synonyms: phrases of one meaning get one token more, `~meaning`, in issues and in queries alike. */
import { searchTokens } from '../text/tokens.ts';

type Phrase = { tokens: string[]; concept: string };

const isWhole = (token: string): boolean => token.startsWith('=');

export class Concepts {
  /** Phrases by their first token, longest first. */
  #phrases = new Map<string, Phrase[]>();

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const concept = `~${group[0]}`;
      for (const phrase of group) {
        const all = searchTokens(phrase);
        const plain = all.filter((token) => !isWhole(token));
        // A name such as 21H2 or 10.96.0.0/12 has no plain part and is known by its whole.
        const tokens = plain.length > 0 ? plain : all.slice(0, 1);
        const [first] = tokens;
        if (first === undefined) continue;
        const known = this.#phrases.get(first) ?? [];
        known.push({ tokens, concept });
        this.#phrases.set(first, known);
      }
    }
    for (const phrases of this.#phrases.values()) phrases.sort((a, b) => b.tokens.length - a.tokens.length);
  }

  /** Concept tokens of a text's tokens, in order; the longest phrase at a place wins. */
  of(tokens: readonly string[]): string[] {
    if (this.#phrases.size === 0) return [];
    const found: string[] = [];
    const plain = tokens.filter((token) => !isWhole(token));
    for (const token of tokens) {
      if (isWhole(token)) for (const { concept } of this.#phrases.get(token) ?? []) found.push(concept);
    }
    for (let at = 0; at < plain.length; at += 1) {
      const phrase = this.#phrases
        .get(plain[at] as string)
        ?.find(({ tokens: wanted }) => wanted.every((token, i) => plain[at + i] === token));
      if (!phrase) continue;
      found.push(phrase.concept);
      at += phrase.tokens.length - 1;
    }
    return found;
  }
}
