import { describe, expect, it } from 'vitest';
import { FactQuestion } from '../../knowledge/schema.ts';
import type { Facts } from '../../src/model/facts.ts';
import { type Asking, withValues, worthAsking } from '../../src/triage/ask.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';

const question = (fields: Partial<FactQuestion> & Pick<FactQuestion, 'fact'>): FactQuestion =>
  FactQuestion.parse({ label: 'l', question: 'q', why: 'w', input: 'text', ...fields });

const version = question({
  fact: 'k8sVersion',
  outcomes: [
    { prior: 0.5, facts: { k8sVersion: '1.33.5' } },
    { prior: 0.5, facts: { k8sVersion: '1.28.1' } },
  ],
});
const gate = question({
  fact: 'nodeChange',
  outcomes: [
    { prior: 0.95, facts: { nodeChange: [] } },
    { prior: 0.05, facts: { nodeChange: [{ via: 'hyperv-api', what: 'other' }] } },
  ],
});
const idle = question({
  fact: 'clusterName',
  outcomes: [
    { prior: 0.5, facts: { clusterName: 'a' } },
    { prior: 0.5, facts: { clusterName: 'b' } },
  ],
});

const verdictUnder = (facts: Facts): string =>
  (facts.nodeChange?.value.length ?? 0) > 0
    ? 'unsupported'
    : facts.k8sVersion
      ? facts.k8sVersion.value.startsWith('1.33')
        ? 'eligible'
        : 'upgrade'
      : 'unknown';

const asking = (changes: Partial<Asking> = {}): Asking => ({
  facts: {},
  questions: [idle, gate, version],
  asked: new Set(),
  fromWords: [],
  fromPolicy: new Set(),
  hinted: new Set(),
  verdictUnder: (values) => verdictUnder(withValues(changes.facts ?? {}, values)),
  ...changes,
});
const facts = (changes: Partial<Asking> = {}) => worthAsking(asking(changes)).map((ask) => ask.fact);

describe('which questions are worth asking', () => {
  it('asks what tells verdicts apart, the most telling first, and nothing that changes none', () => {
    expect(facts()).toEqual(['k8sVersion', 'nodeChange']);
  });
  it('asks nothing that is known, and asks a guess again', () => {
    expect(facts({ facts: plainFacts({ k8sVersion: '1.33.5' }) })).toEqual(['nodeChange']);
    expect(
      facts({ facts: { k8sVersion: { value: '1.33', source: 'typed', evidence: 'i think', approx: true } } }),
    ).toContain('k8sVersion');
  });
  it('asks nothing twice, whatever the answer was', () => {
    expect(facts({ asked: new Set(['k8sVersion']) })).toEqual(['nodeChange']);
  });
  it('asks what the words left open before the state of the cluster', () => {
    expect(facts({ fromWords: [{ fact: 'componentClass', why: 'unknown name' }] })[0]).toBe('componentClass');
  });
  it('asks alone what decides whether anything else matters', () => {
    const product = question({
      fact: 'product',
      first: true,
      outcomes: [
        { prior: 0.5, facts: { k8sVersion: '1.33.5' } },
        { prior: 0.5, facts: {} },
      ],
    });
    expect(facts({ questions: [version, product] })).toEqual(['product']);
  });
  it('asks about a part of a known fact only where the policy leaves it open', () => {
    const directed = question({ ...gate, onlyOpen: true });
    const known = plainFacts({ k8sVersion: '1.33.5', nodeChange: [{ via: 'hyperv-api', what: 'other' }] });
    expect(facts({ facts: known, questions: [directed] })).toEqual([]);
    expect(facts({ facts: known, questions: [directed], fromPolicy: new Set(['nodeChange']) })).toEqual(['nodeChange']);
  });
  it('asks what a word hints at, although it moves no verdict', () => {
    const sync = question({ fact: 'lastAzureSync', onlyRaised: true });
    expect(facts({ questions: [sync] })).toEqual([]);
    expect(facts({ questions: [sync], hinted: new Set(['lastAzureSync']) })).toEqual(['lastAzureSync']);
  });
  it('asks under its condition only', () => {
    const since = question({ ...gate, onlyIf: { clusterRunState: ['stopped'] } });
    expect(facts({ questions: [since] })).toEqual([]);
    expect(facts({ questions: [since], facts: plainFacts({ clusterRunState: 'stopped' }) })).toEqual(['nodeChange']);
    expect(
      facts({
        questions: [question({ ...gate, unless: { product: ['other'] } })],
        facts: plainFacts({ product: 'other' }),
      }),
    ).toEqual([]);
  });
});
