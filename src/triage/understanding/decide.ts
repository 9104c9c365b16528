/** Puts evidence and the classifier together into probabilities of topics and of scopes. */
import type { Classifier } from '../../text/classifier.ts';
import { type Evidence, topicIds } from './evidence.ts';
import { featuresOf } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { isTurnedAway, scopeGroup } from './scope-group.ts';

/**
 * What a point of evidence is worth beside the classifier, which is trained on top of it. The terms were written with the phrases at
 * hand, so that they look better on phrases than on messages from elsewhere; a low weight allows for that.
 */
export const EVIDENCE_WEIGHT = 0.3;
/** What is explained away by a turn of phrase is no guess of words any more. */
const AGAINST_WEIGHT = 0.8;
/** Evidence beyond this adds nothing. */
const EVIDENCE_MAX = 12;

export type Likely = { topic: string; probability: number };

export function topicScores(
  reading: Reading,
  evidence: Evidence,
  lexicon: Lexicon,
): { topic: string; score: number }[] {
  const prior = evidenceScores(evidence);
  return classifierScores(reading, lexicon).map(({ topic, score }) => ({
    topic,
    score: (prior.get(topic) ?? 0) + score,
  }));
}

/** What the evidence alone scores; topics without any are left out. */
export const evidenceScores = (evidence: Evidence): Map<string, number> =>
  new Map(
    [...evidence].map(([topic, weight]) => [
      topic,
      (weight < 0 ? AGAINST_WEIGHT : EVIDENCE_WEIGHT) * Math.min(weight, EVIDENCE_MAX),
    ]),
  );

type Scored = readonly { topic: string; score: number }[];

/** A message is scored by its words alone; other facts, as they come in, change only what is added to it. */
const scored = new WeakMap<Classifier, WeakMap<Reading, Scored>>();

function classifierScores(reading: Reading, lexicon: Lexicon): Scored {
  const known = scored.get(lexicon.classifier) ?? new WeakMap<Reading, Scored>();
  scored.set(lexicon.classifier, known);
  const scores = known.get(reading) ?? scoresOf(reading, lexicon);
  known.set(reading, scores);
  return scores;
}

/** The classifier's view of each topic; one without phrases is as unlikely as the unlikeliest. */
function scoresOf(reading: Reading, lexicon: Lexicon): Scored {
  const { scores } = lexicon.classifier.score(featuresOf(reading));
  const byTopic = new Map(lexicon.classifier.labels.map((label, l) => [label, scores[l] ?? 0]));
  const worst = Math.min(0, ...scores);
  return topicIds(lexicon).map((topic) => ({ topic, score: byTopic.get(topic) ?? worst }));
}

/** Softmax, likeliest first. */
export function probabilities(scores: readonly { topic: string; score: number }[]): Likely[] {
  const best = Math.max(...scores.map(({ score }) => score));
  const raw = scores.map(({ topic, score }) => ({ topic, probability: Math.exp(score - best) }));
  const sum = raw.reduce((total, { probability }) => total + probability, 0);
  return raw
    .map(({ topic, probability }) => ({ topic, probability: probability / sum }))
    .sort((a, b) => b.probability - a.probability);
}

/**
 * How likely it is that the likeliest topic lies on the right side: covered, or turned away. A verdict on the wrong side does the harm,
 * one beside the right scope on the same side little.
 */
export function sideProbability(likely: readonly Likely[]): number {
  const [first] = likely;
  if (!first) return 0;
  const away = isTurnedAway(first.topic);
  return likely.reduce((sum, { topic, probability }) => (isTurnedAway(topic) === away ? sum + probability : sum), 0);
}

/** How likely it is that the scope of the likeliest topic is right: topics of one scope add up. */
export function scopeProbability(likely: readonly Likely[]): number {
  const [first] = likely;
  if (!first) return 0;
  const group = scopeGroup(first.topic);
  return likely.reduce((sum, { topic, probability }) => (scopeGroup(topic) === group ? sum + probability : sum), 0);
}
