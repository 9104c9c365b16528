/** What readers hand over, before it is merged into facts. */
import type { Conflict, FactName, Facts, FactValues } from '../model/facts.ts';
import type { Span } from './document.ts';

export type Clock = { today: string };

export type Reading = {
  facts: Facts;
  conflicts: Conflict[];
  /** Program outputs that were recognised, in the order of the text. */
  outputs: { kind: string; evidence: string }[];
  /** What could not be used, in words for a person. */
  notRead: string[];
  /** What the person wrote: the text with program output blanked. */
  words: string;
};

/** How much a statement counts where two disagree. */
export const WEIGHT = { hint: 1, said: 2, shown: 3, corrected: 4 } as const;

export type FoundOf<N extends FactName> = Span & {
  fact: N;
  value: FactValues[N];
  source: 'pasted' | 'typed';
  weight: number;
  approx?: boolean;
  min?: number | undefined;
  max?: number | undefined;
  /** Only bounds or a guess of a day are known: the value is not stated, `min` and `max` are. */
  cluster?: string | undefined;
};
export type Found = { [N in FactName]: FoundOf<N> }[FactName];

type Detail = Partial<Pick<Found, 'weight' | 'approx' | 'min' | 'max' | 'cluster'>>;

const finding =
  (source: 'pasted' | 'typed', weight: number) =>
  <N extends FactName>(fact: N, value: FactValues[N], span: Span, detail: Detail = {}): Found =>
    ({ fact, value, source, weight, start: span.start, end: span.end, ...detail }) as unknown as Found;

/** A fact from program output. */
export const pasted = finding('pasted', WEIGHT.shown);
/** A fact from prose. */
export const typed = finding('typed', WEIGHT.said);

/** One program output in the message. */
export type Output = Span & { kind: string; found: Found[]; notRead?: string };
