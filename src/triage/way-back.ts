/**
 * What would make the cluster eligible again. Each way is a counterfactual: the facts are changed as the rule's cure says and
 * weighed again, and only a way that silences its rule is shown, with what would still stand in the way.
 */
import type { Rule } from '../../knowledge/schema.ts';
import type { Facts } from '../model/facts.ts';
import { fill } from './citation.ts';
import { hear, isGate, type Judgement, type WeighContext } from './judge.ts';
import { dueDate } from './limits.ts';
import { plainFacts } from './plain-facts.ts';

export function wayBack(judgement: Judgement, facts: Facts, ctx: WeighContext): string[] {
  const ways = judgement.reasons.flatMap(({ rule }) => {
    if (rule.wayBack === undefined || !works(rule, facts, ctx)) return [];
    return [
      fill(rule.wayBack, facts, {
        ...words(rule, facts, ctx),
        still: still(rule, judgement, facts, ctx),
      }).trim(),
    ];
  });
  return [...new Set(ways)];
}

/** Where several gates hold, one cure alone does not help: what else stands in the way is said with it. */
function still(rule: Rule, judgement: Judgement, facts: Facts, ctx: WeighContext): string {
  if (!isGate(rule) || rule.cure === undefined) return '';
  const after = cured(rule, facts);
  const left = judgement.reasons.filter((reason) => isGate(reason.rule) && hear(reason.rule, after, ctx) === 'speaks');
  return left.length > 0 ? `(${left.map((reason) => reason.rule.id).join(', ')} would still hold.)` : '';
}

const works = (rule: Rule, facts: Facts, ctx: WeighContext): boolean =>
  rule.cure === undefined || hear(rule, cured(rule, facts), ctx) === 'silent';

const cured = (rule: Rule, facts: Facts): Facts => ({ ...facts, ...plainFacts(rule.cure ?? {}) });

function words(rule: Rule, facts: Facts, ctx: WeighContext): Record<string, string> {
  const date = rule.due && dueDate(rule.due, facts, ctx.today);
  return {
    dueDate: date ?? 'the limit',
    supportedMinors: ctx.supportedMinors?.length ? ctx.supportedMinors.join(', ') : 'a supported minor',
  };
}
