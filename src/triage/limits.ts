/** Days that are left: the date on which a number of days reaches a limit, and the warning shortly before a gate's limit. */
import type { Condition, Policy, Rule, Test } from '../../knowledge/schema.ts';
import type { Facts } from '../model/facts.ts';
import type { Warning } from '../model/report.ts';
import { factNamed, fill } from './citation.ts';
import { compiled } from './condition.ts';
import { plusDays } from './days.ts';
import { hear, isGate, type Judgement, type WeighContext } from './judge.ts';

/** The last day inside the limit; `undefined` where the days are not exactly known or the limit is passed. */
export function dueDate(due: { fact: string; limit: number }, facts: Facts, today: string): string | undefined {
  const left = daysLeft(due, facts);
  return left === undefined ? undefined : plusDays(today, left);
}

function daysLeft({ fact: name, limit }: { fact: string; limit: number }, facts: Facts): number | undefined {
  const fact = factNamed(facts, name);
  if (!fact || fact.approx || typeof fact.value !== 'number' || fact.value > limit) return undefined;
  return limit - fact.value;
}

export function warningsOf(judgement: Judgement, facts: Facts, policy: Policy, ctx: WeighContext): Warning[] {
  if (judgement.outside) return [];
  const spoken = judgement.reasons.flatMap(({ rule }) => {
    const date = rule.due && dueDate(rule.due, facts, ctx.today);
    const soon = rule.role === 'note' && date !== undefined && date <= plusDays(ctx.today, policy.nearLimit.days);
    if (rule.role !== 'warning' && !soon) return [];
    const text = fill([rule.effect, rule.advice ?? ''].join(' ').trim(), facts);
    return [{ rule: rule.id, text, ...(date !== undefined && { dueDate: date }) }];
  });
  const dated = new Set(
    judgement.reasons.flatMap(({ rule }) => (rule.due ? [`${rule.due.fact} ${rule.due.limit}`] : [])),
  );
  return [
    ...spoken,
    ...nearLimits(facts, policy, ctx)
      .filter(({ limit }) => !dated.has(limit))
      .map(({ warning }) => warning),
  ];
}

/** Gates that are silent today and would speak within days, only because a day passes. */
function nearLimits(facts: Facts, policy: Policy, ctx: WeighContext): { limit: string; warning: Warning }[] {
  const seen = new Set<string>();
  return gateLimits(policy).flatMap(({ rule, limits }) =>
    limits.flatMap(({ fact, limit }) => {
      const left = daysLeft({ fact, limit }, facts);
      const key = `${fact} ${limit}`;
      if (left === undefined || left > policy.nearLimit.days || seen.has(key) || !isGrowing(fact, facts, policy, ctx))
        return [];
      if (!wouldSpeak(rule, fact, limit + 1, facts, ctx)) return [];
      seen.add(key);
      return [{ limit: key, warning: nearWarning(rule, fact, limit, facts, ctx) }];
    }),
  );
}

type GateLimits = { rule: Rule; limits: readonly { fact: string; limit: number }[] };
const gateLimitsOf = new WeakMap<Policy, readonly GateLimits[]>();

/** The gates that have a limit, in the order of their ids. */
function gateLimits(policy: Policy): readonly GateLimits[] {
  const before = gateLimitsOf.get(policy);
  if (before) return before;
  const fresh = policy.rules
    .filter(isGate)
    .sort((a, b) => a.id.localeCompare(b.id))
    .map((rule) => ({ rule, limits: limitsOf(rule.when) }))
    .filter(({ limits }) => limits.length > 0);
  gateLimitsOf.set(policy, fresh);
  return fresh;
}

function nearWarning(rule: Rule, fact: string, limit: number, facts: Facts, ctx: WeighContext): Warning {
  const date = dueDate({ fact, limit }, facts, ctx.today) ?? ctx.today;
  const text = fill(
    `Day {${fact}} of ${limit}: ${date} is the last day inside the limit. After it: ${rule.effect}`,
    facts,
  );
  return { rule: rule.id, text, dueDate: date };
}

function isGrowing(fact: string, facts: Facts, policy: Policy, ctx: WeighContext): boolean {
  const growing = policy.nearLimit.growing[fact];
  return growing !== undefined && compiled(growing).answer(facts, ctx) === true;
}

function wouldSpeak(rule: Rule, name: string, value: number, facts: Facts, ctx: WeighContext): boolean {
  const later = { ...facts, [name]: { ...factNamed(facts, name), value } } as Facts;
  return hear(rule, facts, ctx) === 'silent' && hear(rule, later, ctx) === 'speaks';
}

/** Every `moreThan` of a condition with its fact. */
export function limitsOf(condition: Condition): { fact: string; limit: number }[] {
  if ('all' in condition) return (condition.all as Condition[]).flatMap(limitsOf);
  if ('any' in condition) return (condition.any as Condition[]).flatMap(limitsOf);
  if ('not' in condition) return [];
  return Object.entries(condition as Record<string, Test>).flatMap(([fact, test]) =>
    typeof test === 'object' && test.moreThan !== undefined ? [{ fact, limit: test.moreThan }] : [],
  );
}
