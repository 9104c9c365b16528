/** What the classifier sees of a message: stems, pairs of stems, and one token for each thing that the lexicon recognised. */
import { stem } from '../../text/words.ts';
import type { Reading } from './reading.ts';

/** Words that carry no topic. The short words of questions and denials stay, because they carry the intent. */
const EMPTY = new Set(
  'a an the and or of to in on at for by as is are was were be been am it its this that these those i we you he she they them our us me my your his her their there here with from have has had will would just also very so too any some all one two if then than into out up about over under again'.split(
    ' ',
  ),
);
/** A long paste must not drown the words of the person. */
const WORDS_MAX = 400;

export const isContent = (word: string): boolean => !EMPTY.has(word) && !/^\d+$/.test(word);

export function featuresOf(reading: Reading): string[] {
  const features = new Set<string>();
  let before = '';
  for (const { text } of reading.words.slice(0, WORDS_MAX)) {
    if (!isContent(text)) continue;
    const stemmed = stem(text);
    features.add(stemmed);
    if (before) features.add(`${before} ${stemmed}`);
    before = stemmed;
  }
  for (const { id } of reading.cues) features.add(`cue:${id}`);
  for (const { topic } of reading.signals) features.add(`signal:${topic}`);
  for (const { component, role, guilty } of reading.mentions) {
    features.add(`${role}:${component.class}`);
    if (role === 'cause') features.add(`part:${component.topic}`);
    if (guilty) features.add('guilty');
  }
  return [...features];
}
