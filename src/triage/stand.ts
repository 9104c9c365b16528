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

export type Stand = { facts: Facts; states: readonly RuleState[] };

export const SCOPE_ROLES: readonly Role[] = ['exclusion', 'best_effort', 'in_scope'];
const ROLE_ORDER: readonly Role[] = Role.options;

export const isGate = (rule: Rule): boolean => rule.role === 'gate' || rule.role === 'upgrade';

/** Ids are plain letters and digits, so the order of their codes is theirs. */
export const byId = (a: { rule: Rule }, b: { rule: Rule }): number =>
  a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0;

export const byPrecedence = (a: { rule: Rule }, b: { rule: Rule }): number =>
  ROLE_ORDER.indexOf(a.rule.role) - ROLE_ORDER.indexOf(b.rule.role) || b.rule.weight - a.rule.weight || byId(a, b);

export type CompiledRule = {
  rule: Rule;
  when: Compiled;
  exempt: readonly Compiled[];
  raised: Compiled | undefined;
};

export type CompiledPolicy = {
  /** The most decisive first. */
  rules: readonly CompiledRule[];
  /** Places of the rules that look at a fact. */
  readersOf: ReadonlyMap<string, readonly number[]>;
  clock: Compiled;
  outside: readonly { outside: Outside; when: Compiled }[];
};

const rules = new WeakMap<Rule, CompiledRule>();
const policies = new WeakMap<Policy, CompiledPolicy>();

export function compiledRule(rule: Rule): CompiledRule {
  const before = rules.get(rule);
  if (before) return before;
  const fresh = {
    rule,
    when: compiled(rule.when),
    exempt: (rule.exempt ?? []).map((exempt) => compiled(exempt.when)),
    raised: rule.raised && compiled(rule.raised),
  };
  rules.set(rule, fresh);
  return fresh;
}

export function compiledPolicy(policy: Policy): CompiledPolicy {
  const before = policies.get(policy);
  if (before) return before;
  const ordered = policy.rules.map(compiledRule).sort(byPrecedence);
  const fresh = {
    rules: ordered,
    readersOf: readersOf(ordered),
    clock: compiled(policy.versionClock.fine),
    outside: policy.outside.map((outside) => ({ outside, when: compiled(outside.when) })),
  };
  policies.set(policy, fresh);
  return fresh;
}

function readersOf(ordered: readonly CompiledRule[]): Map<string, number[]> {
  const readers = new Map<string, number[]>();
  ordered.forEach(({ when, exempt, raised }, at) => {
    const parts = [when, ...exempt, ...(raised ? [raised] : [])];
    for (const name of new Set(parts.flatMap(({ reads }) => reads)))
      readers.set(name, [...(readers.get(name) ?? []), at]);
  });
  return readers;
}

/** An exemption that is not known leaves the rule speaking. */
export function stateOf({ when, exempt, raised }: CompiledRule, facts: Facts, around: Surroundings): RuleState {
  const answer = when.answer(facts, around);
  if (answer === false || exempt.some((one) => one.answer(facts, around) === true)) return 'silent';
  if (answer === true) return 'speaks';
  return raised?.answer(facts, around) === true ? 'raised' : 'undecided';
}

export const standOf = (facts: Facts, policy: CompiledPolicy, around: Surroundings): Stand => ({
  facts,
  states: policy.rules.map((rule) => stateOf(rule, facts, around)),
});

/** The same case under other facts: only rules that look at a fact which differs are asked again. `before` is of the same edition and day. */
export function standUnder(facts: Facts, before: Stand, policy: CompiledPolicy, around: Surroundings): Stand {
  const states = [...before.states];
  const again = new Set(changedNames(before.facts, facts).flatMap((name) => policy.readersOf.get(name) ?? []));
  for (const at of again) {
    const rule = policy.rules[at];
    if (rule) states[at] = stateOf(rule, facts, around);
  }
  return { facts, states };
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

/** What puts a case outside the policy, the first of them. */
export const outsideOf = (facts: Facts, policy: CompiledPolicy, around: Surroundings): Outside | undefined =>
  policy.outside.find(({ when }) => when.answer(facts, around) === true)?.outside;

export function axesOf(stand: Stand, policy: CompiledPolicy, around: Surroundings): Axes {
  const outside = outsideOf(stand.facts, policy, around);
  if (outside) return { scope: outside.scope, scopeLimit: outside.limit ?? null, eligibility: 'unknown' };
  const first = policy.rules.find(
    ({ rule }, at) => stand.states[at] === 'speaks' && SCOPE_ROLES.includes(rule.role),
  )?.rule;
  return {
    scope: first?.then.scope ?? 'undetermined',
    scopeLimit: first?.then.limit ?? null,
    eligibility: eligibilityOf(stand.states, policy, () => policy.clock.answer(stand.facts, around)),
  };
}

/** Worst wins. Eligible needs a version known to be fine and no raised risk left open. */
export function eligibilityOf(
  states: readonly RuleState[],
  { rules }: CompiledPolicy,
  clock: () => Answer,
): Eligibility {
  const isSaid = (role: Role) => rules.some(({ rule }, at) => rule.role === role && states[at] === 'speaks');
  if (isSaid('gate')) return 'unsupported';
  if (isSaid('upgrade')) return 'upgrade_first';
  if (rules.some(({ rule }, at) => states[at] === 'raised' && isGate(rule))) return 'unknown';
  return clock() === true ? 'eligible' : 'unknown';
}
