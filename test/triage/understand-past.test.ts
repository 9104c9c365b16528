/** What is over, left or taken back beside the matter: a product one comes from, a withdrawn wish, a closed case. */
import { describe, expect, it } from 'vitest';
import { readLexiconSource, readTraining } from '../../knowledge/lexicon.ts';
import { readFacts } from '../../src/facts/read.ts';
import { readKept } from '../../src/text/classifier.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';

const training = readTraining();
const compiled = lexicon(readLexiconSource(), training && readKept(training));

function topicOf(text: string): string | null {
  const { facts } = readFacts(text, { today: '2026-11-20' });
  return understand(text, facts, compiled).topic;
}
const scopeOf = (text: string): string => scopeGroup(topicOf(text) ?? 'small-talk');

describe('another product', () => {
  it.each([
    'we come from Rancher RKE2, which is shut since summer. On our new AKS Arc cluster etcd has no leader. 1.33.5',
    'Moving away from Tanzu to AKS Arc: API server of the AKS Arc cluster is not reachable since noon. 1.33.5',
    'Migrated last week from GKE to AKS on Azure Local; since then services of type LoadBalancer stay pending. 1.33.5',
    'former k3s users here. AKS hybrid cluster: kube-proxy on 2 nodes crashes. 1.33.5',
  ])('is no matter where one only comes from it: %s', (text) => {
    expect(scopeOf(text)).toBe('in_scope');
  });

  it.each([
    'our kubeadm cluster cannot join a node. we think about AKS Arc later',
    'OpenShift 4.14 etcd lost quorum, should we call you? we have AKS Arc too but this is OCP',
    'EKS Anywhere cluster upgrade fails, AKS Arc is fine',
    'the old RKE2 cluster is broken, its etcd lost quorum. AKS Arc comes next year',
  ])('stays one where it is what fails: %s', (text) => {
    expect(topicOf(text)).toBe('other-product');
  });

  it.each([
    'which tool converts docker compose files into kubernetes manifests? AKS Arc 1.33.5',
    'we have 9 stacks in Docker Swarm and want them on AKS Arc. How are they translated to yaml?',
    'how do we move our deployments from OpenShift (routes, scc) to plain kubernetes yaml on AKS Arc?',
  ])('is asked of Kubernetes where its files are to be rewritten: %s', (text) => {
    expect(topicOf(text)).toBe('k8s-howto');
  });
});

describe('a part of the product that works', () => {
  it.each([
    'Longhorn replicas go faulted ("failed to rebuild"), while volumes of the default class mount without trouble.',
    'Harbor jobservice errors "no route for scanner", its PVCs on the shipped disk csi bind and mount. 1.33.5',
    'cert-manager: challenge pending for ever, propagation check failed. coredns runs and answers. 1.33.5',
    'Loki compactor panics with index error. Persistent volumes are bound and writable. 1.33.5',
  ])('is no cause beside a tool with an error of its own: %s', (text) => {
    expect(topicOf(text)).toBe('oss-tool');
  });

  it('is one where it is told not to work', () => {
    expect(scopeOf('PVCs on disk.csi.akshci.com do not mount and work, our app waits. 1.33.5')).toBe('in_scope');
  });
});

describe('a wish that is withdrawn', () => {
  it.each([
    'I wanted to ask for a dark mode, but forget it. The real trouble: Update-AksHci hangs at 60 % since two hours',
    'It would be nice to have a pause button. ok scrap that, more important: kube-proxy crashes on one node',
    'feature wish: export to csv. never mind, here is what hurts: PVCs do not bind since the upgrade. 1.33.5',
    'Could you add sorting to the list... ah leave it. What really matters: etcd leader changes every minute',
  ])('gives way to the matter: %s', (text) => {
    expect(scopeOf(text)).toBe('in_scope');
  });

  it.each([
    "Please add a filter for namespaces to the portal, that's all",
    'we would love a bigger list of VM sizes. no problem otherwise',
  ])('is one until then: %s', (text) => {
    expect(topicOf(text)).toBe('wish');
  });
});

describe('a case that is closed', () => {
  it.each([
    'Le souci avec le stockage est réglé, merci à tous et bonne journée',
    'Merci, tout est rentré dans l’ordre après le redémarrage du nœud, on peut clôturer.',
    'Vielen Dank für die schnelle Hilfe, das Problem mit den Knoten ist behoben, der Fall kann geschlossen werden',
    'Gracias, el problema de red ya está resuelto, pueden cerrar el caso',
    'Grazie mille, il problema del DNS è risolto, potete chiudere il caso',
    'Bedankt, het probleem is opgelost, ticket mag dicht',
  ])('asks for nothing, in whatever language: %s', (text) => {
    expect(topicOf(text)).toBe('small-talk');
  });

  it.each([
    'Merci d’avance. Le DNS ne répond plus depuis le redémarrage de coredns. 1.33.5',
    'Il problema non è risolto, i nodi sono ancora NotReady',
    'Das Problem mit etcd ist nicht behoben, wer kann helfen?',
    'Gracias de antemano: los nodos no arrancan desde ayer',
  ])('is open while the fault is there: %s', (text) => {
    expect(scopeOf(text)).toBe('in_scope');
  });
});

describe('a second network plugin that is said not to be there', () => {
  it.each([
    'flannel pods CrashLoop on a node that was rebuilt, no other CNI was ever installed by us. AKS hybrid',
    'calico-node restarts on one worker. Another CNI was never put in here. 1.33.5',
  ])('leaves the delivered one covered: %s', (text) => {
    expect(topicOf(text)).toBe('cni-basic');
  });

  it('turns away where it is', () => {
    expect(topicOf('flannel from upstream manifest on top of calico crashes')).toBe('network-customization');
  });
});

describe('a date that is asked for in another language', () => {
  it.each([
    'Kommt ARM64 für AKS Arc, und falls ja, bis wann ungefähr? Kein Fehler, nur Planung.',
    'Wird 1.37 auf Windows Server 2025 kommen, und wenn ja, in welchem Quartal? Kein Problem vorhanden.',
    'Est-ce que Kubernetes 1.36 arrivera sur AKS Arc, et quand ? Aucun incident, juste une question',
  ])('is no request for support: %s', (text) => {
    expect(topicOf(text)).toBe('roadmap');
  });
});

describe('egress that was closed', () => {
  it.each([
    'proxy team closed outbound 443 for the AKS nodes, pulls fail and arc agents are offline, what has to be allowed?',
    'new rules blocked outbound traffic of the nodes, arc agents are down. Which FQDNs and ports do they need?',
  ])('is asked of its endpoints, whichever agent noticed: %s', (text) => {
    expect(topicOf(text)).toBe('egress');
  });
});
