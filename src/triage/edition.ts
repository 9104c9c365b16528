/** Which edition of the policy a case is judged by, and where another one would decide otherwise. The conditions are data. */
import type { Policy, Rule } from '../../knowledge/schema.ts';
import type { Facts } from '../model/facts.ts';
import type { OtherEdition } from '../model/report.ts';
import { fill } from './citation.ts';
import { compiled } from './condition.ts';
import { type Axes, axes, isGate, type Judgement, judge, SCOPE_ROLES, type WeighContext } from './judge.ts';

export type EditionChoice = {
  policy: Policy;
  /** One sentence for the person. */
  why: string;
  /** Nothing spoke for it: product and platform are not known. */
  guess: boolean;
};

const FORCED = 'This edition was set for this triage, whatever the product.';

/** An edition by its id or its short name, in any case. */
export const editionNamed = (policies: readonly Policy[], name: string): Policy | undefined =>
  policies.find(({ id, short }) => [id, short].some((known) => known.toLowerCase() === name.trim().toLowerCase()));

/** A forced edition wins; else the condition of the highest order that holds. Throws where not even a fallback is shipped. */
export function chooseEdition(
  facts: Facts,
  policies: readonly Policy[],
  ctx: WeighContext,
  forced?: Policy,
): EditionChoice {
  if (forced) return { policy: forced, why: FORCED, guess: false };
  const [best] = policies
    .flatMap((policy) => policy.chosen.map((choice) => ({ policy, choice })))
    .filter(({ choice }) => compiled(choice.when).answer(facts, ctx) === true)
    .sort((a, b) => b.choice.order - a.choice.order || a.policy.id.localeCompare(b.policy.id));
  if (!best) throw new Error('no edition of the policy is a fallback: one needs a "chosen" entry without a condition');
  return { policy: best.policy, why: fill(best.choice.why, facts), guess: best.choice.guess };
}

/** The editions that decide either axis otherwise. An axis that one of the two leaves open is no difference. */
export function otherEditions(
  facts: Facts,
  policies: readonly Policy[],
  chosen: Policy,
  ctx: WeighContext,
): OtherEdition[] {
  const known = axes(facts, chosen, ctx);
  const others = policies.filter((policy) => policy.id !== chosen.id && differs(known, axes(facts, policy, ctx)));
  if (others.length === 0) return [];
  const here = judge(facts, chosen, ctx);
  return others
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((policy) => otherEdition(policy, judge(facts, policy, ctx), here, facts));
}

const otherEdition = (policy: Policy, there: Judgement, here: Judgement, facts: Facts): OtherEdition => ({
  id: policy.id,
  title: policy.title,
  scope: there.scope,
  scopeLimit: there.scopeLimit,
  eligibility: there.eligibility,
  rules: there.reasons.map(({ rule }) => rule.id),
  why: whyOther(here, there, facts),
});

const scopeDiffers = (a: Axes, b: Axes): boolean =>
  a.scope !== 'undetermined' && b.scope !== 'undetermined' && (a.scope !== b.scope || a.scopeLimit !== b.scopeLimit);

const eligibilityDiffers = (a: Axes, b: Axes): boolean =>
  a.eligibility !== 'unknown' && b.eligibility !== 'unknown' && a.eligibility !== b.eligibility;

const differs = (a: Axes, b: Axes): boolean => scopeDiffers(a, b) || eligibilityDiffers(a, b);

/** The rule that makes the difference, or the missing one where the other edition is milder. */
function whyOther(here: Judgement, there: Judgement, facts: Facts): string {
  const counts = eligibilityDiffers(here, there) ? isGate : (rule: Rule) => SCOPE_ROLES.includes(rule.role);
  const reasonsOf = ({ reasons }: Judgement) => reasons.map(({ rule }) => rule).filter(counts);
  const [own, others] = [reasonsOf(here), reasonsOf(there)];
  const lacks = (rules: Rule[], wanted: Rule) =>
    !rules.some((rule) => rule.id === wanted.id && rule.role === wanted.role);
  const added = others.find((rule) => lacks(own, rule));
  if (added) return `${added.id}: ${fill(added.effect, facts)}`;
  const missing = own.find((rule) => lacks(others, rule));
  return missing
    ? `${missing.id} (${missing.heading}) does not count against it there.`
    : 'The same rules read otherwise there.';
}
