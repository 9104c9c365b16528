/** What must hold for any facts: two readings agree, order does not matter, knowing more never undoes a decision. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../knowledge/schema.ts';
import { ComponentClass, Product } from '../../src/model/facts.ts';
import { compiled } from '../../src/triage/condition.ts';
import { chooseEdition } from '../../src/triage/edition.ts';
import { axes, imagining, judge } from '../../src/triage/judge.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { weigh } from '../../src/triage/weigh.ts';
import { ctx, edition, policies, TODAY, topics } from '../support/policies.ts';
import { naiveVerdict, type Plain } from './naive-policy.ts';

/** One seed, so that a run can be repeated; soaked once with others, 120,000 cases. */
fc.configureGlobal({ seed: 20261120 });
const RUNS = 10_000;
const SHORTS = ['H22', 'A24', 'A25', 'L25'] as const;

const EDGES = [0, 1, 2, 3, 12, 15, 29, 30, 31, 45, 59, 60, 61, 75, 89, 90, 91, 119, 120, 121, 200];
const days = fc.oneof(
  { arbitrary: fc.constantFrom(...EDGES), weight: 6 },
  { arbitrary: fc.constantFrom(...EDGES).map((about) => ({ about })), weight: 1 },
  { arbitrary: fc.constantFrom(...EDGES).map((atLeast) => ({ atLeast })), weight: 1 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...EDGES), fc.constantFrom(...EDGES))
      .map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
    weight: 1,
  },
);
const change = fc.record(
  {
    via: fc.constantFrom('hyperv-api', 'iaas-api', 'ssh', 'daemonset', 'aks-api', 'unknown'),
    what: fc.constantFrom('base-image', 'vm-network', 'vm-resource', 'nic', 'sysctl', 'package', 'other'),
    directedByMicrosoft: fc.boolean(),
    documentedByMicrosoft: fc.boolean(),
  },
  { requiredKeys: ['via', 'what'] },
);

const VALUES = {
  topic: fc.constantFrom(...topics.map((topic) => topic.id)),
  product: fc.oneof(
    { arbitrary: fc.constantFrom('aks-hybrid', 'aks-arc-ws', 'aks-arc-hci22h2', 'aks-local'), weight: 6 },
    fc.constantFrom(...Product.options),
  ),
  componentClass: fc.constantFrom(...ComponentClass.options),
  hostOs: fc.constantFrom('windows-server', 'azure-stack-hci', 'azure-local'),
  hostOsVersion: fc.constantFrom('2012', '2016', '2019', '2022', '22H2', '24H2'),
  hostOsEdition: fc.constantFrom('datacenter', 'standard', 'essentials'),
  hostOsSupported: fc.boolean(),
  aksReleasesBehind: fc.constantFrom(0, 1, 2, 3, 4),
  daysBehindLatestRelease: days,
  k8sMinorStatus: fc.constantFrom('supported', 'deprecated', 'removed', 'unknown'),
  k8sMinorReleasedOn: fc.constantFrom('2025-06-01', '2025-11-19', '2025-11-20', '2026-05-01'),
  clusterRunState: fc.constantFrom('running', 'stopped', 'partly'),
  stoppedDays: days,
  stopMethod: fc.constantFrom('documented', 'hyperv-manual', 'maintenance', 'unknown'),
  allNodesDeallocated: fc.boolean(),
  lastAzureSyncDays: days,
  azureConnected: fc.boolean(),
  subscriptionState: fc.constantFrom('active', 'suspended', 'deleted', 'reinstated'),
  subscriptionStateDays: days,
  nodeChange: fc.array(change, { maxLength: 2 }),
  metadataChange: fc.constantFrom('none', 'added-own', 'changed-system'),
  fromMicrosoftDocs: fc.boolean(),
  featureStage: fc.constantFrom(
    'stable',
    'beta',
    'alpha',
    'ms-public-preview',
    'ms-private-preview',
    'ms-feature-flag',
    'ga',
  ),
  rootCause: fc.constantFrom('unknown', 'upstream-bug', 'customer', 'microsoft'),
  workloadInKubeSystem: fc.boolean(),
  cni: fc.constantFrom('calico', 'flannel', 'cilium', 'other'),
  environment: fc.constantFrom('production', 'test'),
};

/** Few facts and many: a case of every-day size says more than one in which everything is known. */
const someFacts: fc.Arbitrary<Plain> = fc
  .subarray(Object.keys(VALUES) as (keyof typeof VALUES)[], { maxLength: 9 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, VALUES[name] as fc.Arbitrary<unknown>]))));

const verdictOf = (facts: Plain, policy: Policy) => {
  const { scope, scopeLimit: limit, eligibility, rules } = weigh(plainFacts(facts), policy, ctx);
  return { scope, limit, eligibility, rules: [...rules].sort() };
};

describe('the engine and a second reading', () => {
  it.each(SHORTS)('agree on %s', (short) => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const naive = naiveVerdict(short, facts, TODAY);
        expect(verdictOf(facts, edition(short))).toEqual({ ...naive, rules: [...naive.rules].sort() });
      }),
      { numRuns: RUNS / SHORTS.length },
    );
  });
});

describe('any facts', () => {
  const shorts = fc.constantFrom(...SHORTS);

  it('give the same weighing in any order of facts and rules', () => {
    fc.assert(
      fc.property(someFacts, shorts, (facts, short) => {
        const policy = edition(short);
        const turned = { ...policy, rules: [...policy.rules].reverse() };
        const backwards = Object.fromEntries(Object.entries(facts).reverse());
        expect(weigh(plainFacts(backwards), turned, ctx)).toEqual(weigh(plainFacts(facts), policy, ctx));
      }),
      { numRuns: 1000 },
    );
  });

  it('cite a rule of the edition for every verdict but silence, other products and what is no request', () => {
    fc.assert(
      fc.property(someFacts, shorts, (facts, short) => {
        const policy = edition(short);
        const { scope, scopeLimit, eligibility, rules, citations } = weigh(plainFacts(facts), policy, ctx);
        const ids = new Set(policy.rules.map((rule) => rule.id));
        expect(rules.filter((id) => !ids.has(id))).toEqual([]);
        expect(citations.map((citation) => citation.rule)).toEqual(rules);
        if (judge(plainFacts(facts), policy, ctx).outside) expect(eligibility).toBe('unknown');
        else if (scope !== 'undetermined') expect(rules.length).toBeGreaterThan(0);
        if (eligibility === 'unsupported' || eligibility === 'upgrade_first') expect(rules.length).toBeGreaterThan(0);
        if (scopeLimit === 'business_hours') expect(scope).toBe('best_effort');
      }),
      { numRuns: 1000 },
    );
  });

  it('give the same axes with and without reasons, and where the rules that read no changed fact are not asked again', () => {
    fc.assert(
      fc.property(someFacts, someFacts, shorts, (before, after, short) => {
        const policy = edition(short);
        const facts = plainFacts(after);
        const { scope, scopeLimit, eligibility } = judge(facts, policy, ctx);
        expect(axes(facts, policy, ctx)).toEqual({ scope, scopeLimit, eligibility });
        expect(imagining(plainFacts(before), policy, ctx)(facts)).toEqual({ scope, scopeLimit, eligibility });
      }),
      { numRuns: 2000 },
    );
  });

  it('meet a condition alike, whether or not it is explained', () => {
    fc.assert(
      fc.property(someFacts, shorts, (values, short) => {
        const facts = plainFacts(values);
        for (const rule of edition(short).rules) {
          const { answer, explain } = compiled(rule.when);
          expect([rule.id, answer(facts, ctx)]).toEqual([rule.id, explain(facts, ctx).held]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never become undecided by one more fact, unless it raises a new risk or takes a default back', () => {
    fc.assert(
      fc.property(someFacts, someFacts, shorts, (facts, more, short) => {
        const policy = edition(short);
        const before = weigh(plainFacts(facts), policy, ctx);
        for (const [name, value] of Object.entries(more).filter(([name]) => !Object.hasOwn(facts, name))) {
          const known = plainFacts({ ...facts, [name]: value });
          if (judge(known, policy, ctx).outside || DEFAULTS.includes(name)) continue;
          const after = weigh(known, policy, ctx);
          const raised = after.open.some((open) => open.why === 'raised');
          if (before.eligibility !== 'unknown' && after.eligibility === 'unknown')
            expect([name, value, raised]).toEqual([name, value, true]);
          if (before.scope !== 'undetermined' && after.scope === 'undetermined') expect(UNREGULATING).toContain(name);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('lead to exactly one edition, whatever is known', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { policy, why } = chooseEdition(plainFacts(facts), policies, ctx);
        expect(chooseEdition(plainFacts(facts), [...policies].reverse(), ctx).policy.id).toBe(policy.id);
        expect(why).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

/** Facts that the policy gives a default while they are not known: saying otherwise takes a reason away. */
const DEFAULTS = ['hostOs', 'clusterRunState', 'allNodesDeallocated', 'aksReleasesBehind', 'k8sMinorStatus'];

/** A private preview is unregulated, and a topic replaces what the class of a part alone suggested. */
const UNREGULATING = ['featureStage', 'topic', 'workloadInKubeSystem'];
