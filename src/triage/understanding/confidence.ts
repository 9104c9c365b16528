/** Turns the probability of a scope into the chance that the verdict's scope is right. */
import { type Likely, scopeProbability } from './decide.ts';
import type { Evidence } from './evidence.ts';

/**
 * Platt's curve, fitted by test/triage/understand-calibrate.ts: of held-out phrases, which share had the right scope at each value of
 * the raw probability.
 */
export const PLATT = { slope: 0.8, offset: 0.6 };
/** Below this the topic stays open and a question is asked. */
export const CONFIDENCE_MIN = 0.42;
/** Without any recognised word the classifier only repeats how often topics occur. */
const NO_EVIDENCE_MAX = 0.35;
const EVIDENCE_MIN = 0.8;

export function confidence(likely: readonly Likely[], evidence: Evidence): number {
  const raw = Math.min(Math.max(scopeProbability(likely), 0.001), 0.999);
  const logit = Math.log(raw / (1 - raw));
  const fitted = 1 / (1 + Math.exp(-(PLATT.slope * logit + PLATT.offset)));
  const supported = Math.max(0, ...evidence.values()) >= EVIDENCE_MIN;
  return supported ? fitted : Math.min(fitted, NO_EVIDENCE_MAX);
}
