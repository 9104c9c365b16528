/** The compiled knowledge of what a message can be about: phrase books over terms, topics and cues, and the trained classifier. */
import type { Component, Cue, Phrases, Topic } from '../../../knowledge/schema.ts';
import { type Classifier, type Example, trainClassifier } from '../../text/classifier.ts';
import { type PhraseBook, phraseBook } from '../../text/phrase-book.ts';
import { featuresOf } from './features.ts';
import { type Reading, readMessage } from './reading.ts';

/** What a phrase of the book stands for. */
export type BookKey =
  | { kind: 'component'; id: string }
  /** A context word that a component needs beside it. */
  | { kind: 'needed'; id: string }
  | { kind: 'signal'; topic: string; weight: number; phrase: string }
  | { kind: 'cue'; id: string };

export type Lexicon = {
  components: ReadonlyMap<string, Component>;
  topics: ReadonlyMap<string, Topic>;
  book: PhraseBook<BookKey>;
  classifier: Classifier;
};

export type LexiconSource = {
  components: readonly Component[];
  topics: readonly Topic[];
  cues: readonly Cue[];
  phrases: readonly Phrases[];
};

/** Compiles and trains; some hundred milliseconds, once at the start. */
export function lexicon(source: LexiconSource): Lexicon {
  const components = new Map(source.components.map((component) => [component.id, component]));
  const topics = new Map(source.topics.map((topic) => [topic.id, topic]));
  checkReferences(source, components, topics);
  const bare = { components, topics, book: phraseBook(entries(source)) };
  return { ...bare, classifier: trainClassifier(examplesOf(source, bare)) };
}

/** The phrases as the classifier sees them. */
export function examplesOf(source: Pick<LexiconSource, 'phrases'>, bare: BareLexicon): Example[] {
  return source.phrases.flatMap((file) =>
    file.phrases.flatMap(({ topic, texts }) =>
      texts.map((text) => ({ label: topic, features: featuresOf(readMessage(text, bare)) })),
    ),
  );
}

/** The lexicon before training, for readings of training texts. */
export type BareLexicon = Omit<Lexicon, 'classifier'>;
export type { Reading };

function* entries({ components, topics, cues }: LexiconSource): Generator<{ key: BookKey; phrase: string }> {
  for (const { id, name, aliases, signals, needs } of components) {
    const own = /[/(]/.test(name) ? [] : [name];
    for (const phrase of new Set([...own, ...aliases, ...signals])) yield { key: { kind: 'component', id }, phrase };
    for (const phrase of needs) yield { key: { kind: 'needed', id }, phrase };
  }
  for (const topic of topics) {
    for (const { any, weight } of topic.signals) {
      for (const phrase of any) yield { key: { kind: 'signal', topic: topic.id, weight, phrase }, phrase };
    }
  }
  for (const { id, any } of cues) for (const phrase of any) yield { key: { kind: 'cue', id }, phrase };
}

/** A wrong id in one knowledge file must stop the start, not a triage. */
function checkReferences(
  source: LexiconSource,
  components: ReadonlyMap<string, Component>,
  topics: ReadonlyMap<string, Topic>,
): void {
  for (const { id, topic, twins } of source.components) {
    if (!topics.has(topic)) throw new Error(`knowledge/components.yaml: ${id}: there is no topic "${topic}"`);
    for (const twin of twins) {
      if (!components.has(twin)) throw new Error(`knowledge/components.yaml: ${id}: there is no twin "${twin}"`);
    }
  }
  for (const file of source.phrases) {
    for (const { topic } of file.phrases) {
      if (!topics.has(topic)) throw new Error(`knowledge/phrases: there is no topic "${topic}"`);
    }
  }
}
