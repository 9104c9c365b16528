/** What every turn works on: the evidence so far, the message, and how much a turn of phrase may move. */
import { add, type Evidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { CueHit, Reading } from './reading.ts';
import type { SettlingFacts } from './settling.ts';

export { add };

export type Turn = { evidence: Evidence; reading: Reading; lexicon: Pick<Lexicon, 'components'>; facts: SettlingFacts };

/** Asked in so many words, and no fault is told. */
export const SETTLED = 6;
/** A turn of phrase that all but settles the topic. */
export const STRONG = 4;
/** One that makes it likely. */
export const LIKELY = 2.5;
export const HINT = 1.2;

/** What is left of evidence that a turn of phrase explains away, more or less. */
export const FAINT = 0.15;
export const SMALL = 0.35;
export const HALF = 0.5;

/** Cues in the person's own words; pasted output asks for nothing. */
export function cuesOf(reading: Reading, id: string): CueHit[] {
  return reading.cues.filter((cue) => cue.id === id && reading.layout.pasted[cue.first] === 0);
}
export const says = (reading: Reading, id: string): boolean => cuesOf(reading, id).length > 0;

export const causes = (reading: Reading): Mention[] => reading.mentions.filter(({ role }) => role === 'cause');

export function damp({ evidence }: Turn, topic: string, factor = FAINT): void {
  const weight = evidence.get(topic);
  if (weight !== undefined) evidence.set(topic, weight * factor);
}

/** Somebody reports a fault: fault words of their own, or pasted errors. */
export function tellsFault(reading: Reading): boolean {
  return reading.cues.some((cue) => cue.id === 'fault');
}
