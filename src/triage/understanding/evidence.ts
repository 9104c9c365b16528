/** Weighs what was read into evidence for each topic: signals, the parts named things play, and turns of phrase. */
import type { Component } from '../../../knowledge/schema.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Reading, SignalHit } from './reading.ts';

export type Evidence = Map<string, number>;

/** What a name as the cause is worth by who made it. Everyday Kubernetes words weigh little: every message has some. */
const CLASS_WEIGHT: Record<Component['class'], number> = {
  'closed-source': 3,
  'open-source': 2.4,
  'open-source-networking': 2.6,
  'community-cni': 2,
  'microsoft-managed': 1.6,
  'azure-integration': 2,
  'kubernetes-core': 0.7,
  'host-platform': 0.5,
  'other-product': 3,
};
/** The second and later signals of a topic say less than the first. */
const SIGNAL_FADE = 0.5;
const FAULTY_FACTOR = 1.25;
const FIRST_SENTENCE_FACTOR = 1.2;
const PASTED_FACTOR = 0.8;
const GUILTY_BONUS = 4;
/** Told in a sentence without a fault, while others tell one. */
const STORY_FACTOR = 0.6;
/** Told before "but now the real thing". */
const HISTORY_FACTOR = 0.35;
/** Named without being the cause. */
const ASIDE_FACTOR = 0.1;

export function evidenceOf(reading: Reading): Evidence {
  const evidence: Evidence = new Map();
  const told = { sentences: tellingSentences(reading), from: matterFrom(reading) };
  addSignals(evidence, speaking(reading), (signal) => weightIn(told, reading, signal.first));
  for (const mention of reading.mentions) addMention(evidence, mention, reading, told);
  return evidence;
}

/** Signals that lie inside a name which is denied, bypassed or healthy speak for nothing. */
function speaking({ signals, mentions }: Reading): SignalHit[] {
  const silent = new Set<number>();
  for (const { role, occurrences } of mentions) {
    if (role === 'cause' || role === 'collateral') continue;
    for (const { first, last } of occurrences) for (let word = first; word <= last; word++) silent.add(word);
  }
  if (silent.size === 0) return [...signals];
  return signals.filter(({ first, last }) => {
    for (let word = first; word <= last; word++) if (silent.has(word)) return false;
    return true;
  });
}

type Told = {
  /** Sentences that tell a fault. */
  sentences: ReadonlySet<number>;
  /** First word of the matter itself: "thanks for yesterday, but now …". */
  from: number;
};

const matterFrom = ({ cues }: Reading): number =>
  Math.max(0, ...cues.filter(({ id }) => id === 'real-matter').map(({ first }) => first));

/** Sentences that tell a fault; empty where none does. */
function tellingSentences({ cues, layout }: Reading): Set<number> {
  return new Set(cues.filter(({ id }) => id === 'fault').map(({ first }) => layout.sentence[first] ?? 0));
}

/** The first sentence and pasted output count in full; a story around the fault counts less. */
function weightIn(told: Told, { layout }: Reading, word: number): number {
  if (word < told.from) return HISTORY_FACTOR;
  const sentence = layout.sentence[word] ?? 0;
  const { sentences } = told;
  const full = sentences.size === 0 || sentence === 0 || layout.pasted[word] === 1 || sentences.has(sentence);
  return full ? 1 : STORY_FACTOR;
}

export function add(evidence: Evidence, topic: string, weight: number): void {
  evidence.set(topic, (evidence.get(topic) ?? 0) + weight);
}

/** Distinct phrases of a topic, strongest first, each worth half of the one before. */
function addSignals(evidence: Evidence, signals: readonly SignalHit[], factor: (signal: SignalHit) => number): void {
  const byTopic = new Map<string, Map<string, number>>();
  for (const signal of signals) {
    const { topic, phrase } = signal;
    const phrases = byTopic.get(topic) ?? new Map<string, number>();
    phrases.set(phrase, Math.max(phrases.get(phrase) ?? 0, signal.weight * factor(signal)));
    byTopic.set(topic, phrases);
  }
  for (const [topic, phrases] of byTopic) {
    const weights = [...phrases.values()].sort((a, b) => b - a);
    add(
      evidence,
      topic,
      weights.reduce((sum, weight, i) => sum + weight * SIGNAL_FADE ** i, 0),
    );
  }
}

function addMention(evidence: Evidence, mention: Mention, reading: Reading, told: Told): void {
  const { component } = mention;
  const weight = CLASS_WEIGHT[component.class];
  if (mention.role !== 'cause') {
    add(evidence, component.topic, weight * ASIDE_FACTOR);
    return;
  }
  const best = Math.max(
    ...mention.occurrences.map(
      (at) =>
        weightIn(told, reading, at.first) *
        (at.faulty ? FAULTY_FACTOR : 1) *
        (reading.layout.sentence[at.first] === 0 ? FIRST_SENTENCE_FACTOR : 1) *
        (at.pasted ? PASTED_FACTOR : 1),
    ),
  );
  add(evidence, component.topic, weight * best + (mention.guilty ? GUILTY_BONUS : 0));
}

/** Topics of a lexicon in a fixed order. */
export const topicIds = (lexicon: Pick<Lexicon, 'topics'>): string[] => [...lexicon.topics.keys()];
