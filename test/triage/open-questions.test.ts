import { describe, expect, it } from 'vitest';
import { realDesk } from '../support/desk.ts';

const asksOf = (text: string, edition: string | null = null): string[] =>
  realDesk()
    .once(text, { edition })
    .ask.map(({ fact }) => fact);

describe('asks what the words leave open', () => {
  it.each([
    [
      'the stage of a feature of Kubernetes that is named without one',
      'pods with a feature gate of upstream kubernetes on hang, aks arc 1.33.5',
      'featureStage',
    ],
    [
      'who installed a project that also comes as an extension',
      'metallb speakers panic, aks arc 1.33.5',
      'workloadInKubeSystem',
    ],
    [
      'who made a product that no list knows',
      'BluePeak agents restart all the time since Monday, nothing else is wrong. aks arc 1.33.5',
      'componentClass',
    ],
    ['which product it is', 'etcd has lost its quorum', 'product'],
  ])('%s', (_what, text, fact) => {
    expect(asksOf(text)).toContain(fact);
  });

  it.each([
    [
      'the stage that was said',
      'pods with an alpha feature gate of upstream kubernetes on hang, aks arc 1.33.5',
      'featureStage',
    ],
    [
      'who installed what was installed by the person',
      'metallb speakers panic, we installed it with helm, aks arc 1.33.5',
      'workloadInKubeSystem',
    ],
    [
      'the product where the host tells it',
      'etcd has lost its quorum, hosts are windows server 2022, 1.33.5',
      'product',
    ],
  ])('does not ask %s', (_what, text, fact) => {
    expect(asksOf(text)).not.toContain(fact);
  });

  it('asks for the product with the rest, not first, where an edition was set for everybody', () => {
    expect(asksOf('etcd has lost its quorum')).toEqual(['product']);
    expect(asksOf('etcd has lost its quorum', 'aks-arc-2024')).toEqual(
      expect.arrayContaining(['product', 'k8sVersion']),
    );
  });
});

describe('guesses that straddle a limit', () => {
  it.each([
    ['the cluster was off over the autumn break, now etcd has no leader, aks arc 1.33.5', 'stoppedSince'],
    ['the cluster stood still for a few weeks and is up again, etcd has no leader, aks arc 1.33.5', 'stoppedSince'],
  ])('asks for the day: %s', (text, fact) => {
    expect(asksOf(text, 'aks-arc-2024')).toContain(fact);
  });

  it('does not ask where every reading leads to the same', () => {
    expect(
      asksOf('the cluster has been off since september, etcd has no leader, aks arc 1.33.5', 'aks-arc-2024'),
    ).not.toContain('stoppedSince');
  });

  it('asks what is the matter where a message only names its subject', () => {
    expect(asksOf('a calico question, aks arc 1.33.5')).toContain('topic');
    expect(asksOf('calico pods crash, aks arc 1.33.5')).not.toContain('topic');
  });
});
