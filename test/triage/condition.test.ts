import { describe, expect, it } from 'vitest';
import type { Condition } from '../../knowledge/schema.ts';
import type { Facts } from '../../src/model/facts.ts';
import { type Held, holds, withParents } from '../../src/triage/condition.ts';
import { conditionWords } from '../../src/triage/condition-words.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { ctx, topics } from '../support/policies.ts';

const held = (condition: Condition, values: Record<string, unknown>): Held['held'] =>
  holds(condition, plainFacts(values), ctx).held;
const over30: Condition = { stoppedDays: { moreThan: 30 } };

describe('a number against a limit', () => {
  it.each([
    ['more than the limit', 31, true],
    ['exactly the limit', 30, false],
    ['nothing known', undefined, 'unknown'],
    ['a range beyond the limit', { atLeast: 31, atMost: 60 }, true],
    ['a range up to the limit', { atLeast: 10, atMost: 30 }, false],
    ['a range across the limit', { atLeast: 30, atMost: 31 }, 'unknown'],
    ['at least more than the limit', { atLeast: 61 }, true],
    ['at least less than the limit', { atLeast: 20 }, 'unknown'],
    ['at most less than the limit', { atMost: 20 }, false],
    ['a guess beyond the limit', { about: 100 }, 'unknown'],
    ['a guess with twice its value inside', { about: 15 }, false],
    ['a guess with twice its value beyond', { about: 16 }, 'unknown'],
  ])('answers for %s', (_, value, expected) => {
    expect(held(over30, value === undefined ? {} : { stoppedDays: value })).toBe(expected);
    const inside = held({ stoppedDays: { atMost: 30 } }, value === undefined ? {} : { stoppedDays: value });
    expect(inside).toBe(expected === 'unknown' ? 'unknown' : !expected);
  });
});

describe('words', () => {
  it.each<[string, Condition, Record<string, unknown>, Held['held']]>([
    ['a bare value', { metadataChange: 'none' }, { metadataChange: 'none' }, true],
    ['another value', { metadataChange: 'none' }, { metadataChange: 'added-own' }, false],
    ['one of several', { subscriptionState: { in: ['suspended', 'deleted'] } }, { subscriptionState: 'deleted' }, true],
    ['spelling by case', { hostOsVersion: '22H2' }, { hostOsVersion: '22h2' }, true],
    ['the word unknown is no value', { stopMethod: 'documented' }, { stopMethod: 'unknown' }, 'unknown'],
    ['the word unknown is not known', { stopMethod: { known: false } }, { stopMethod: 'unknown' }, true],
    ['the word unknown was mentioned', { stopMethod: { mentioned: true } }, { stopMethod: 'unknown' }, true],
    ['what nobody spoke of was not mentioned', { stopMethod: { mentioned: true } }, {}, false],
    ['a default while unknown', { hostOs: { is: 'windows-server', whileUnknown: 'met' } }, {}, true],
    [
      'a default that is contradicted',
      { hostOs: { is: 'windows-server', whileUnknown: 'met' } },
      { hostOs: 'azure-local' },
      false,
    ],
    ["a topic's parent", { topic: 'networking' }, { topic: 'egress' }, true],
    ["a topic's child", { topic: 'egress' }, { topic: 'networking' }, false],
    ['an older version', { aksRelease: { versionBelow: '1.0.22' } }, { aksRelease: '1.0.18.10425' }, true],
    ['the same version', { aksRelease: { versionBelow: '1.0.22' } }, { aksRelease: '1.0.22' }, false],
    ['a newer version', { aksRelease: { versionBelow: '1.0.22' } }, { aksRelease: '1.2.0.11006' }, false],
    [
      'two minors apart',
      { kubectlVersion: { minorsFrom: { fact: 'k8sVersion', moreThan: 1 } } },
      { kubectlVersion: 'v1.31.0', k8sVersion: '1.33.5' },
      true,
    ],
    [
      'one minor apart',
      { kubectlVersion: { minorsFrom: { fact: 'k8sVersion', moreThan: 1 } } },
      { kubectlVersion: '1.32.0', k8sVersion: '1.33.5' },
      false,
    ],
    [
      'the other version unknown',
      { kubectlVersion: { minorsFrom: { fact: 'k8sVersion', moreThan: 1 } } },
      { kubectlVersion: '1.32.0' },
      'unknown',
    ],
    [
      'a year ago to the day',
      { k8sMinorReleasedOn: { moreThanMonthsAgo: 12 } },
      { k8sMinorReleasedOn: '2025-11-20' },
      false,
    ],
    [
      'a year and a day ago',
      { k8sMinorReleasedOn: { moreThanMonthsAgo: 12 } },
      { k8sMinorReleasedOn: '2025-11-19' },
      true,
    ],
    ['today from a day on', { today: { from: '2026-11-20' } }, {}, true],
    ['today before a day', { today: { before: '2026-11-20' } }, {}, false],
    ['nothing at all', {}, {}, true],
  ])('answers for %s', (_, condition, facts, expected) => expect(held(condition, facts)).toBe(expected));
});

describe('a suspicion', () => {
  const suspected = {
    nodeChange: {
      value: [{ via: 'hyperv-api', what: 'other' }],
      source: 'typed',
      evidence: 'something with vlans',
      approx: true,
    },
  } as Facts;

  it('decides nothing, in either direction', () => {
    expect(holds({ nodeChange: { some: { via: 'hyperv-api' } } }, suspected, ctx).held).toBe('unknown');
    expect(holds({ nodeChange: { some: { via: 'ssh' } } }, suspected, ctx).held).toBe('unknown');
  });
});

describe('several parts', () => {
  it('fails by one part that fails, whatever is open beside it', () => {
    expect(held({ all: [over30, { topic: 'dns' }] }, { topic: 'etcd' })).toBe(false);
    expect(held({ all: [over30, { topic: 'dns' }] }, { topic: 'dns' })).toBe('unknown');
  });

  it('holds by one part that holds, whatever is open beside it', () => {
    expect(held({ any: [over30, { topic: 'dns' }] }, { topic: 'dns' })).toBe(true);
    expect(held({ any: [over30, { topic: 'dns' }] }, { topic: 'etcd' })).toBe('unknown');
    expect(held({ not: over30 }, { stoppedDays: 30 })).toBe(true);
    expect(held({ not: over30 }, {})).toBe('unknown');
  });

  it('names what it rests on and what would decide it', () => {
    const condition: Condition = {
      any: [{ stoppedDays: { moreThan: 30 }, clusterRunState: 'stopped' }, { hostOsSupported: false }],
    };
    expect(holds(condition, plainFacts({ clusterRunState: 'stopped' }), ctx)).toEqual({
      held: 'unknown',
      because: ['clusterRunState'],
      needs: ['hostOsSupported', 'stoppedDays'],
      presumed: [],
    });
    expect(holds(condition, plainFacts({ clusterRunState: 'stopped', stoppedDays: 31 }), ctx).because).toEqual([
      'clusterRunState',
      'stoppedDays',
    ]);
  });

  it('names a presumption by its part, and prefers a reason without one', () => {
    const own: Condition = {
      nodeChange: { some: { via: 'hyperv-api', directedByMicrosoft: { is: false, whileUnknown: 'presumed' } } },
    };
    const one = plainFacts({ nodeChange: [{ via: 'hyperv-api', what: 'other' }] });
    expect(holds(own, one, ctx)).toMatchObject({ held: true, presumed: ['nodeChange.directedByMicrosoft'] });
    const two = plainFacts({
      nodeChange: [
        { via: 'hyperv-api', what: 'other' },
        { via: 'hyperv-api', what: 'nic', directedByMicrosoft: false },
      ],
    });
    expect(holds(own, two, ctx)).toMatchObject({ held: true, presumed: [] });
  });
});

describe('the chain of a topic', () => {
  it('ends at the top, and at a topic that nobody knows', () => {
    expect(withParents('egress', topics)).toEqual(['egress', 'azure-connectivity', 'networking']);
    expect(withParents('no-such-topic', topics)).toEqual(['no-such-topic']);
  });

  it('survives a circle', () => {
    const circle = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
    ].map((topic) => ({ ...topic, title: '', component: '', signals: [], why: '' }));
    expect(withParents('a', circle)).toEqual(['a', 'b']);
  });
});

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [{ stoppedDays: { moreThan: 30 } }, 'stoppedDays more than 30'],
    [{}, 'always'],
    [
      { any: [{ topic: 'dns' }, { not: { hostOsSupported: true } }] },
      '(topic is dns) or (not (hostOsSupported is true))',
    ],
    [{ nodeChange: { some: { via: { in: ['ssh'] } } } }, 'nodeChange has an entry where via is one of ssh'],
    [{ cni: { in: ['calico'], whileUnknown: 'met' } }, 'cni is one of calico (or is not known)'],
    [
      { k8sMinorStatus: { known: false }, k8sMinorReleasedOn: { atMostMonthsAgo: 12 } },
      'k8sMinorStatus is not known and k8sMinorReleasedOn at most 12 months ago',
    ],
  ])('%j', (condition, words) => expect(conditionWords(condition)).toBe(words));
});

describe('plain facts', () => {
  it('refuse a name or a value that the model does not have', () => {
    expect(() => plainFacts({ stopedDays: 3 })).toThrow('there is no fact "stopedDays"');
    expect(() => plainFacts({ clusterRunState: 'asleep' })).toThrow();
  });

  it('keep the certain ends of a range and none for a guess', () => {
    expect(plainFacts({ stoppedDays: { atLeast: 31 } }).stoppedDays).toMatchObject({
      value: 31,
      approx: true,
      min: 31,
    });
    expect(plainFacts({ stoppedDays: { about: 40 } }).stoppedDays).not.toHaveProperty('min');
  });
});
