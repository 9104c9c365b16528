import { describe, expect, it } from 'vitest';
import { foreignNames } from '../../src/issues/foreign.ts';
import { intentOf } from '../../src/issues/intent.ts';
import { queryOf } from '../../src/issues/query.ts';
import { IssueIndex } from '../../src/issues/search.ts';
import { shippedIssues } from '../../src/issues/shipped.ts';

describe('intentOf', () => {
  it.each([
    ['nodes do not come up after the update', 'problem'],
    ['the nodes lie idle after the update', 'unclear'],
    ['the update fails with a timeout', 'problem'],
    ['can we use our own CIDR', 'wish'],
    ['when does it go GA', 'wish'],
    ['scaling is refused before the update; is there any way to allow it?', 'unclear'],
    ['how do I write a deployment for my app', 'own_work'],
    ['how do I write to the volume? mount fails with an error', 'problem'],
    ['', 'unclear'],
  ])('%s: %s', (text, intent) => expect(intentOf(text)).toBe(intent));
});

describe('wishes', () => {
  const index = IssueIndex.build(shippedIssues(), { today: '2026-11-20' });
  const wishes = new Set(
    shippedIssues()
      .filter(({ kind }) => kind === 'feature' || kind === 'announcement')
      .map(({ number }) => number),
  );
  const offered = (text: string, isProblem = false) => {
    const { exact, similar } = index.search({ ...queryOf(text), isProblem });
    return [...exact, ...similar].map(({ number }) => number).filter((number) => wishes.has(number));
  };
  it('are found where they are meant', () => {
    expect(offered('support for the NVIDIA A2 card')).toContain(317);
  });
  it('never come where it is settled that this is a problem', () => {
    expect(offered('support for the NVIDIA A2 card', true)).toEqual([]);
  });
  it('never come for any error of a problem', () => {
    for (const { signatures, kind } of shippedIssues()) {
      if (kind === 'feature' || kind === 'announcement') continue;
      for (const error of signatures) expect(offered(`it fails with ${error}`), error).toEqual([]);
    }
  });
});

describe('foreign names', () => {
  const names = foreignNames();
  it.each([
    ['the Palo Alto drops our traffic', 'palo-alto'],
    ['istio sidecars do not start', 'istio'],
  ])('%s', (text, id) => expect(names.in(text)).toContain(id));
  it('are whole words', () => {
    expect([...names.in('the lokillator and distio')]).toEqual([]);
  });
});
