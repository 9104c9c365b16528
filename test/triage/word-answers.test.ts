import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { FactName, Facts } from '../../src/model/facts.ts';
import { passingAnswers, wordAnswers } from '../../src/triage/answers.ts';

const CLOCK = { today: '2026-11-20' };
const { questions } = loadKnowledge();

const answered = (asked: readonly FactName[], reply: string, before: Facts = {}) => {
  const { facts, answers } = wordAnswers(reply, asked, questions, before, CLOCK);
  return {
    values: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact?.value])),
    of: (fact: FactName) => answers.get(fact),
  };
};

describe('answers in as many lines as there are questions', () => {
  it('takes a lone word for the answer to its question', () => {
    const { values, of } = answered(
      ['clusterRunState', 'subscriptionState', 'metadataChange'],
      'off on 4 June, back on 9 July\nactive\nno',
    );
    expect(values).toMatchObject({
      clusterRunState: 'running',
      stoppedDays: 35,
      subscriptionState: 'active',
      metadataChange: 'none',
    });
    expect(of('subscriptionState')).toBe('active');
  });

  it('keeps what is known of a change when it hears whose idea it was', () => {
    const { facts: before } = readFacts('we gave the node VMs more RAM in SCVMM', CLOCK);
    const { values } = answered(
      ['nodeChange', 'subscriptionState'],
      'it was our own decision, no ticket\nactive',
      before,
    );
    expect(values.nodeChange).toMatchObject([{ via: 'iaas-api', what: 'vm-resource', directedByMicrosoft: false }]);
    expect(values.subscriptionState).toBe('active');
  });

  it('hears "no access" as not knowing, not as a no', () => {
    const { values, of } = answered(['nodeChange', 'subscriptionState'], 'no access, sorry\nno access, sorry');
    expect(values).toEqual({});
    expect(of('nodeChange')).toBe('unknown');
  });
});

describe('words that put right what was said before', () => {
  it('tells nothing of a stop that it denies', () => {
    const { facts: before } = readFacts(
      'the cluster was stopped on 3 September and started again on 18 November',
      CLOCK,
    );
    const said = 'Sorry, all those days are of the lab. Ours was never off, it ran all year';
    const { facts } = passingAnswers(said, before, CLOCK);
    expect(Object.keys(facts)).not.toContain('allNodesDeallocated');
    expect(Object.keys(facts)).not.toContain('stoppedSince');
  });

  it.each([
    'sorry, i misread that. the deletion was on 14 August, not October',
    'correction: it was deleted on 14 August',
  ])('takes the new day: %s', (said) => {
    const { facts: before } = readFacts('our subscription was deleted on 31 October', CLOCK);
    const { facts } = passingAnswers(said, before, CLOCK);
    expect(facts.subscriptionStateSince?.value).toBe('2026-08-14');
  });
});
