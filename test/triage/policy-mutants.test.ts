/** The examples of the rules are worth something only if they notice a limit that is off by one. */
import { expect, it } from 'vitest';
import type { Policy, Rule } from '../../knowledge/schema.ts';
import { hear, judge } from '../../src/triage/judge.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { ctx, policies } from '../support/policies.ts';

/** Days past the limit of A05 are caught by its other branch one day earlier, so that limit may move down unseen. */
const SAME_EITHER_WAY = ['H22 A05 60 59'];

function holdsUp(rule: Rule, policy: Policy): boolean {
  const speaks = (example: Record<string, unknown>) => {
    const facts = plainFacts(example);
    if (judge(facts, policy, ctx).outside) return undefined;
    return hear(rule, facts, ctx) === 'speaks';
  };
  const { fires, stays } = rule.examples;
  return fires.every((example) => speaks(example) !== false) && stays.every((example) => speaks(example) !== true);
}

/** The rule with one number changed, for every number in its condition and exemptions, up and down by one. */
function* offByOne(rule: Rule): Generator<{ rule: Rule; from: number; to: number }> {
  const text = JSON.stringify({ when: rule.when, exempt: rule.exempt });
  for (const match of text.matchAll(/(?<=":)\d+(?=[,}])/g)) {
    for (const step of [1, -1]) {
      const to = Number(match[0]) + step;
      const changed = JSON.parse(text.slice(0, match.index) + to + text.slice(match.index + match[0].length));
      yield { rule: { ...rule, ...changed }, from: Number(match[0]), to };
    }
  }
}

it.each(policies.map((policy) => [policy.short, policy] as const))(
  'a limit of %s that is off by one fails an example',
  (short, policy) => {
    const unnoticed: string[] = [];
    for (const original of policy.rules) {
      for (const { rule, from, to } of offByOne(original)) {
        if (holdsUp(rule, policy)) unnoticed.push(`${short} ${rule.id} ${from} ${to}`);
      }
    }
    expect(unnoticed.filter((name) => !SAME_EITHER_WAY.includes(name))).toEqual([]);
  },
);
