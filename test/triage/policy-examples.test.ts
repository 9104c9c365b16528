import { describe, expect, it } from 'vitest';
import { type Condition, Policy, type Rule } from '../../knowledge/schema.ts';
import { FACTS, isFactName, NodeChange } from '../../src/model/facts.ts';
import { fragment } from '../../src/triage/citation.ts';
import { hear, judge } from '../../src/triage/judge.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { ctx, policies, topics } from '../support/policies.ts';

/** A rule speaks for facts where it is heard, or where the policy cites it for a case outside its judgement. */
function speaks(rule: Rule, policy: Policy, example: Record<string, unknown>): boolean {
  const facts = plainFacts(example);
  const { outside, reasons } = judge(facts, policy, ctx);
  if (outside) return reasons.some((reason) => reason.rule.id === rule.id);
  return hear(rule, facts, ctx) === 'speaks';
}

/** Facts and topics that a condition names, in whatever depth. */
function namesIn(condition: unknown, found = { facts: new Set<string>(), topics: new Set<string>() }) {
  for (const [key, value] of Object.entries(condition as Record<string, unknown>)) {
    if (key === 'all' || key === 'any') for (const part of value as Condition[]) namesIn(part, found);
    else if (key === 'not') namesIn(value, found);
    else {
      found.facts.add(key);
      const test = value as { is?: string; in?: string[] } | string;
      if (key === 'topic') for (const id of typeof test === 'string' ? [test] : (test.in ?? [])) found.topics.add(id);
    }
  }
  return found;
}

describe.each(policies.map((policy) => [policy.id, policy] as const))('the edition %s', (_, policy) => {
  it.each(policy.rules.map((rule) => [rule.id, rule] as const))('keeps to the examples of %s', (_id, rule) => {
    expect(rule.examples.fires.length).toBeGreaterThan(0);
    expect(rule.examples.stays.length).toBeGreaterThan(0);
    for (const example of rule.examples.fires)
      expect([example, speaks(rule, policy, example)]).toEqual([example, true]);
    for (const example of rule.examples.stays)
      expect([example, speaks(rule, policy, example)]).toEqual([example, false]);
  });

  it('names only facts and topics that exist', () => {
    const known = new Set(topics.map((topic) => topic.id));
    const conditions = [
      ...policy.rules.flatMap((rule) => [
        rule.when,
        rule.raised ?? {},
        ...(rule.exempt ?? []).map((exempt) => exempt.when),
      ]),
      ...policy.outside.map((outside) => outside.when),
      ...policy.chosen.map((choice) => choice.when),
      policy.versionClock.fine,
      ...Object.values(policy.nearLimit.growing),
    ];
    for (const condition of conditions) {
      const names = namesIn(condition);
      expect([...names.facts].filter((name) => name !== 'today' && !isFactName(name))).toEqual([]);
      expect([...names.topics].filter((topic) => !known.has(topic))).toEqual([]);
    }
    expect(policy.versionClock.facts.filter((name) => !Object.hasOwn(FACTS, name))).toEqual([]);
  });

  it('looks at fields of a node change that there are', () => {
    const fields = [...JSON.stringify(policy.rules).matchAll(/"some":\{(.*?)\}+/g)].flatMap(([, inner]) => [
      ...(inner ?? '').matchAll(/"(\w+)":/g),
    ]);
    const names = new Set(fields.map(([, name]) => name ?? ''));
    expect(names.size).toBeGreaterThan(0);
    const known = new Set([...Object.keys(NodeChange.shape), 'is', 'in', 'whileUnknown']);
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });

  it('answers for every topic, or is silent on purpose', () => {
    const silent = topics.filter(
      (topic) => judge(plainFacts({ topic: topic.id }), policy, ctx).scope === 'undetermined',
    );
    // Open on purpose: a feature without its stage decides nothing; Azure Local's policy does not list billing.
    expect(silent.map((topic) => topic.id).sort()).toEqual(
      policy.short === 'L25' ? ['billing', 'upstream-feature'] : ['upstream-feature'],
    );
  });

  it('shows a way back that the engine has tried', () => {
    for (const rule of policy.rules.filter((entry) => entry.cure)) {
      for (const example of rule.examples.fires) {
        const after = plainFacts({ ...example, ...rule.cure });
        expect([rule.id, hear(rule, after, ctx)]).toEqual([rule.id, 'silent']);
      }
    }
  });

  it('leads to the heading it cites', () => {
    for (const rule of policy.rules) expect(fragment(rule.heading)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('a broken edition', () => {
  const [first] = policies;
  const withRule = (change: Partial<Rule>) => ({
    ...first,
    rules: first?.rules.map((rule) => (rule.id === 'E03' ? { ...rule, ...change } : rule)),
  });
  const complaint = (policy: unknown) =>
    Policy.safeParse(policy)
      .error?.issues.map((issue) => issue.message)
      .join('; ');

  it.each<[string, unknown, string]>([
    ['the same id twice', { ...first, rules: [...(first?.rules ?? []), first?.rules[0]] }, 'stands here twice'],
    [
      'a role without its effect',
      withRule({ role: 'gate' }),
      'a rule of the role gate has the eligibility unsupported',
    ],
    ['an effect that its role has not', withRule({ role: 'note' }), 'a rule of the role note has the scope of no kind'],
    [
      'an exemption by a rule that is not there',
      withRule({ exempt: [{ when: { topic: 'dns' }, by: 'Z99' }] }),
      'there is no rule Z99',
    ],
    ['a duty without words', withRule({ dutyText: undefined }), 'a duty needs its dutyText'],
    ['a word that no rule has', { ...first, colour: 'blue' }, 'colour'],
  ])('is refused for %s', (_, policy, message) => expect(complaint(policy)).toContain(message));
});

describe('the editions together', () => {
  const all = new Set(policies.flatMap((policy) => policy.rules.map((rule) => rule.id)));

  it('hold all hundred rules', () => expect(all.size).toBe(100));

  it('lack what their document does not say', () => {
    const lacks = (short: string) => {
      const own = new Set(policies.find((policy) => policy.short === short)?.rules.map((rule) => rule.id));
      return [...all].filter((id) => !own.has(id)).sort();
    };
    expect(lacks('H22')).toEqual([
      'A09',
      'A10',
      'A11',
      'A12',
      'A13',
      'A14',
      'H04',
      'H06',
      'H07',
      'H08',
      'H09',
      'H10',
      'H11',
      'I02',
      'I04',
      'I05',
      'J03',
    ]);
    expect(lacks('A24')).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'H03', 'J02']);
    expect(lacks('A25')).toEqual([...lacks('A24'), 'H08'].sort());
    expect(lacks('L25')).toEqual(
      [
        ...lacks('A24'),
        'A09',
        'A10',
        'A16',
        'B11',
        'D10',
        'F06',
        'H04',
        'H06',
        'H07',
        'H08',
        'H09',
        'H10',
        'H11',
      ].sort(),
    );
  });
});
