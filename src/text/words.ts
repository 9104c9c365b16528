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
const FOLDS_KEPT_MAX = 20_000;
/** V8 cuts longer pieces out of a text by pointing into it. */
export const WORD_KEPT_MAX = 12;

const SIGNS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const WORD = new RegExp(
  `[${SIGNS}]|(?:(?![${SIGNS}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:t|s|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))?`,
  'giu',
);
/** The same for a text of plain letters, which most are: the tables of Unicode are slow to ask. */
const PLAIN_WORD = /[a-z0-9]+(?:'(?:t|s|re|ve|ll|d|m)(?![a-z0-9]))?/gi;
const NOT_PLAIN = /[\u0080-\uffff]/;
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
  let before = 0;
  for (const match of text.matchAll(NOT_PLAIN.test(text) ? WORD : PLAIN_WORD)) {
    const [word] = match;
    if (word.length > WORD_LENGTH_MAX) continue;
    const end = match.index + word.length;
    found.push({ text: folded(word), start: match.index, end, breaks: isBreak(text, before, match.index) });
    before = end;
  }
  return found;
}

/** One blank, as between most words, breaks nothing. */
const isBreak = (text: string, from: number, to: number): boolean =>
  !(to - from === 1 && text[from] === ' ') && BREAK.test(text.slice(from, to));

const folds = new Map<string, string>();

/** Remembered for short words: a longer one would keep its whole text in memory. */
function folded(word: string): string {
  if (word.length > WORD_KEPT_MAX) return fold(word);
  const known = folds.get(word);
  if (known !== undefined) return known;
  const made = fold(word);
  if (folds.size < FOLDS_KEPT_MAX) folds.set(word, made);
  return made;
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
