/** Whether one fact meets a test of the policy. A test is taken apart once, so that weighing it is a few comparisons. */
import type { FullTest, Test, Topic } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../model/facts.ts';
import { plusMonths } from './days.ts';

/** An unknown fact, or one that is too rough for the test, leaves the answer unknown. */
export type Answer = boolean | 'unknown';

export type Surroundings = { today: string; topics: readonly Topic[] };

export type FactTest = (fact: Fact | undefined, facts: Facts, around: Surroundings) => Answer;

/** One key of a test, for a fact with a known value. */
type Check = (fact: Fact, facts: Facts, around: Surroundings) => Answer;

export const fullTest = (test: Test): FullTest => (typeof test === 'object' ? test : { is: test });

/** The test of the fact of this name. */
export function factTest(name: string, test: FullTest): FactTest {
  const { mentioned, known: wanted } = test;
  if (mentioned !== undefined) return (fact) => (fact !== undefined) === mentioned;
  const asksOnlyKnown = Object.keys(test).every((key) => key === 'known');
  const checks = checksOf(name, test);
  return (fact, facts, around) => {
    const known = fact !== undefined && fact.value !== 'unknown';
    if (wanted !== undefined && known !== wanted) return false;
    if (wanted === false) return true;
    if (!known) return asksOnlyKnown ? true : 'unknown';
    return allOf(checks, fact, facts, around);
  };
}

function allOf(checks: readonly Check[], fact: Fact, facts: Facts, around: Surroundings): Answer {
  let answer: Answer = true;
  for (const check of checks) {
    const said = check(fact, facts, around);
    if (said === false) return false;
    if (said === 'unknown') answer = said;
  }
  return answer;
}

function checksOf(name: string, test: FullTest): Check[] {
  const checks: Check[] = [];
  if (test.is !== undefined) checks.push(isOneOf(name, [test.is]));
  if (test.in !== undefined) checks.push(isOneOf(name, test.in));
  if (test.moreThan !== undefined) checks.push(moreThan(test.moreThan));
  if (test.atMost !== undefined) checks.push(atMost(test.atMost));
  checks.push(...dateChecks(test), ...versionChecks(test));
  return checks;
}

const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** Words are the same in any case; a topic is also what its parents are. */
function isOneOf(name: string, wanted: readonly unknown[]): Check {
  const values = new Set(wanted.map(lower));
  if (name !== 'topic') return (fact) => (fact.approx ? 'unknown' : values.has(lower(fact.value)));
  return (fact, _, { topics }) => {
    if (fact.approx) return 'unknown';
    for (const topic of chainIn(topics, String(fact.value)).words) if (values.has(topic)) return true;
    return false;
  };
}

/** Chains are the same as long as the topics are; weighing asks for them hundreds of times. */
const chains = new WeakMap<readonly Topic[], Map<string, Chain>>();

/** `words` are the ids in lower case. */
type Chain = { ids: readonly string[]; words: readonly string[] };

export const withParents = (topic: string, topics: readonly Topic[]): readonly string[] => chainIn(topics, topic).ids;

function chainIn(topics: readonly Topic[], topic: string): Chain {
  const known = chains.get(topics) ?? new Map<string, Chain>();
  if (known.size === 0) chains.set(topics, known);
  const before = known.get(topic);
  if (before) return before;
  const ids = chainOf(topic, topics);
  const fresh = { ids, words: ids.map((id) => id.toLowerCase()) };
  known.set(topic, fresh);
  return fresh;
}

function chainOf(topic: string, topics: readonly Topic[]): string[] {
  const chain: string[] = [];
  let next: string | undefined = topic;
  while (next !== undefined && !chain.includes(next)) {
    const id: string = next;
    chain.push(id);
    next = topics.find((entry) => entry.id === id)?.parent;
  }
  return chain;
}

/** A range decides where all of it agrees. A mere guess never exceeds a limit, and is inside only with room to spare. */
function moreThan(limit: number): Check {
  return (fact) => {
    const value = Number(fact.value);
    if (!fact.approx) return value > limit;
    if (fact.min !== undefined && fact.min > limit) return true;
    if (fact.max !== undefined && fact.max <= limit) return false;
    return isSafelyInside(fact, limit) ? false : 'unknown';
  };
}

function atMost(limit: number): Check {
  const more = moreThan(limit);
  return (...args) => {
    const said = more(...args);
    return said === 'unknown' ? 'unknown' : !said;
  };
}

/** How many times a guess may be wrong before it counts as near the limit. */
const GUESS_MARGIN = 2;

const isSafelyInside = (fact: Fact, limit: number): boolean =>
  fact.min === undefined && fact.max === undefined && Number(fact.value) * GUESS_MARGIN <= limit;

function dateChecks({ from, before, moreThanMonthsAgo, atMostMonthsAgo }: FullTest): Check[] {
  const checks: Check[] = [];
  const check = (holds: (day: string, today: string) => boolean) =>
    checks.push((fact, _, { today }) => (fact.approx ? 'unknown' : holds(String(fact.value), today)));
  if (from !== undefined) check((day) => day >= from);
  if (before !== undefined) check((day) => day < before);
  if (moreThanMonthsAgo !== undefined) check((day, today) => today > plusMonths(day, moreThanMonthsAgo));
  if (atMostMonthsAgo !== undefined) check((day, today) => today <= plusMonths(day, atMostMonthsAgo));
  return checks;
}

function versionChecks({ versionBelow, minorsFrom }: FullTest): Check[] {
  const checks: Check[] = [];
  if (versionBelow !== undefined)
    checks.push((fact) => (fact.approx ? 'unknown' : isBelow(String(fact.value), versionBelow)));
  if (minorsFrom !== undefined) {
    checks.push((fact, facts) => {
      const other = (facts as Record<string, Fact | undefined>)[minorsFrom.fact];
      if (!other || other.approx || fact.approx) return 'unknown';
      return minorsBetween(String(fact.value), String(other.value)) > minorsFrom.moreThan;
    });
  }
  return checks;
}

const fieldsOf = (version: string): number[] =>
  version
    .replace(/^v/i, '')
    .split('.')
    .map((field) => Number.parseInt(field, 10) || 0);

function isBelow(version: string, limit: string): boolean {
  const [a, b] = [fieldsOf(version), fieldsOf(limit)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const step = (a[at] ?? 0) - (b[at] ?? 0);
    if (step !== 0) return step < 0;
  }
  return false;
}

function minorsBetween(a: string, b: string): number {
  const [one, other] = [fieldsOf(a), fieldsOf(b)];
  if (one[0] !== other[0]) return Number.POSITIVE_INFINITY;
  return Math.abs((one[1] ?? 0) - (other[1] ?? 0));
}
