/**
 * Which rules of an edition speak, and what follows for the two axes. Pure, and independent of the order of facts and rules.
 * Order of precedence: what the policy does not judge at all, gates, upgrade gates; for the topic exclusions, best effort, in scope.
 */
import { type Outside, type Policy, Role, type Rule, type Topic } from '../../knowledge/schema.ts';
import type { Fact, FactName, Facts } from '../model/facts.ts';
import type { Eligibility, Scope, ScopeLimit } from '../model/report.ts';
import { factsRead, type Held, holds } from './condition.ts';

export type WeighContext = {
  /** A calendar day, UTC. */
  today: string;
  topics: readonly Topic[];
  /** Minors that are supported today, for the words of a way back. */
  supportedMinors?: readonly string[];
};

export type Spoken = { rule: Rule; because: string[]; presumed: string[] };
export type Undecided = { rule: Rule; needs: string[]; raised: boolean };

export type Judgement = {
  scope: Scope;
  scopeLimit: ScopeLimit | null;
  eligibility: Eligibility;
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

const ROLE_ORDER: readonly Role[] = Role.options;
export const SCOPE_ROLES: readonly Role[] = ['exclusion', 'best_effort', 'in_scope'];

type Outcome = { kind: 'speaks'; spoken: Spoken } | { kind: 'undecided'; undecided: Undecided } | { kind: 'silent' };

/** What a condition with its exemptions says, whatever rule it belongs to. */
type Said =
  | { kind: 'speaks'; because: string[]; presumed: string[] }
  | { kind: 'undecided'; needs: string[]; raised: boolean }
  | { kind: 'silent' };

/** One rule over the facts. An exemption that is not known leaves the rule speaking, as a presumption. */
export function hear(rule: Rule, facts: Facts, ctx: WeighContext): Outcome {
  const said = saidOnce(rule, facts, ctx);
  switch (said.kind) {
    case 'speaks':
      return { kind: 'speaks', spoken: { rule, because: said.because, presumed: said.presumed } };
    case 'undecided':
      return { kind: 'undecided', undecided: { rule, needs: said.needs, raised: said.raised } };
    case 'silent':
      return said;
  }
}

/** Editions share most of their conditions word for word, and one case is judged by several: each condition is weighed once. */
const saidOf = new WeakMap<Facts, { ctx: WeighContext; said: Map<string, Said> }>();
const wordsOf = new WeakMap<Rule, string>();

function saidOnce(rule: Rule, facts: Facts, ctx: WeighContext): Said {
  const said = saidUnder(facts, ctx);
  const words = conditionWordsOf(rule);
  const known = said.get(words);
  if (known) return known;
  const fresh = say(rule, facts, ctx);
  said.set(words, fresh);
  return fresh;
}

function saidUnder(facts: Facts, ctx: WeighContext): Map<string, Said> {
  const known = saidOf.get(facts);
  if (known?.ctx === ctx) return known.said;
  const said = new Map<string, Said>();
  saidOf.set(facts, { ctx, said });
  return said;
}

function conditionWordsOf(rule: Rule): string {
  const known = wordsOf.get(rule);
  if (known !== undefined) return known;
  const words = JSON.stringify([rule.when, rule.exempt, rule.raised]);
  wordsOf.set(rule, words);
  return words;
}

function say(rule: Rule, facts: Facts, ctx: WeighContext): Said {
  const when = holds(rule.when, facts, ctx);
  if (when.held === false) return { kind: 'silent' };
  const exempts = (rule.exempt ?? []).map((exempt) => holds(exempt.when, facts, ctx));
  if (exempts.some((exempt) => exempt.held === true)) return { kind: 'silent' };
  const spared = exempts.flatMap((exempt) => exempt.needs);
  if (when.held === true) return { kind: 'speaks', because: when.because, presumed: [...when.presumed, ...spared] };
  const raised = rule.raised !== undefined && holds(rule.raised, facts, ctx).held === true;
  return { kind: 'undecided', needs: when.needs, raised };
}

/** What every rule of an edition says under some facts; a start for judging the same case with one fact changed. */
export type Heard = { facts: Facts; outcomes: readonly Outcome[] };

export const hearAll = (facts: Facts, policy: Policy, ctx: WeighContext): Heard => ({
  facts,
  outcomes: policy.rules.map((rule) => hear(rule, facts, ctx)),
});

/** `heard` must come from the same edition and day; rules none of whose facts differ are not heard again. */
export function judge(facts: Facts, policy: Policy, ctx: WeighContext, heard?: Heard): Judgement {
  const { outside, needs } = findOutside(facts, policy, ctx);
  if (outside) return judgeOutside(outside, facts, policy, ctx);
  const outcomes = policy.rules.map((rule, at) => {
    const before = heard && readsAlike(rule, facts, heard.facts) ? heard.outcomes[at] : undefined;
    return before ?? hear(rule, facts, ctx);
  });
  const spoken = outcomes.flatMap((outcome) => (outcome.kind === 'speaks' ? [outcome.spoken] : [])).sort(byPrecedence);
  const undecided = outcomes.flatMap((outcome) => (outcome.kind === 'undecided' ? [outcome.undecided] : []));
  const clock = holds(policy.versionClock.fine, facts, ctx);
  const topic = scopeReasons(spoken);
  const [first] = topic;
  return {
    scope: first?.rule.then.scope ?? 'undetermined',
    scopeLimit: first?.rule.then.limit ?? null,
    eligibility: eligibilityOf(spoken, undecided, clock),
    reasons: spoken.filter(
      ({ rule }) => rule.role !== 'background' && (!SCOPE_ROLES.includes(rule.role) || isIn(topic, rule)),
    ),
    background: spoken.filter(({ rule }) => rule.role === 'background'),
    undecided: undecided.sort((a, b) => byId(a, b)),
    clock,
    outside: null,
    outsideNeeds: needs,
  };
}

const readsAlike = (rule: Rule, a: Facts, b: Facts): boolean =>
  factsRead(rule).every((name) => sameFact(a[name as FactName], b[name as FactName]));

const sameFact = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.value === b.value &&
    a.approx === b.approx &&
    a.min === b.min &&
    a.max === b.max);

const isIn = (list: Spoken[], rule: Rule): boolean => list.some((entry) => entry.rule.id === rule.id);

/** Ids are plain letters and digits, so the order of their codes is theirs. */
const byId = (a: { rule: Rule }, b: { rule: Rule }): number =>
  a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0;

const byPrecedence = (a: Spoken, b: Spoken): number =>
  ROLE_ORDER.indexOf(a.rule.role) - ROLE_ORDER.indexOf(b.rule.role) || b.rule.weight - a.rule.weight || byId(a, b);

/** The rules of the first role that speaks, as far as they say the same as the weightiest of them. */
function scopeReasons(spoken: Spoken[]): Spoken[] {
  const first = spoken.find(({ rule }) => SCOPE_ROLES.includes(rule.role));
  if (!first) return [];
  return spoken.filter(({ rule }) => rule.role === first.rule.role && sameVerdict(rule, first.rule));
}

const sameVerdict = (a: Rule, b: Rule): boolean => a.then.scope === b.then.scope && a.then.limit === b.then.limit;

/** Worst wins. Eligible needs a version known to be fine and no raised risk left open. */
function eligibilityOf(spoken: Spoken[], undecided: Undecided[], clock: Held): Eligibility {
  if (spoken.some(({ rule }) => rule.role === 'gate')) return 'unsupported';
  if (spoken.some(({ rule }) => rule.role === 'upgrade')) return 'upgrade_first';
  if (undecided.some(({ rule, raised }) => raised && isGate(rule))) return 'unknown';
  return clock.held === true ? 'eligible' : 'unknown';
}

export const isGate = (rule: Rule): boolean => rule.role === 'gate' || rule.role === 'upgrade';

function findOutside(facts: Facts, policy: Policy, ctx: WeighContext): { outside: Outside | null; needs: string[] } {
  const needs: string[] = [];
  for (const outside of policy.outside) {
    const held = holds(outside.when, facts, ctx);
    if (held.held === true) return { outside, needs: [] };
    needs.push(...held.needs);
  }
  return { outside: null, needs: [...new Set(needs)].sort() };
}

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
