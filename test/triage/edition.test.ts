import { describe, expect, it } from 'vitest';
import { Policy } from '../../knowledge/schema.ts';
import { diffEditions, diffLines } from '../../src/triage/diff.ts';
import { chooseEdition, editionNamed, otherEditions } from '../../src/triage/edition.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { weigh } from '../../src/triage/weigh.ts';
import { ctx, edition, policies } from '../support/policies.ts';

const chosen = (values: Record<string, unknown>, today = ctx.today) =>
  chooseEdition(plainFacts(values), policies, { ...ctx, today }).policy.short;

describe('the edition', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['nothing known', {}, 'A24'],
    ['the words AKS hybrid', { product: 'aks-hybrid' }, 'H22'],
    ['the words AKS hybrid on Windows Server', { product: 'aks-hybrid', hostOs: 'windows-server' }, 'H22'],
    [
      'the words AKS hybrid with a release of 2024',
      { product: 'aks-hybrid', aksRelease: '1.0.23.10605', hostOs: 'windows-server' },
      'A25',
    ],
    ['a release of 2023', { aksRelease: '1.0.18.10425' }, 'H22'],
    ['Windows Server', { product: 'aks-arc-ws' }, 'A25'],
    ['a Windows Server host', { hostOs: 'windows-server', hostOsVersion: '2022' }, 'A25'],
    ['Azure Stack HCI 22H2', { product: 'aks-arc-hci22h2' }, 'A24'],
    ['an HCI host of unknown version', { hostOs: 'azure-stack-hci' }, 'A24'],
    ['an HCI host of 23H2', { hostOs: 'azure-stack-hci', hostOsVersion: '23H2' }, 'L25'],
    ['AKS on Azure Local', { product: 'aks-local' }, 'L25'],
    ['an Azure Local release', { azureLocalRelease: '2607' }, 'L25'],
    ['an Azure Local host', { hostOs: 'azure-local' }, 'L25'],
    ['another product', { product: 'aks-cloud' }, 'A24'],
  ])('for %s', (_, facts, short) => expect(chosen(facts)).toBe(short));

  it('for Windows Server depends on the day', () => {
    expect(chosen({ product: 'aks-arc-ws' }, '2025-04-02')).toBe('A24');
    expect(chosen({ product: 'aks-arc-ws' }, '2025-04-03')).toBe('A25');
  });

  it('says why, and that it guessed', () => {
    expect(chooseEdition(plainFacts({}), policies, ctx)).toMatchObject({
      guess: true,
      why: expect.stringContaining('not known'),
    });
    expect(chooseEdition(plainFacts({ aksRelease: '1.0.18.10425' }), policies, ctx)).toMatchObject({
      guess: false,
      why: expect.stringContaining('1.0.18.10425'),
    });
  });

  it('is the forced one whatever the product, by id or short name', () => {
    const forced = editionNamed(policies, ' AKS-Hybrid-2022 ');
    expect(forced?.short).toBe('H22');
    expect(editionNamed(policies, 'l25')?.id).toBe('azure-local-2025');
    expect(editionNamed(policies, 'aks-2030')).toBeUndefined();
    expect(chooseEdition(plainFacts({ product: 'aks-local' }), policies, ctx, forced).policy.short).toBe('H22');
  });

  it('needs a fallback', () => {
    expect(() => chooseEdition(plainFacts({}), [edition('L25')], ctx)).toThrow('fallback');
  });
});

describe('a new edition', () => {
  it('needs a file and no code', () => {
    const text = JSON.stringify(edition('A25')).replaceAll(
      '"stoppedDays":{"moreThan":30}',
      '"stoppedDays":{"moreThan":45}',
    );
    const coming = Policy.parse({
      ...JSON.parse(text),
      id: 'aks-arc-2027',
      short: 'A27',
      date: '2027-01-01',
      chosen: [
        { when: { all: [{ product: 'aks-arc-ws' }, { today: { from: '2027-01-01' } }] }, order: 50, why: 'New.' },
      ],
    });
    const facts = plainFacts({ topic: 'dns', product: 'aks-arc-ws', k8sMinorStatus: 'supported', stoppedDays: 40 });
    const later = { ...ctx, today: '2027-02-01' };
    const { policy } = chooseEdition(facts, [...policies, coming], later);
    expect(policy.short).toBe('A27');
    expect(weigh(facts, policy, later).eligibility).toBe('eligible');
    expect(otherEditions(facts, [...policies, coming], policy, later).map(({ id }) => id)).toContain('aks-arc-2025');
  });
});

describe('other editions', () => {
  const others = (short: string, values: Record<string, unknown>) =>
    otherEditions(plainFacts(values), policies, edition(short), ctx);

  it('are named where they decide otherwise, with the rule that does it', () => {
    const facts = {
      topic: 'node',
      k8sMinorStatus: 'supported',
      allNodesDeallocated: true,
      stopMethod: 'hyperv-manual',
      stoppedDays: 3,
    };
    expect(others('A24', facts).map(({ id, eligibility }) => [id, eligibility])).toEqual([
      ['aks-hybrid-2022', 'unsupported'],
      ['azure-local-2025', 'unsupported'],
    ]);
    expect(others('A24', facts)[0]?.why).toMatch(/^H01: All nodes were switched off by hand/);
    expect(others('L25', facts).map((other) => other.why)).toContain(
      'H01 (Stopped or disconnected AKS Arc clusters) does not count against it there.',
    );
  });

  it('are not named where they leave open what is decided here', () => {
    expect(others('A24', { topic: 'dns', k8sMinorStatus: 'supported' })).toEqual([]);
  });

  it('differ in scope too', () => {
    expect(others('A25', { topic: 'cni-basic', cni: 'flannel' }).map(({ id, scope }) => [id, scope])).toEqual([
      ['azure-local-2025', 'out_of_scope'],
    ]);
  });
});

describe('two editions compared', () => {
  it('name the rule that went, and the facts for which it matters', () => {
    const diff = diffEditions(edition('A24'), edition('A25'), ctx);
    expect(diff.gone.map((entry) => entry.rule)).toEqual(['H08']);
    expect(diff.added).toEqual([]);
    expect(diff.changed.map((entry) => entry.rule)).toEqual(['A15', 'H10', 'I04', 'L02']);
    expect(diff.cases).toEqual([]);
  });

  it('name changed limits and verdicts', () => {
    const diff = diffEditions(edition('A24'), edition('L25'), ctx);
    const h05 = diff.changed.find((entry) => entry.rule === 'H05');
    expect(h05?.what.find((line) => line.startsWith('when'))).toMatch(
      /stoppedDays more than 90.* → stoppedDays more than 30/,
    );
    expect(diff.clock).toHaveLength(1);
    expect(diff.cases).toContainEqual(
      expect.objectContaining({
        facts: { topic: 'cni-basic', cni: 'flannel' },
        before: 'in_scope (install_and_basic_configuration), unknown',
        after: 'out_of_scope, unknown',
      }),
    );
  });

  it('tell both clocks apart', () => {
    const lines = diffLines(diffEditions(edition('H22'), edition('A24'), ctx));
    expect(lines[0]).toBe(
      'From aks-hybrid-2022 (Support policies for AKS hybrid, 2022-01-11) to aks-arc-2024 (Support policies for AKS enabled by Azure Arc, 2024-07-11)',
    );
    expect(lines.some((line) => line.startsWith('  A03  '))).toBe(true);
    expect(
      lines.some((line) =>
        line.includes('{"aksReleasesBehind":3}: undetermined, upgrade_first → undetermined, unknown'),
      ),
    ).toBe(true);
  });

  it('say nothing of an edition and itself', () => {
    expect(diffLines(diffEditions(edition('A24'), edition('A24'), ctx))).toHaveLength(1);
  });
});
