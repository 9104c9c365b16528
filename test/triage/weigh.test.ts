import { describe, expect, it } from 'vitest';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { weigh } from '../../src/triage/weigh.ts';
import { ctx, edition } from '../support/policies.ts';

const weighed = (short: string, values: Record<string, unknown>) => weigh(plainFacts(values), edition(short), ctx);
const FINE = { topic: 'dns', k8sMinorStatus: 'supported' };

describe('a citation', () => {
  it('gives heading, place, the number, and the words it was read from', () => {
    const facts = plainFacts({ ...FINE, stoppedDays: 34 });
    facts.stoppedDays = { value: 34, source: 'typed', evidence: 'off for 34 days', approx: false };
    expect(weigh(facts, edition('A24'), ctx).citations[0]).toEqual({
      rule: 'H02',
      heading: 'Stopped or disconnected clusters',
      url: 'https://learn.microsoft.com/azure/aks/aksarc/support-policies#stopped-or-disconnected-clusters',
      effect: 'The cluster was stopped for 34 days; the control plane is out of support after 30.',
      because: [{ fact: 'stoppedDays', value: 34, evidence: 'off for 34 days' }],
    });
  });

  it('stands under the heading of its own edition', () => {
    const heading = (short: string) => weighed(short, { topic: 'network-object' }).citations[0]?.heading;
    expect(heading('H22')).toBe('Network ports, IP Pools, and access');
    expect(heading('L25')).toBe('Node maintenance and access');
  });

  it('says "at least" where only a lower end is known', () => {
    expect(weighed('A24', { ...FINE, stoppedDays: { atLeast: 51, atMost: 80 } }).citations[0]?.effect).toContain(
      'at least 51 days',
    );
  });
});

describe('the order of reasons', () => {
  it('is gates, upgrade, topic, then what stands beside it', () => {
    const { rules } = weighed('A24', {
      topic: 'dns',
      stoppedDays: 31,
      k8sMinorStatus: 'deprecated',
      metadataChange: 'added-own',
      lastAzureSyncDays: 31,
    });
    expect(rules).toEqual(['H02', 'H04', 'A11', 'A14', 'B03', 'D06', 'D02', 'H06', 'C05']);
  });
});

describe('a warning before a limit', () => {
  it.each<[string, string, Record<string, unknown>, string[]]>([
    ['seven days before', 'A24', { stoppedDays: 23, clusterRunState: 'stopped' }, ['H02 2026-11-27']],
    ['on the last day', 'A24', { stoppedDays: 30, clusterRunState: 'stopped' }, ['H02 2026-11-20']],
    ['eight days before: none', 'A24', { stoppedDays: 22, clusterRunState: 'stopped' }, []],
    ['a stop that is over grows no more', 'A24', { stoppedDays: 30, clusterRunState: 'running' }, []],
    ['a few workers only', 'A24', { stoppedDays: 30, clusterRunState: 'partly' }, []],
    ['a guess has no day', 'A24', { stoppedDays: { about: 28 }, clusterRunState: 'stopped' }, []],
    ['day 60 of the newest release', 'H22', { daysBehindLatestRelease: 55 }, ['A05 2026-11-25']],
    [
      'day 60 of the subscription',
      'A24',
      { subscriptionState: 'suspended', subscriptionStateDays: 45 },
      ['I03 2026-12-05'],
    ],
    [
      'a deleted subscription has its date too',
      'A24',
      { subscriptionState: 'deleted', subscriptionStateDays: 58 },
      ['I04 -', 'I03 2026-11-22'],
    ],
    ['a reinstated subscription has none', 'A24', { subscriptionState: 'reinstated', subscriptionStateDays: 58 }, []],
    ['the contact to Azure, early', 'A24', { lastAzureSyncDays: 12, azureConnected: false }, []],
    ['the contact to Azure, late', 'A24', { lastAzureSyncDays: 28, azureConnected: false }, ['H07 2026-11-22']],
  ])('%s', (_, short, facts, expected) => {
    const { warnings } = weighed(short, { topic: 'node', ...facts });
    expect(warnings.map(({ rule, dueDate }) => `${rule} ${dueDate ?? '-'}`)).toEqual(expected);
  });

  it('says the day in words', () => {
    const [warning] = weighed('A24', { ...FINE, stoppedDays: 28, clusterRunState: 'stopped' }).warnings;
    expect(warning?.text).toContain('Day 28 of 30: 2026-11-22 is the last day inside the limit.');
  });
});

describe('the way back', () => {
  it('names the minors that are supported today', () => {
    expect(weighed('A24', { topic: 'dns', k8sMinorStatus: 'deprecated' }).wayBack).toEqual([
      'Upgrade the cluster to a supported Kubernetes minor (1.31, 1.32, 1.33).',
    ]);
  });

  it('says what would still hold', () => {
    const { wayBack } = weighed('A24', { topic: 'dns', k8sMinorStatus: 'deprecated', hostOsSupported: false });
    expect(wayBack).toEqual([
      'Update the hosts to a release that is in support; the cluster follows. (A11, A14 would still hold.)',
      'Upgrade the cluster to a supported Kubernetes minor (1.31, 1.32, 1.33). (A15 would still hold.)',
    ]);
  });

  it('gives the last day for a suspended subscription and for a lost connection', () => {
    expect(weighed('A24', { ...FINE, subscriptionState: 'suspended', subscriptionStateDays: 45 }).wayBack).toEqual([
      'A suspended subscription that is reinstated by 2026-12-05 has no effect on support.',
    ]);
    expect(weighed('A24', { ...FINE, lastAzureSyncDays: 16, azureConnected: false }).wayBack[0]).toMatch(
      /^Reconnect to Azure by 2026-12-04/,
    );
  });

  it('does not promise that a restart heals a long stop', () => {
    const { wayBack } = weighed('A24', { ...FINE, stoppedDays: 40, clusterRunState: 'running' });
    expect(wayBack).toEqual(['The policy names no way back for a cluster that was off like this: redeploy it.']);
  });

  it('is empty where nothing stands in the way', () => expect(weighed('A24', FINE).wayBack).toEqual([]));
});

describe('what is open', () => {
  const open = (short: string, facts: Record<string, unknown>, why: string) =>
    weighed(short, facts)
      .open.filter((entry) => entry.why === why)
      .map(({ fact, part, couldChange }) => [part ? `${fact}.${part}` : fact, couldChange]);

  it('is the version where it is not known', () => {
    expect(open('A24', { topic: 'dns' }, 'clock')).toContainEqual(['k8sMinorStatus', 'eligibility']);
    expect(open('H22', { topic: 'dns', k8sMinorStatus: 'supported' }, 'clock')).toEqual([
      ['aksReleasesBehind', 'eligibility'],
      ['daysBehindLatestRelease', 'eligibility'],
    ]);
    expect(open('A24', FINE, 'clock')).toEqual([]);
  });

  it('is a risk that was mentioned and not decided', () => {
    expect(open('A24', { ...FINE, clusterRunState: 'stopped' }, 'raised')).toEqual([['stoppedDays', 'eligibility']]);
    expect(open('A24', { ...FINE, subscriptionState: 'suspended' }, 'raised')).toEqual([
      ['subscriptionStateDays', 'eligibility'],
    ]);
    expect(open('A24', { ...FINE, nodeChange: [{ via: 'unknown', what: 'vm-resource' }] }, 'raised')).toEqual([
      ['nodeChange', 'eligibility'],
    ]);
    expect(
      open('L25', { ...FINE, allNodesDeallocated: true, stoppedDays: 2, clusterRunState: 'running' }, 'raised'),
    ).toEqual([['stopMethod', 'eligibility']]);
  });

  it('is who directed a change, as long as nobody said so', () => {
    const change = { via: 'hyperv-api', what: 'vm-resource' };
    expect(weighed('A24', { ...FINE, nodeChange: [change] }).eligibility).toBe('unsupported');
    expect(open('A24', { ...FINE, nodeChange: [change] }, 'presumed')).toEqual([
      ['nodeChange.directedByMicrosoft', 'eligibility'],
    ]);
    expect(open('A24', { ...FINE, nodeChange: [{ ...change, directedByMicrosoft: false }] }, 'presumed')).toEqual([]);
  });

  it('is not asked where another gate holds anyway', () => {
    const facts = { ...FINE, nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }], hostOsSupported: false };
    expect(open('A24', facts, 'presumed')).toEqual([]);
    expect(weighed('A24', facts).open.filter((entry) => entry.couldChange === 'eligibility')).toEqual([]);
  });

  it("is the sample's origin and the feature's stage, where they would move the scope", () => {
    expect(open('A24', { topic: 'oss-tool' }, 'presumed')).toEqual([['fromMicrosoftDocs', 'scope']]);
    expect(open('A24', { topic: 'upstream-feature' }, 'not_raised')).toContainEqual(['featureStage', 'scope']);
  });

  it('is nothing for another product', () =>
    expect(weighed('A24', { product: 'aks-cloud', topic: 'node' }).open).toEqual([]));
});

describe('silence', () => {
  it('is told from not knowing the topic', () => {
    expect(weighed('L25', { topic: 'billing' })).toMatchObject({ scope: 'undetermined', silent: true });
    expect(weighed('L25', {})).toMatchObject({ scope: 'undetermined', silent: false });
    expect(weighed('A24', { topic: 'billing' })).toMatchObject({ scope: 'in_scope', silent: false });
  });
});

describe('duties', () => {
  it('are said once each, and by whom', () => {
    const { duties } = weighed('A24', { topic: 'node-security-flaw' });
    expect(duties).toContainEqual({ who: 'shared', what: 'Microsoft notifies, you carry out the upgrade.' });
    expect(duties).toContainEqual({ who: 'customer', what: 'You start the update that brings the patch.' });
    expect(new Set(duties.map((duty) => duty.what)).size).toBe(duties.length);
  });
});
