/** Counting words of prose: those of any number, and those that only a count has. */
import { NUMBER_NAMES } from '../number-names.ts';

const NAMES: typeof NUMBER_NAMES = [...NUMBER_NAMES, [0, 'zero null'], [1, 'single'], [2, 'both']];
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
