/** Small numbers as people write them out, in the languages that are read; folded. */
const NAMES: readonly (readonly [number, string])[] = [
  [0, 'zero null'],
  [1, 'a an one single ein eine einen une una'],
  [2, 'two both zwei deux dos'],
  [3, 'three drei trois tres'],
  [4, 'four vier quatre cuatro'],
  [5, 'five funf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete'],
  [8, 'eight acht huit ocho'],
  [9, 'nine neun neuf nueve'],
  [10, 'ten zehn dix diez'],
  [11, 'eleven elf onze once'],
  [12, 'twelve zwolf douze doce'],
];
/** An article counts for one where a thing is counted, and is a mere article elsewhere. */
const ARTICLES = new Set(['a', 'an', 'ein', 'eine', 'einen', 'une', 'una', 'single', 'both', 'null', 'once']);

const VALUES = new Map(NAMES.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));

/** What a counting word or a run of digits stands for. */
export const numberIn = (word: string): number => VALUES.get(word) ?? Number(word);

const names = (isWanted: (word: string) => boolean): string => [...VALUES.keys()].filter(isWanted).join('|');
/** Source of a pattern for number words, articles included: "a release behind". */
export const ANY_NUMBER = `\\d{1,2}|${names(() => true)}`;
/** Source of a pattern for number words that are no articles: "eleven nodes". */
export const PLAIN_NUMBER = `\\d{1,3}|${names((word) => !ARTICLES.has(word))}`;
