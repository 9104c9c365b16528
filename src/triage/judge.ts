/**
 * Which rules of an edition speak, and what follows for the two axes. Pure, and independent of the order of facts and rules.
 * Order of precedence: what the policy does not judge at all, gates, upgrade gates; for the topic exclusions, best effort, in scope.
 */
import type { Outside, Policy, Rule, Topic } from '../../knowledge/schema.ts';
import type { Facts } from '../model/facts.ts';
import { type Held, holds } from './condition.ts';
import {
  type Axes,
  axesOf,
  byId,
  byPrecedence,
  type CompiledRule,
  compiledPolicy,
  compiledRule,
  eligibilityOf,
  type RuleState,
  SCOPE_ROLES,
  standOf,
  standUnder,
  stateOf,
} from './stand.ts';

export { type Axes, isGate, SCOPE_ROLES } from './stand.ts';

export type WeighContext = {
  /** A calendar day, UTC. */
  today: string;
  topics: readonly Topic[];
  /** Minors that are supported today, for the words of a way back. */
  supportedMinors?: readonly string[];
};

export type Spoken = { rule: Rule; because: string[]; presumed: string[] };
export type Undecided = {
  rule: Rule;
  raised: boolean;
  /** Facts that would decide it. Most rules are open and could change nothing, so this is found only for those that could. */
  needs(): string[];
};

export type Judgement = Axes & {
  /** The reasons of the verdict, most decisive first. */
  reasons: Spoken[];
  /** Rules that speak but only explain and name duties. */
  background: Spoken[];
  /** Rules that would speak if a fact were known. */
  undecided: Undecided[];
  /** Whether the version is fine by the edition's clock. */
  clock: Held;
  outside: Outside | null;
  /** Facts that could put the case outside this policy. */
  outsideNeeds: string[];
};

/** One rule over the facts: whether it speaks. */
export const hear = (rule: Rule, facts: Facts, ctx: WeighContext): RuleState =>
  stateOf(compiledRule(rule).ground, facts, ctx);

/** The words behind a rule that speaks. An exemption that is not known leaves it speaking, as a presumption. */
function spokenBy({ rule, ground }: CompiledRule, facts: Facts, ctx: WeighContext): Spoken {
  const { because, presumed } = ground.when.explain(facts, ctx);
  const spared = ground.exempt.flatMap((one) => one.explain(facts, ctx).needs);
  return { rule, because, presumed: [...presumed, ...spared] };
}

/** The verdict on both axes alone. */
export function axes(facts: Facts, policy: Policy, ctx: WeighContext): Axes {
  const edition = compiledPolicy(policy);
  return axesOf(standOf(facts, edition, ctx), edition, ctx);
}

/** The axes of one case under facts that differ a little from what is known, for any number of them. */
export function imagining(known: Facts, policy: Policy, ctx: WeighContext): (facts: Facts) => Axes {
  const edition = compiledPolicy(policy);
  const stand = standOf(known, edition, ctx);
  return (facts) => axesOf(standUnder(facts, stand, edition, ctx), edition, ctx);
}

export function judge(facts: Facts, policy: Policy, ctx: WeighContext): Judgement {
  const edition = compiledPolicy(policy);
  const { states, outside } = standOf(facts, edition, ctx);
  if (outside) return judgeOutside(outside, facts, policy, ctx);
  const spoken = edition.rules.filter((_, at) => states[at] === 'speaks').map((rule) => spokenBy(rule, facts, ctx));
  const undecided = edition.rules.flatMap(({ rule, ground }, at): Undecided[] => {
    const raised = states[at] === 'raised';
    const needs = () => ground.when.explain(facts, ctx).needs;
    return raised || states[at] === 'undecided' ? [{ rule, raised, needs }] : [];
  });
  const clock = edition.clock.explain(facts, ctx);
  const topic = scopeReasons(spoken);
  const [first] = topic;
  return {
    scope: first?.rule.then.scope ?? 'undetermined',
    scopeLimit: first?.rule.then.limit ?? null,
    eligibility: eligibilityOf(states, edition, () => clock.held),
    reasons: spoken.filter(
      ({ rule }) => rule.role !== 'background' && (!SCOPE_ROLES.includes(rule.role) || isIn(topic, rule)),
    ),
    background: spoken.filter(({ rule }) => rule.role === 'background'),
    undecided: undecided.sort(byId),
    clock,
    outside: null,
    outsideNeeds: outsideNeeds(facts, policy, ctx),
  };
}

const isIn = (list: Spoken[], rule: Rule): boolean => list.some((entry) => entry.rule.id === rule.id);

/** The rules of the first role that speaks, as far as they say the same as the weightiest of them. */
function scopeReasons(spoken: Spoken[]): Spoken[] {
  const first = spoken.find(({ rule }) => SCOPE_ROLES.includes(rule.role));
  if (!first) return [];
  return spoken.filter(({ rule }) => rule.role === first.rule.role && sameVerdict(rule, first.rule));
}

const sameVerdict = (a: Rule, b: Rule): boolean => a.then.scope === b.then.scope && a.then.limit === b.then.limit;

const outsideNeeds = (facts: Facts, policy: Policy, ctx: WeighContext): string[] => {
  const needs = policy.outside.flatMap(({ when }) => holds(when, facts, ctx).needs);
  return [...new Set(needs)].sort();
};

function judgeOutside(outside: Outside, facts: Facts, policy: Policy, ctx: WeighContext): Judgement {
  const because = holds(outside.when, facts, ctx).because;
  const cited = policy.rules.filter((rule) => outside.cites.includes(rule.id));
  return {
    scope: outside.scope,
    scopeLimit: outside.limit ?? null,
    eligibility: 'unknown',
    reasons: cited.map((rule) => ({ rule, because, presumed: [] })).sort(byPrecedence),
    background: [],
    undecided: [],
    clock: { held: 'unknown', because: [], needs: [], presumed: [] },
    outside,
    outsideNeeds: [],
  };
}
