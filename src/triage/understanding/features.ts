/** What the classifier sees of a message: stems, pairs of stems, and one token for each thing that the lexicon recognised. */
import { stem } from '../../text/words.ts';
import type { Mention } from './mentions.ts';
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

/** Words at the beginning, which name the subject of most messages. */
const OPENING_WORDS = 8;

/** These speak through the roles and turns they decide, which are features of their own. */
const OF_ROLES = new Set(['everybodys', 'awaited']);

export function featuresOf(reading: Reading): string[] {
  const features = new Set<string>();
  addWords(features, reading);
  for (const { id } of reading.cues) if (!OF_ROLES.has(id)) features.add(`cue:${id}`);
  if (!reading.cues.some(({ id }) => id === 'fault')) features.add('no fault word');
  if (reading.text.includes('?')) features.add('?');
  for (const { topic } of reading.signals) features.add(`signal:${topic}`);
  addNames(features, reading);
  return [...features];
}

/** Stems and pairs of stems; a name counts in a pair as what it is, so that "grafana pod" teaches about "loki pod". */
function addWords(features: Set<string>, { words, layout, mentions }: Reading): void {
  const names = new Map<number, string>();
  for (const { component, occurrences } of mentions) {
    for (const { first, last } of occurrences) {
      for (let i = first; i <= last; i++) names.set(i, i === first ? `<${component.class}>` : '');
    }
  }
  let before = '';
  const add = (feature: string, i: number) => {
    features.add(feature);
    if (layout.sentence[i] === 0) features.add(`0${feature}`);
    if (i < OPENING_WORDS) features.add(`^${feature}`);
  };
  words.slice(0, WORDS_MAX).forEach(({ text }, i) => {
    const name = names.get(i);
    if (name === undefined && !isContent(text)) return;
    const stemmed = stem(text);
    if (name === undefined) add(stemmed, i);
    else features.add(stemmed);
    if (name === '') return;
    if (name !== undefined) add(name, i);
    const here = name ?? stemmed;
    if (before) features.add(`${before} ${here}`);
    before = here;
  });
}

/** Each name as its class in its part; the first cause leads. */
function addNames(features: Set<string>, { mentions, layout }: Reading): void {
  for (const { component, role, guilty, occurrences } of mentions) {
    features.add(`${role}:${component.class}`);
    if (guilty) features.add('guilty');
    if (role !== 'cause') continue;
    features.add(`part:${component.topic}`);
    if (occurrences.some(({ faulty }) => faulty)) features.add(`faulty:${component.class}`);
    if (occurrences.some(({ first }) => layout.sentence[first] === 0)) features.add(`opening:${component.class}`);
  }
  const causes = mentions.filter(({ role }) => role === 'cause');
  const begins = ({ occurrences }: Mention) => occurrences[0]?.first ?? 0;
  const [lead] = causes.sort((a, b) => begins(a) - begins(b));
  if (lead) features.add(`lead:${lead.component.class}`);
}
