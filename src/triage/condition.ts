/**
 * Does a condition of the policy hold for what is known? Three answers: yes, no, and "not known", with the facts the answer
 * rests on. An unknown fact never makes a condition true or false, except where the policy itself says what it counts as.
 * A condition is compiled once; whether it holds can be asked without why, because most rules are silent and nobody asks them.
 */
import type { Condition, FullTest, Test } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../model/facts.ts';
import { type Answer, type FactTest, factTest, fullTest, type Surroundings } from './fact-test.ts';

export type { Answer, Surroundings } from './fact-test.ts';
export { withParents } from './fact-test.ts';

export type Held = {
  held: Answer;
  /** Facts that decided it. */
  because: string[];
  /** Facts that would decide it; empty unless unknown. */
  needs: string[];
  /** Facts that count as met although they are not known (`nodeChange.directedByMicrosoft` for a part of one). */
  presumed: string[];
};

export type Compiled = {
  /** Whether it holds. */
  answer(facts: Facts, around: Surroundings): Answer;
  /** Whether it holds, and why. */
  explain(facts: Facts, around: Surroundings): Held;
  /** Names of the facts it looks at. */
  reads: readonly string[];
};

export const holds = (condition: Condition, facts: Facts, around: Surroundings): Held =>
  compiled(condition).explain(facts, around);

const known = new WeakMap<Condition, Compiled>();

export function compiled(condition: Condition): Compiled {
  const before = known.get(condition);
  if (before) return before;
  const fresh = compile(condition);
  known.set(condition, fresh);
  return fresh;
}

function compile(condition: Condition): Compiled {
  if ('all' in condition) return everyOf((condition.all as Condition[]).map(compiled));
  if ('any' in condition) return someOf((condition.any as Condition[]).map(compiled));
  if ('not' in condition) return oppositeOf(compiled(condition.not as Condition));
  return everyOf(Object.entries(condition as Record<string, Test>).map(([name, test]) => factCondition(name, test)));
}

const readBy = (parts: readonly Compiled[]): string[] => [...new Set(parts.flatMap(({ reads }) => reads))];

function everyOf(parts: readonly Compiled[]): Compiled {
  const [only] = parts;
  return {
    answer: only && parts.length === 1 ? only.answer : (facts, around) => answerOfEvery(parts, facts, around),
    explain: (facts, around) => every(parts.map((part) => part.explain(facts, around))),
    reads: readBy(parts),
  };
}

const someOf = (parts: readonly Compiled[]): Compiled => ({
  answer: (facts, around) => answerOfSome(parts, facts, around),
  explain: (facts, around) => some(parts.map((part) => part.explain(facts, around))),
  reads: readBy(parts),
});

const oppositeOf = ({ answer, explain, reads }: Compiled): Compiled => ({
  answer: (facts, around) => opposite(answer(facts, around)),
  explain: (facts, around) => {
    const inner = explain(facts, around);
    return { ...inner, held: opposite(inner.held) };
  },
  reads,
});

const opposite = (answer: Answer): Answer => (answer === 'unknown' ? 'unknown' : !answer);

function answerOfEvery(parts: readonly Compiled[], facts: Facts, around: Surroundings): Answer {
  let answer: Answer = true;
  for (const part of parts) {
    const said = part.answer(facts, around);
    if (said === false) return false;
    if (said === 'unknown') answer = said;
  }
  return answer;
}

function answerOfSome(parts: readonly Compiled[], facts: Facts, around: Surroundings): Answer {
  let answer: Answer = false;
  for (const part of parts) {
    const said = part.answer(facts, around);
    if (said === true) return true;
    if (said === 'unknown') answer = said;
  }
  return answer;
}

/** Sorted and without repeats, as each list is; most are empty. */
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

const KNOWN_TODAY = { source: 'assumed', evidence: 'the day of the triage', approx: false } as const;

const factNamed = (name: string, facts: Facts, { today }: Surroundings): Fact | undefined =>
  name === 'today' ? { value: today, ...KNOWN_TODAY } : (facts as Record<string, Fact | undefined>)[name];

function factCondition(name: string, test: Test): Compiled {
  const full = fullTest(test);
  const says = factTest(name, full);
  const entries = full.some && entryTests(full.some);
  return {
    answer(facts, around) {
      const fact = factNamed(name, facts, around);
      if (fact && entries && Array.isArray(fact.value)) return testEntries(name, entries, fact, around).held;
      return whileUnknown(full, says(fact, facts, around));
    },
    explain(facts, around) {
      const fact = factNamed(name, facts, around);
      if (fact && entries && Array.isArray(fact.value)) return testEntries(name, entries, fact, around);
      return heldBy(name, says(fact, facts, around), full, facts);
    },
    reads: namesIn(name, full),
  };
}

const namesIn = (name: string, { minorsFrom }: FullTest): string[] => (minorsFrom ? [name, minorsFrom.fact] : [name]);

const whileUnknown = (test: FullTest, answer: Answer): Answer =>
  answer === 'unknown' && test.whileUnknown !== undefined ? true : answer;

/** A comparison of two facts rests on both, and is open as long as one of them is. */
function heldBy(name: string, answer: Answer, test: FullTest, known: object): Held {
  const names = namesIn(name, test);
  const present = names.filter((one) => Object.hasOwn(known, one));
  if (answer !== 'unknown') return { held: answer, because: present, needs: [], presumed: [] };
  if (test.whileUnknown === undefined) {
    const absent = names.filter((one) => !present.includes(one));
    return { held: 'unknown', because: [], needs: absent.length > 0 ? absent : names, presumed: [] };
  }
  return { held: true, because: [], needs: [], presumed: test.whileUnknown === 'presumed' ? [name] : [] };
}

/** Entries of a list are small records, tested field by field. */
type EntryTest = { field: string; test: FullTest; says: FactTest };

const entryTests = (tests: Record<string, Test>): EntryTest[] =>
  Object.entries(tests).map(([field, test]) => {
    const full = fullTest(test);
    return { field, test: full, says: factTest(field, full) };
  });

type Entry = Record<string, unknown>;

function answerIn(entry: Entry, { field, says }: EntryTest, around: Surroundings): Answer {
  const value = entry[field];
  return says(value === undefined ? undefined : ({ value, ...KNOWN_TODAY } as unknown as Fact), {}, around);
}

/** A suspected list (`approx`) decides nothing. */
function testEntries(name: string, tests: readonly EntryTest[], fact: Fact, around: Surroundings): Held {
  if (fact.approx) return { held: 'unknown', because: [], needs: [name], presumed: [] };
  const found = some(
    (fact.value as Entry[]).map((entry) =>
      every(tests.map((one) => heldBy(one.field, answerIn(entry, one, around), one.test, entry))),
    ),
  );
  return {
    held: found.held,
    because: [name],
    needs: found.held === 'unknown' ? [name] : [],
    presumed: found.presumed.map((part) => `${name}.${part}`),
  };
}
