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
    [
      'the stage of what is told to be new',
      'the new volume cloning feature of AKS Arc ends with Failed, pvc pending, 1.33.4 on Azure Local 2607',
      'featureStage',
    ],
    [
      'the stage that the person wonders about',
      'spot node pools do not scale, is that official yet? aks arc 1.33.5',
      'featureStage',
    ],
    [
      'the stage that somebody else was heard to name',
      'the GitOps extension does not reconcile, our partner claims it is in preview. aks arc 1.33.5',
      'featureStage',
    ],
    [
      'the stage that is doubted',
      'backups by the extension end with Failed, is that still a preview? aks arc 1.33.5',
      'featureStage',
    ],
    [
      'who installed a project that also comes with the product, in whatever namespace',
      'prometheus pods in namespace observability restart every hour. aks arc 1.33.5',
      'workloadInKubeSystem',
    ],
    [
      'how long a cluster was off that is told to be back',
      'services have no endpoints since the cluster is back from the renovation. aks arc 1.33.5 on Windows Server 2022',
      'stoppedSince',
    ],
    [
      'whose a pod is that nobody knows',
      "kube-system: pod 'edge-warden' is OOMKilled every hour. Is that yours? aks arc 1.33.5",
      'workloadInKubeSystem',
    ],
    [
      'the last contact where a blocked operation goes with a dead line',
      'az aksarc nodepool scale refused. The internet line of the plant was cut some weeks ago. 1.33.5',
      'lastAzureSync',
    ],
    [
      'the last contact where the refusal speaks of it',
      "upgrade blocked: 'cluster has not connected'. AKS Arc on windows server 2022, 1.33.5",
      'lastAzureSync',
    ],
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
    ['the product by another order of its name', 'etcd is slow on our Arc AKS', 'product'],
    ['the product in other words', 'nodes NotReady, wir haben AKS über Arc im Werk', 'product'],
    ['the stage of a release', 'since the new release the nodes are NotReady, aks arc 1.33.5', 'featureStage'],
    [
      'the stage that is told beside what is new',
      'the new autoscaler feature is GA since summer, but pods stay pending. aks arc 1.33.5',
      'featureStage',
    ],
    [
      'the stage of a preview that the fault outlives',
      'coredns answers SERVFAIL. A preview extension is removed since Monday, still the same errors. aks arc 1.33.5',
      'featureStage',
    ],
    ['whose coredns is', 'coredns in kube-system crashes, aks arc 1.33.5', 'workloadInKubeSystem'],
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
