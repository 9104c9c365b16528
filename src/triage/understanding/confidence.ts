/** Turns the probability of a scope into the chance that the verdict's scope is right. */
import { type Likely, scopeProbability, sideProbability } from './decide.ts';
import type { Evidence } from './evidence.ts';
import { isContent } from './features.ts';
import type { Reading } from './reading.ts';

/**
 * Platt's curve, fitted by test/triage/understand-calibrate.ts: of held-out phrases, which share had the right scope at each value of
 * the raw probability.
 */
export const PLATT = { slope: 0.81, offset: 0.34 };
/** Below this the topic stays open and a question is asked. */
const CONFIDENCE_MIN = 0.42;
/**
 * The same for the side: covered or turned away. To turn a covered topic away, or to promise help with an excluded one, costs three
 * times what a question costs; on held-out phrases the sum was lowest here (test/triage/understand-calibrate.ts prints it).
 */
const SIDE_MIN = 0.6;
/** Without any recognised name or signal, and no word of content, the classifier only repeats how often topics occur. */
const NOTHING_SAID_MAX = 0.35;
const EVIDENCE_MIN = 0.8;

export function confidence(likely: readonly Likely[], evidence: Evidence, reading: Reading): number {
  const raw = Math.min(Math.max(scopeProbability(likely), 0.001), 0.999);
  const logit = Math.log(raw / (1 - raw));
  const fitted = 1 / (1 + Math.exp(-(PLATT.slope * logit + PLATT.offset)));
  if (Math.max(0, ...evidence.values()) >= EVIDENCE_MIN) return fitted;
  return tellsSomething(reading) ? fitted : Math.min(fitted, NOTHING_SAID_MAX);
}

/** Sure enough to say it without asking. */
export const isSure = (likely: readonly Likely[], sure: number): boolean =>
  sure >= CONFIDENCE_MIN && sideProbability(likely) >= SIDE_MIN;

/** Words of every message about a cluster. */
const GENERIC = new Set(
  'aks arc azure kubernetes k8s cluster clusters local hybrid windows server prod production test system please hi hello hey team dear help need support ticket today yesterday morning since now microsoft our my version guys everything nothing anything something thing things work works working'.split(
    ' ',
  ),
);

/** A word of content: in no turn of phrase, no number, not said of every cluster. */
function tellsSomething({ words, cues }: Reading): boolean {
  const phrased = new Set<number>();
  for (const { first, last } of cues) for (let i = first; i <= last; i++) phrased.add(i);
  return words.some(({ text }, i) => !phrased.has(i) && !GENERIC.has(text) && isContent(text));
}
