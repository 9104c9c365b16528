/**
 * How every rule of an edition stands to some facts: whether it speaks, without the words of why. This is the quick half of judging,
 * for the many cases that are only compared: the other editions, and the answers that the bot imagines before it asks.
 */
import { type Outside, type Policy, Role, type Rule } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../model/facts.ts';
import type { Eligibility, Scope, ScopeLimit } from '../model/report.ts';
import { type Answer, type Compiled, compiled, type Surroundings } from './condition.ts';

/** `raised`: undecided, and somebody spoke of the risk. */
export type RuleState = 'speaks' | 'raised' | 'undecided' | 'silent';

/** The verdict on both axes, without its reasons. */
export type Axes = { scope: Scope; scopeLimit: ScopeLimit | null; eligibility: Eligibility };

export type Stand = {
  facts: Facts;
  states: readonly RuleState[];
  /** What puts the case outside the policy, the first of them. */
  outside: Outside | undefined;
};

export const SCOPE_ROLES: readonly Role[] = ['exclusion', 'best_effort', 'in_scope'];
const ROLE_ORDER: readonly Role[] = Role.options;

export const isGate = (rule: Rule): boolean => rule.role === 'gate' || rule.role === 'upgrade';

/** Ids are plain letters and digits, so the order of their codes is theirs. */
export const byId = (a: { rule: Rule }, b: { rule: Rule }): number =>
  a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0;

export const byPrecedence = (a: { rule: Rule }, b: { rule: Rule }): number =>
  ROLE_ORDER.indexOf(a.rule.role) - ROLE_ORDER.indexOf(b.rule.role) || b.rule.weight - a.rule.weight || byId(a, b);

/** What makes a rule speak. */
export type Ground = {
  /** Its place among all grounds. */
  id: number;
  when: Compiled;
  exempt: readonly Compiled[];
  raised: Compiled | undefined;
  reads: readonly string[];
};

export type CompiledRule = { rule: Rule; ground: Ground };

export type CompiledPolicy = {
  /** The most decisive first: gates, then scopes, then what only comes along. */
  rules: readonly CompiledRule[];
  gatesEnd: number;
  scopesEnd: number;
  /** How the rules stand where nothing is known: most look at no fact of a case, and stand like that in it. */
  bare: readonly RuleState[];
  /** Places of the rules that look at a fact. */
  readersOf: ReadonlyMap<string, readonly number[]>;
  clock: Compiled;
  outside: readonly { outside: Outside; when: Compiled }[];
  /** Facts that can put a case outside. */
  outsideReads: ReadonlySet<string>;
};

const rules = new WeakMap<Rule, CompiledRule>();
const policies = new WeakMap<Policy, CompiledPolicy>();

export function compiledRule(rule: Rule): CompiledRule {
  const before = rules.get(rule);
  if (before) return before;
  const fresh = { rule, ground: groundOf(rule) };
  rules.set(rule, fresh);
  return fresh;
}

/** Editions share most of their conditions word for word: they share what is compiled of them too. */
const grounds = new Map<string, Ground>();

function groundOf(rule: Rule): Ground {
  const words = JSON.stringify([rule.when, rule.exempt?.map((exempt) => exempt.when), rule.raised]);
  const before = grounds.get(words);
  if (before) return before;
  const when = compiled(rule.when);
  const exempt = (rule.exempt ?? []).map((one) => compiled(one.when));
  const raised = rule.raised && compiled(rule.raised);
  const reads = [when, ...exempt, ...(raised ? [raised] : [])].flatMap((part) => part.reads);
  const fresh = { id: grounds.size, when, exempt, raised, reads: [...new Set(reads)] };
  grounds.set(words, fresh);
  return fresh;
}

export function compiledPolicy(policy: Policy): CompiledPolicy {
  const before = policies.get(policy);
  if (before) return before;
  const ordered = policy.rules.map(compiledRule).sort(byPrecedence);
  const outside = policy.outside.map((one) => ({ outside: one, when: compiled(one.when) }));
  const fresh = {
    rules: ordered,
    gatesEnd: ordered.filter(({ rule }) => isGate(rule)).length,
    scopesEnd: ordered.filter(({ rule }) => isGate(rule) || SCOPE_ROLES.includes(rule.role)).length,
    bare: ordered.map(({ ground }) => stateOf(ground, {}, NOWHERE)),
    readersOf: readersOf(ordered),
    clock: compiled(policy.versionClock.fine),
    outside,
    outsideReads: new Set(outside.flatMap(({ when }) => when.reads)),
  };
  policies.set(policy, fresh);
  return fresh;
}

/** Only a fact makes a rule look around, but for the day. */
const NOWHERE: Surroundings = { today: '', topics: [] };

function readersOf(ordered: readonly CompiledRule[]): Map<string, number[]> {
  const readers = new Map<string, number[]>();
  ordered.forEach(({ ground }, at) => {
    for (const name of ground.reads) readers.set(name, [...(readers.get(name) ?? []), at]);
  });
  return readers;
}

/** An exemption that is not known leaves the rule speaking. */
export function stateOf({ when, exempt, raised }: Ground, facts: Facts, around: Surroundings): RuleState {
  const answer = when.answer(facts, around);
  if (answer === false || exempt.some((one) => one.answer(facts, around) === true)) return 'silent';
  if (answer === true) return 'speaks';
  return raised?.answer(facts, around) === true ? 'raised' : 'undecided';
}

/** One case is judged by several editions, and by one of them several times. */
const heard = new WeakMap<Facts, { around: Surroundings; states: (RuleState | undefined)[] }>();

/** What grounds say of a case, by their ids. */
function statesUnder(facts: Facts, around: Surroundings): (RuleState | undefined)[] {
  const before = heard.get(facts);
  if (before?.around === around) return before.states;
  const states: (RuleState | undefined)[] = [];
  heard.set(facts, { around, states });
  return states;
}

export function standOf(facts: Facts, policy: CompiledPolicy, around: Surroundings): Stand {
  const known = statesUnder(facts, around);
  const states = [...policy.bare];
  for (const name of ['today', ...Object.keys(facts)]) {
    for (const at of policy.readersOf.get(name) ?? []) {
      const { ground } = policy.rules[at] as CompiledRule;
      const state = known[ground.id] ?? stateOf(ground, facts, around);
      known[ground.id] = state;
      states[at] = state;
    }
  }
  return { facts, states, outside: outsideOf(facts, policy, around) };
}

/** The same case under other facts: only rules that look at a fact which differs are asked again. `before` is of the same edition and day. */
export function standUnder(facts: Facts, before: Stand, policy: CompiledPolicy, around: Surroundings): Stand {
  const states = [...before.states];
  const changed = changedNames(before.facts, facts);
  for (const at of new Set(changed.flatMap((name) => policy.readersOf.get(name) ?? []))) {
    const rule = policy.rules[at];
    if (rule) states[at] = stateOf(rule.ground, facts, around);
  }
  const isNear = changed.some((name) => policy.outsideReads.has(name));
  return { facts, states, outside: isNear ? outsideOf(facts, policy, around) : before.outside };
}

type AnyFacts = Record<string, Fact | undefined>;

function changedNames(a: AnyFacts, b: AnyFacts): string[] {
  const names = Object.keys(b).filter((name) => !sameFact(a[name], b[name]));
  return [...names, ...Object.keys(a).filter((name) => !(name in b))];
}

const sameFact = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.value === b.value &&
    a.approx === b.approx &&
    a.min === b.min &&
    a.max === b.max);

const outsideOf = (facts: Facts, policy: CompiledPolicy, around: Surroundings): Outside | undefined =>
  policy.outside.find(({ when }) => when.answer(facts, around) === true)?.outside;

export function axesOf(stand: Stand, policy: CompiledPolicy, around: Surroundings): Axes {
  const { outside } = stand;
  if (outside) return { scope: outside.scope, scopeLimit: outside.limit ?? null, eligibility: 'unknown' };
  const first = stand.states.indexOf('speaks', policy.gatesEnd);
  const effect = first >= 0 && first < policy.scopesEnd ? policy.rules[first]?.rule.then : undefined;
  return {
    scope: effect?.scope ?? 'undetermined',
    scopeLimit: effect?.limit ?? null,
    eligibility: eligibilityOf(stand.states, policy, () => policy.clock.answer(stand.facts, around)),
  };
}

/** Worst wins. Eligible needs a version known to be fine and no raised risk left open. */
export function eligibilityOf(
  states: readonly RuleState[],
  { rules, gatesEnd }: CompiledPolicy,
  clock: () => Answer,
): Eligibility {
  const first = rules[states.indexOf('speaks')]?.rule.role;
  if (first === 'gate') return 'unsupported';
  if (first === 'upgrade') return 'upgrade_first';
  const raised = states.indexOf('raised');
  if (raised >= 0 && raised < gatesEnd) return 'unknown';
  return clock() === true ? 'eligible' : 'unknown';
}
