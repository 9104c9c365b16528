/**
 * Which questions are still worth asking, best first. A question is worth asking when the answers that the bot can imagine
 * (the outcomes of knowledge/facts.yaml) lead to different verdicts; its worth is the information its answer is expected to give.
 */
import type { FactQuestion } from '../../knowledge/schema.ts';
import { type FactName, type Facts, isFactName } from '../model/facts.ts';
import type { Ask } from '../model/report.ts';

export type Asking = {
  facts: Facts;
  questions: readonly FactQuestion[];
  /** Ids of questions that were asked already, whatever the answer: nothing is asked twice. */
  asked: ReadonlySet<string>;
  /** Facts whose value could settle what the words left open (who made the part, which stage the feature has). */
  fromWords: readonly Ask[];
  /** Facts that some word of the person hints at, without saying them (knowledge/triggers.yaml). */
  hinted: ReadonlySet<string>;
  /** Facts that the policy leaves open although a value is known, such as who directed a change. */
  fromPolicy: ReadonlySet<string>;
  /** The verdict if some facts had these values, as a word that is equal where the verdict is. */
  verdictUnder(values: Readonly<Record<string, unknown>>): string;
};

/** Worth of a question that the words raised: it decides the scope, so it comes before every state of the cluster. */
const FROM_WORDS_BITS = 2;
/** Worth of a question that a word hints at and that moves a warning rather than the verdict. */
const HINTED_BITS = 0.4;

export function worthAsking(asking: Asking): Ask[] {
  const worth: { ask: Ask; bits: number; first: boolean }[] = [];
  for (const { fact, why } of asking.fromWords) {
    if (!asking.asked.has(fact)) worth.push({ ask: { fact, why }, bits: FROM_WORDS_BITS, first: false });
  }
  for (const question of asking.questions) {
    if (!isFactName(question.fact) || !isOpen(question, asking)) continue;
    const bits = question.outcomes.length > 0 ? expectedBits(question, asking) : HINTED_BITS;
    if (bits > 0) worth.push({ ask: { fact: question.fact, why: question.why }, bits, first: question.first });
  }
  const ordered = worth.sort((a, b) => b.bits - a.bits || a.ask.fact.localeCompare(b.ask.fact));
  const alone = ordered.find((entry) => entry.first);
  return unique((alone ? [alone] : ordered).map((entry) => entry.ask));
}

const unique = (asks: Ask[]): Ask[] =>
  asks.filter((ask, at) => asks.findIndex((other) => other.fact === ask.fact) === at);

const DIRECTED = 'nodeChange.directedByMicrosoft';

/** Which part of a node change is to be asked: who directed it; where support did not, whether an article of Microsoft's has it. */
export const openPart = ({ nodeChange }: Facts): FactQuestion['part'] =>
  nodeChange?.value.some((one) => one.directedByMicrosoft === false && one.documentedByMicrosoft === undefined)
    ? 'documentedByMicrosoft'
    : 'directedByMicrosoft';

function isOpen(question: FactQuestion, asking: Asking): boolean {
  const { facts, asked, fromPolicy, hinted } = asking;
  if (asked.has(askedId(question)) || (question.onlyRaised && !hinted.has(question.fact))) return false;
  if (question.outcomes.length === 0 && !hinted.has(question.fact)) return false;
  if (question.onlyOpen)
    return question.part === openPart(facts) && (fromPolicy.has(question.fact) || asked.has(DIRECTED));
  const conditions = Object.entries(question.onlyIf);
  const settled = [question.fact, ...question.settles].some((name) => isSettled(name as FactName, asking));
  return (
    !settled &&
    (conditions.length === 0 ||
      // "Since it came back after the move": it runs, and a stop is hinted at that only this question can be about.
      hinted.has(question.fact) ||
      conditions.some(([name, values]) => hasOneOf(facts, name, values))) &&
    !Object.entries(question.unless).some(([name, values]) => hasOneOf(facts, name, values))
  );
}

/** A question about a part of a fact has an id of its own: that the change was asked about says nothing of who directed it. */
export const askedId = ({ fact, onlyOpen, part }: Pick<FactQuestion, 'fact' | 'onlyOpen' | 'part'>): string =>
  onlyOpen ? `${fact}.${part}` : fact;

/** More than any limit of the policy counts. */
const LONG_DAYS = 10_000;

/** A guess settles where both of its ends lead to the same verdict: "at least two months" does, "some weeks" does not. */
function isSettled(name: FactName, { facts, verdictUnder }: Asking): boolean {
  const fact = facts[name];
  if (fact === undefined || !fact.approx) return fact !== undefined;
  if (fact.min === undefined) return false;
  if (typeof fact.value !== 'number') return true;
  const at = (value: number) => verdictUnder({ [name]: value });
  return at(fact.min) === at(fact.max ?? LONG_DAYS);
}

/** No values given: any known value will do. */
function hasOneOf(facts: Facts, name: string, values: readonly unknown[]): boolean {
  const fact = facts[name as FactName];
  return fact !== undefined && (values.length === 0 || values.includes(fact.value));
}

/** Entropy in bits of the verdicts that the answers lead to; 0 where all lead to the same. */
function expectedBits(question: FactQuestion, { facts, verdictUnder }: Asking): number {
  const chances = new Map<string, number>();
  let total = 0;
  for (const outcome of question.outcomes) {
    const verdict = verdictUnder(inBounds(outcome.facts, facts));
    chances.set(verdict, (chances.get(verdict) ?? 0) + outcome.prior);
    total += outcome.prior;
  }
  let bits = 0;
  for (const chance of chances.values()) bits -= (chance / total) * Math.log2(chance / total);
  return bits;
}

/** "Some weeks in autumn" leaves no answer beyond its bounds: the ones that are imagined move to the nearest that is left. */
function inBounds(values: Readonly<Record<string, unknown>>, facts: Facts): Record<string, unknown> {
  const moved = Object.entries(values).map(([name, value]) => {
    const known = facts[name as FactName];
    if (typeof value !== 'number' || !known?.approx) return [name, value] as const;
    const { min = 0, max = Number.POSITIVE_INFINITY } = known;
    return [name, Math.min(Math.max(value, min), max)] as const;
  });
  return Object.fromEntries(moved);
}

/** Facts as they would be after an answer. */
export function withValues(facts: Facts, values: Readonly<Record<string, unknown>>): Facts {
  const changed: Record<string, unknown> = { ...facts };
  for (const [name, value] of Object.entries(values)) {
    changed[name] = { value, source: 'answered', evidence: 'imagined answer', approx: false };
  }
  return changed as Facts;
}
