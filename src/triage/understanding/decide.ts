/** Puts evidence and the classifier together into probabilities of topics and of scopes. */
import { type Evidence, topicIds } from './evidence.ts';
import { featuresOf } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { scopeGroup } from './scope-group.ts';

/** Fitted by test/triage/understand-calibrate.ts on cross-validated phrases: the weights that make the right topic likeliest. */
export const EVIDENCE_WEIGHT = 0.9;
export const CLASSIFIER_WEIGHT = 1.5;
/** Evidence beyond this adds nothing. */
const EVIDENCE_MAX = 12;
/** How far below its favourite the classifier can put a topic; beyond it, it only repeats the same words. */
const CLASSIFIER_MIN = -3.5;
/** Damps the classifier's overconfidence in long texts: its score is a sum over features that are not independent. */
const LENGTH_POWER = 0.5;

export type Likely = { topic: string; probability: number };

export function topicScores(
  reading: Reading,
  evidence: Evidence,
  lexicon: Lexicon,
): { topic: string; score: number }[] {
  const scores = classifierScores(reading, lexicon);
  return topicIds(lexicon).map((topic) => ({
    topic,
    score:
      EVIDENCE_WEIGHT * Math.min(evidence.get(topic) ?? 0, EVIDENCE_MAX) + CLASSIFIER_WEIGHT * (scores.get(topic) ?? 0),
  }));
}

/** The classifier's view of each topic, 0 for its favourite and below 0 for the others. */
export function classifierScores(reading: Reading, lexicon: Lexicon): Map<string, number> {
  const { scores, known } = lexicon.classifier.score(featuresOf(reading));
  const best = Math.max(...scores);
  const length = Math.max(1, known) ** LENGTH_POWER;
  const byTopic = new Map(lexicon.classifier.labels.map((label, l) => [label, ((scores[l] ?? 0) - best) / length]));
  // A topic without phrases is as unlikely as the unlikeliest.
  const worst = Math.min(0, ...byTopic.values());
  return new Map(topicIds(lexicon).map((topic) => [topic, Math.max(CLASSIFIER_MIN, byTopic.get(topic) ?? worst)]));
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

/** How likely it is that the scope of the likeliest topic is right: topics of one scope add up. */
export function scopeProbability(likely: readonly Likely[]): number {
  const [first] = likely;
  if (!first) return 0;
  const group = scopeGroup(first.topic);
  return likely.reduce((sum, { topic, probability }) => (scopeGroup(topic) === group ? sum + probability : sum), 0);
}
