/** The language of a message, by its commonest small words and its script; and what of it could not be read. */
import type { Word } from '../../text/words.ts';
import type { Reading } from './reading.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'ja' | 'zh' | 'ko' | 'ru' | 'other' | 'unknown';

const SMALL_WORDS = (
  [
    ['en', 'the is and our we to of with not it this have are does cant what how since after please on from you my'],
    [
      'de',
      'der die das und ist nicht wir ein eine mit auf seit nach bitte wie unser unsere kann haben sind im dem den wird',
    ],
    ['fr', 'le la les et est nous pas une des sur avec depuis apres notre comment je ne que dans du au bonjour plus'],
    ['es', 'el los las y es no una con desde despues nuestro nuestra como en que por para se del al hola tenemos'],
    ['it', 'il gli e non una con dopo nostro come che per di del alla sono abbiamo'],
    ['pt', 'o os nao uma com depois nosso como que para em do da sao temos apos'],
    ['nl', 'het een niet wij met na ons onze hoe dat voor van zijn hebben de sinds'],
  ] as [Language, string][]
).map(([language, list]) => ({ language, list: new Set(list.split(' ')) }));
/** Some are words of several languages. */
const LANGUAGES_OF = Map.groupBy(
  SMALL_WORDS.flatMap(({ language, list }) => [...list].map((word) => ({ language, word }))),
  ({ word }) => word,
);

/** Languages whose commonest words of faults and wishes are in the lexicon. */
const READ: ReadonlySet<Language> = new Set(['en', 'de', 'fr', 'es', 'ja', 'unknown']);
const NAMES: Partial<Record<Language, string>> = {
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  zh: 'Chinese',
  ko: 'Korean',
  ru: 'Russian',
  other: 'this language',
};
const SCRIPT_SHARE_MIN = 0.2;
const HITS_MIN = 2;

export function languageOf({ text, words, layout }: Reading): Language {
  return scriptOf(text.slice(0, 4000)) ?? spokenIn(words.filter((_, i) => layout.pasted[i] === 0));
}

/** The language that the script tells alone; Latin letters tell none. */
function scriptOf(sample: string): Language | undefined {
  if (!NOT_PLAIN.test(sample)) return /[a-z]/i.test(sample) ? undefined : 'unknown';
  // The letters of ASCII are told apart quickly; what is left is short in most messages.
  const plain = sample.replace(/[^A-Za-z]+/g, '').length;
  const rest = sample.replace(/[^\u0080-\uffff]+/g, ' ');
  const count = (letter: RegExp) => (rest.match(letter) ?? []).length;
  const letters = plain + count(/\p{L}/gu);
  if (letters === 0) return 'unknown';
  const share = (script: RegExp) => count(script) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > SCRIPT_SHARE_MIN / 2) return 'ja';
  if (share(/\p{Script=Han}/gu) > SCRIPT_SHARE_MIN) return 'zh';
  if (share(/\p{Script=Hangul}/gu) > SCRIPT_SHARE_MIN) return 'ko';
  if (share(/\p{Script=Cyrillic}/gu) > SCRIPT_SHARE_MIN) return 'ru';
  return (plain + count(/\p{Script=Latin}/gu)) / letters < 1 - SCRIPT_SHARE_MIN ? 'other' : undefined;
}

const NOT_PLAIN = /[\u0080-\uffff]/;

function spokenIn(prose: readonly Word[]): Language {
  const counts = new Map(SMALL_WORDS.map(({ language }) => [language, 0]));
  for (const { text } of prose) {
    for (const { language } of LANGUAGES_OF.get(text) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= HITS_MIN ? first[0] : 'unknown';
}

export function notReadIn({ cut, text }: Reading, language: Language): string[] {
  const said: string[] = [];
  if (!READ.has(language)) {
    said.push(
      `The sentences in ${NAMES[language] ?? 'this language'} were not read; product names, commands and error messages were.`,
    );
  } else if (language !== 'en' && language !== 'unknown') {
    said.push(
      'Only the commonest words outside English were read, besides product names, commands and error messages.',
    );
  }
  if (cut) said.push('The message was too long: its middle was not read.');
  if (/\[image[:\]]|!\[[^\]]*\]\(|<img\s/i.test(text)) said.push('Images cannot be read; please paste their text.');
  return said;
}
