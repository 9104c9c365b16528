/** The language of a message, by its commonest small words and its script; and what of it could not be read. */
import type { Reading } from './reading.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'ja' | 'zh' | 'ko' | 'ru' | 'other' | 'unknown';

const SMALL_WORDS: [Language, Set<string>][] = (
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
).map(([language, list]) => [language, new Set(list.split(' '))]);

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
  const sample = text.slice(0, 4000);
  const letters = (sample.match(/\p{L}/gu) ?? []).length;
  if (letters === 0) return 'unknown';
  const share = (script: RegExp) => (sample.match(script) ?? []).length / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > SCRIPT_SHARE_MIN / 2) return 'ja';
  if (share(/\p{Script=Han}/gu) > SCRIPT_SHARE_MIN) return 'zh';
  if (share(/\p{Script=Hangul}/gu) > SCRIPT_SHARE_MIN) return 'ko';
  if (share(/\p{Script=Cyrillic}/gu) > SCRIPT_SHARE_MIN) return 'ru';
  if (share(/\p{Script=Latin}/gu) < 1 - SCRIPT_SHARE_MIN) return 'other';
  const prose = words.filter((_, i) => layout.pasted[i] === 0);
  const hits = SMALL_WORDS.map(([language, list]) => ({
    language,
    count: prose.filter(({ text: word }) => list.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  const [first] = hits;
  return first && first.count >= HITS_MIN ? first.language : 'unknown';
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
