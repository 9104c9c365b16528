/**
 * Does a condition of the policy hold for what is known? Three answers: yes, no, and "not known", with the facts the answer
 * rests on. An unknown fact never makes a condition true or false, except where the policy itself says what it counts as.
 */
import type { Condition, FullTest, Rule, Test, Topic } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../model/facts.ts';
import { plusMonths } from './days.ts';

export type Held = {
  held: boolean | 'unknown';
  /** Facts that decided it. */
  because: string[];
  /** Facts that would decide it; empty unless unknown. */
  needs: string[];
  /** Facts that count as met although they are not known (`nodeChange.directedByMicrosoft` for a part of one). */
  presumed: string[];
};

export type Surroundings = { today: string; topics: readonly Topic[] };

type Answer = boolean | 'unknown';

export function holds(condition: Condition, facts: Facts, around: Surroundings): Held {
  if ('all' in condition) return every((condition.all as Condition[]).map((part) => holds(part, facts, around)));
  if ('any' in condition) return some((condition.any as Condition[]).map((part) => holds(part, facts, around)));
  if ('not' in condition) return opposite(holds(condition.not as Condition, facts, around));
  return every(
    Object.entries(condition as Record<string, Test>).map(([name, test]) => testFact(name, test, facts, around)),
  );
}

/** Sorted and without repeats, as each list is; most are empty, and a triage makes thousands. */
function union(lists: readonly string[][]): string[] {
  let only: string[] | undefined;
  for (const list of lists) {
    if (list.length === 0) continue;
    if (only !== undefined) return [...new Set(lists.flat())].sort();
    only = list;
  }
  return only ?? [];
}

const NOTHING: string[] = [];
const because = (part: Held): string[] => part.because;
const needs = (part: Held): string[] => part.needs;
const presumed = (part: Held): string[] => part.presumed;

/** All parts have to hold; one that does not decides, whatever is open beside it. */
function every(parts: Held[]): Held {
  const [only] = parts;
  if (only && parts.length === 1) return only.held === false ? { ...only, needs: NOTHING, presumed: NOTHING } : only;
  const failed = parts.filter((part) => part.held === false);
  if (failed.length > 0) return { held: false, because: union(failed.map(because)), needs: NOTHING, presumed: NOTHING };
  const open = parts.filter((part) => part.held === 'unknown');
  return {
    held: open.length > 0 ? 'unknown' : true,
    because: union(parts.map(because)),
    needs: union(open.map(needs)),
    presumed: union(parts.map(presumed)),
  };
}

/** One part that holds decides; one that rests on no presumption is the better reason. */
function some(parts: Held[]): Held {
  const met = parts.filter((part) => part.held === true);
  if (met.length > 0) {
    const sure = met.filter((part) => part.presumed.length === 0);
    const reasons = sure.length > 0 ? sure : met;
    return { held: true, because: union(reasons.map(because)), needs: NOTHING, presumed: union(reasons.map(presumed)) };
  }
  const open = parts.filter((part) => part.held === 'unknown');
  return {
    held: open.length > 0 ? 'unknown' : false,
    because: union((open.length > 0 ? open : parts).map(because)),
    needs: union(open.map(needs)),
    presumed: NOTHING,
  };
}

const opposite = (inner: Held): Held => ({ ...inner, held: inner.held === 'unknown' ? 'unknown' : !inner.held });

const KNOWN_TODAY = { source: 'assumed', evidence: 'the day of the triage', approx: false } as const;

function testFact(name: string, test: Test, facts: Facts, around: Surroundings): Held {
  const full = fullTest(test);
  const fact =
    name === 'today' ? { value: around.today, ...KNOWN_TODAY } : (facts as Record<string, Fact | undefined>)[name];
  if (fact && full.some && Array.isArray(fact.value)) return testEntries(name, full.some, fact, around);
  const answer = answerOf(name, full, fact, facts, around);
  return heldBy(name, answer, full, facts);
}

const fullTest = (test: Test): FullTest => (typeof test === 'object' ? test : { is: test });

/** A comparison of two facts rests on both, and is open as long as one of them is. */
function heldBy(name: string, answer: Answer, test: FullTest, known: object): Held {
  const names = test.minorsFrom ? [name, test.minorsFrom.fact] : [name];
  const present = names.filter((one) => Object.hasOwn(known, one));
  if (answer !== 'unknown') return { held: answer, because: present, needs: [], presumed: [] };
  if (test.whileUnknown === undefined) {
    const absent = names.filter((one) => !present.includes(one));
    return { held: 'unknown', because: [], needs: absent.length > 0 ? absent : names, presumed: [] };
  }
  return { held: true, because: [], needs: [], presumed: test.whileUnknown === 'presumed' ? [name] : [] };
}

/** Entries of a list are small records; a suspected list (`approx`) decides nothing. */
function testEntries(name: string, tests: Record<string, Test>, fact: Fact, around: Surroundings): Held {
  const entries = (fact.value as unknown[]).map((entry) => testEntry(entry as Record<string, unknown>, tests, around));
  const found = some(entries);
  const prefixed = (parts: string[]) => parts.map((part) => `${name}.${part}`);
  if (fact.approx) return { held: 'unknown', because: [], needs: [name], presumed: [] };
  return {
    held: found.held,
    because: [name],
    needs: found.held === 'unknown' ? [name] : [],
    presumed: prefixed(found.presumed),
  };
}

function testEntry(entry: Record<string, unknown>, tests: Record<string, Test>, around: Surroundings): Held {
  return every(
    Object.entries(tests).map(([field, test]) => {
      const full = fullTest(test);
      const value = entry[field];
      const fact = value === undefined ? undefined : ({ value, ...KNOWN_TODAY } as unknown as Fact);
      return heldBy(field, answerOf(field, full, fact, {}, around), full, entry);
    }),
  );
}

function answerOf(name: string, test: FullTest, fact: Fact | undefined, facts: Facts, around: Surroundings): Answer {
  if (test.mentioned !== undefined) return (fact !== undefined) === test.mentioned;
  const known = fact !== undefined && fact.value !== 'unknown';
  if (test.known !== undefined && known !== test.known) return false;
  if (test.known === false) return true;
  if (!known) return Object.keys(test).every((key) => key === 'known') ? true : 'unknown';
  const answers: Answer[] = [];
  if (test.is !== undefined) answers.push(isOneOf(name, fact, [test.is], around));
  if (test.in !== undefined) answers.push(isOneOf(name, fact, test.in, around));
  if (test.moreThan !== undefined) answers.push(isMoreThan(fact, test.moreThan));
  if (test.atMost !== undefined) answers.push(isAtMost(fact, test.atMost));
  answers.push(...datesOf(test, fact, around.today), ...versionsOf(test, fact, facts));
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}

const sameWord = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** A topic is also what its parents are. */
function isOneOf(name: string, fact: Fact, wanted: readonly unknown[], around: Surroundings): Answer {
  if (fact.approx) return 'unknown';
  const values: readonly unknown[] = name === 'topic' ? withParents(String(fact.value), around.topics) : [fact.value];
  return values.some((value) => wanted.some((word) => sameWord(value, word)));
}

/** Chains are the same as long as the topics are; weighing asks for them hundreds of times. */
const chains = new WeakMap<readonly Topic[], Map<string, readonly string[]>>();

export function withParents(topic: string, topics: readonly Topic[]): readonly string[] {
  const known = chains.get(topics) ?? new Map<string, readonly string[]>();
  chains.set(topics, known);
  const chain = known.get(topic) ?? chainOf(topic, topics);
  known.set(topic, chain);
  return chain;
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
function isMoreThan(fact: Fact, limit: number): Answer {
  const value = Number(fact.value);
  if (!fact.approx) return value > limit;
  if (fact.min !== undefined && fact.min > limit) return true;
  if (fact.max !== undefined && fact.max <= limit) return false;
  return isSafelyInside(fact, limit) ? false : 'unknown';
}

const isAtMost = (fact: Fact, limit: number): Answer => {
  const more = isMoreThan(fact, limit);
  return more === 'unknown' ? 'unknown' : !more;
};

/** How many times a guess may be wrong before it counts as near the limit. */
const GUESS_MARGIN = 2;

const isSafelyInside = (fact: Fact, limit: number): boolean =>
  fact.min === undefined && fact.max === undefined && Number(fact.value) * GUESS_MARGIN <= limit;

function datesOf(test: FullTest, fact: Fact, today: string): Answer[] {
  const day = String(fact.value);
  const answers: Answer[] = [];
  if (test.from !== undefined) answers.push(day >= test.from);
  if (test.before !== undefined) answers.push(day < test.before);
  if (test.moreThanMonthsAgo !== undefined) answers.push(today > plusMonths(day, test.moreThanMonthsAgo));
  if (test.atMostMonthsAgo !== undefined) answers.push(today <= plusMonths(day, test.atMostMonthsAgo));
  return fact.approx ? answers.map(() => 'unknown') : answers;
}

function versionsOf(test: FullTest, fact: Fact, facts: Facts): Answer[] {
  const answers: Answer[] = [];
  if (test.versionBelow !== undefined)
    answers.push(fact.approx ? 'unknown' : isBelow(String(fact.value), test.versionBelow));
  if (test.minorsFrom !== undefined) {
    const other = (facts as Record<string, Fact | undefined>)[test.minorsFrom.fact];
    const exact = other && !other.approx && !fact.approx;
    answers.push(exact ? minorsBetween(String(fact.value), String(other.value)) > test.minorsFrom.moreThan : 'unknown');
  }
  return answers;
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

const readBy = new WeakMap<Rule, readonly string[]>();

/** Names of the facts that a rule looks at, wherever in its conditions. */
export function factsRead(rule: Rule): readonly string[] {
  const known = readBy.get(rule);
  if (known) return known;
  const conditions = [
    rule.when,
    ...(rule.exempt ?? []).map((exempt) => exempt.when),
    ...(rule.raised ? [rule.raised] : []),
  ];
  const names = [...new Set(conditions.flatMap(namesIn))];
  readBy.set(rule, names);
  return names;
}

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return (condition.all as Condition[]).flatMap(namesIn);
  if ('any' in condition) return (condition.any as Condition[]).flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not as Condition);
  return Object.entries(condition as Record<string, Test>).flatMap(([name, test]) => {
    const other = fullTest(test).minorsFrom?.fact;
    return other ? [name, other] : [name];
  });
}
