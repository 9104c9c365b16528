/** The compiled knowledge of what a message can be about: phrase books over terms, topics and cues, and the trained classifier. */
import type { Component, Cue, Phrases, Topic } from '../../../knowledge/schema.ts';
import { type Classifier, classifierOf, type Trained } from '../../text/classifier.ts';
import { type PhraseBook, phraseBook } from '../../text/phrase-book.ts';
import { type Example, train } from '../../text/train-classifier.ts';
import { evidenceScores } from './decide.ts';
import { evidenceOf } from './evidence.ts';
import { featuresOf } from './features.ts';
import { type Reading, readMessage } from './reading.ts';
import { applyTurns } from './turns.ts';

/** What a phrase of the book stands for. */
export type BookKey = {
  /** Equal where two hits say the same. */
  counted: string;
} & (
  | {
      kind: 'component';
      id: string;
      /** Of the phrase: of two that fit the same words, the longer one says more. */
      letters: number;
    }
  /** A context word that a component needs beside it. */
  | { kind: 'needed'; id: string }
  | { kind: 'signal'; topic: string; weight: number; phrase: string }
  | { kind: 'cue'; id: string }
);

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

/** Compiles the terms. What was trained before from these very sources is taken as it is; without it the phrases are learnt here. */
export function lexicon(source: LexiconSource, trained?: Trained): Lexicon {
  const bare = bareLexicon(source);
  return { ...bare, classifier: classifierOf(trained ?? trainOn(source, bare)) };
}

/** What the phrases teach; some hundred milliseconds. */
export function trainOn(source: LexiconSource, bare = bareLexicon(source)): Trained {
  checkPhrases(source, bare);
  return train(examplesOf(source, bare));
}

function bareLexicon(source: LexiconSource): BareLexicon {
  const components = new Map(source.components.map((component) => [component.id, component]));
  const topics = new Map(source.topics.map((topic) => [topic.id, topic]));
  checkComponents(source, components, topics);
  return { components, topics, book: phraseBook(entries(source)) };
}

/** The phrases as the classifier sees them, on top of what the terms in them say already. */
export function examplesOf(source: Pick<LexiconSource, 'phrases'>, bare: BareLexicon): Example[] {
  return source.phrases.flatMap((file) =>
    file.phrases.flatMap(({ topic, texts }) => texts.map((text) => ({ label: topic, ...exampleOf(text, bare) }))),
  );
}

function exampleOf(text: string, bare: BareLexicon): Omit<Example, 'label'> {
  const reading = readMessage(text, bare);
  const evidence = evidenceOf(reading);
  applyTurns({ evidence, reading, lexicon: bare, facts: {} });
  return { features: featuresOf(reading), prior: evidenceScores(evidence) };
}

/** The lexicon before training, for readings of training texts. */
export type BareLexicon = Omit<Lexicon, 'classifier'>;
export type { Reading };

function* entries({ components, topics, cues }: LexiconSource): Generator<{ key: BookKey; phrase: string }> {
  for (const { id, name, aliases, signals, needs } of components) {
    const own = /[/(]/.test(name) ? [] : [name];
    const names = new Set([...own, ...aliases, ...signals]);
    for (const phrase of names) {
      yield { key: { kind: 'component', id, letters: phrase.length, counted: `component ${id}` }, phrase };
    }
    for (const phrase of needs) yield { key: { kind: 'needed', id, counted: `needed ${id}` }, phrase };
  }
  for (const topic of topics) {
    for (const { any, weight } of topic.signals) {
      for (const phrase of any) {
        const counted = `signal ${topic.id} ${phrase}`;
        yield { key: { kind: 'signal', topic: topic.id, weight, phrase, counted }, phrase };
      }
    }
  }
  for (const { id, any } of cues) {
    for (const phrase of any) yield { key: { kind: 'cue', id, counted: `cue ${id}` }, phrase };
  }
}

/** A wrong id in one knowledge file must stop the start, not a triage. */
function checkComponents(
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
}

function checkPhrases(source: Pick<LexiconSource, 'phrases'>, { topics }: Pick<BareLexicon, 'topics'>): void {
  for (const file of source.phrases) {
    for (const { topic } of file.phrases) {
      if (!topics.has(topic)) throw new Error(`knowledge/phrases: there is no topic "${topic}"`);
    }
  }
}
