/**
 * Words of a message, with their places, for phrase books and the classifier. Case, accents and the apostrophe of "doesn't" are
 * folded; Chinese and Japanese signs are one word each, because nothing separates their words.
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

export type Word = {
  /** Folded: lower case, no accents, no apostrophe. */
  text: string;
  /** Place in the original text. */
  start: number;
  end: number;
  /** A comma, a line end or the like stands before it, so that no phrase runs across. */
  breaks: boolean;
};

/** Longer runs are keys, hashes and base64: nothing to understand in them. */
const WORD_LENGTH_MAX = 60;
const STEMS_KEPT_MAX = 20_000;

const SIGNS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const WORD = new RegExp(
  `[${SIGNS}]|(?:(?![${SIGNS}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:t|s|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))?`,
  'giu',
);
/** Hyphens, dots inside names, slashes, colons, quotes and blanks do not end a phrase. */
const BREAK = /[\n;!?,()+|<>{}[\]]|\.\s/;
const PLAIN = /^[a-z0-9]+$/;

/** Lower case without accents and apostrophes: `Größe` gives `grosse`, `Doesn’t` gives `doesnt`. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]/g, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC');
}

/** The words of a text in order; identifiers fall apart at their hyphens, dots and slashes. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (match[0].length > WORD_LENGTH_MAX) continue;
    const breaks = BREAK.test(text.slice(found.at(-1)?.end ?? 0, match.index));
    found.push({ text: fold(match[0]), start: match.index, end: match.index + match[0].length, breaks });
  }
  return found;
}

const stems = new Map<string, string>();

/** Porter's stem of a folded word; words with digits and foreign signs stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = /^[a-z]+$/.test(word) ? porter.stem(word) : word;
  if (stems.size < STEMS_KEPT_MAX) stems.set(word, made);
  return made;
}
