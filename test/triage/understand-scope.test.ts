/** Whose matter a message is, in words that no phrase was written from: subject and victim, host and circumstance, asked and told. */
import { describe, expect, it } from 'vitest';
import { readLexiconSource, readTraining } from '../../knowledge/lexicon.ts';
import { readFacts } from '../../src/facts/read.ts';
import { readKept } from '../../src/text/classifier.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';

const training = readTraining();
const compiled = lexicon(readLexiconSource(), training && readKept(training));

/** `open` where a question comes before any verdict. */
function scopeOf(text: string): string {
  const { facts } = readFacts(text, { today: '2026-11-20' });
  const { topic } = understand(text, facts, compiled);
  return topic === null ? 'open' : scopeGroup(topic);
}

const SETS: Record<string, [scope: string, texts: string[]][]> = {
  'a product that fails by itself, and one that is only hit': [
    [
      'best_effort',
      [
        'Loki ingester: "failed to put chunk: NoSuchBucket". All PVCs bound, coredns fine, v1.33.5',
        'the Jaeger collector cannot write to its Elasticsearch, "dial tcp lookup es-jaeger: no such host". Other lookups are ok',
        'ESO controller: could not get secret data from provider, 403. cluster healthy',
        'Keycloak 26 pods form no infinispan cluster; node network tested fine with iperf',
        'Longhorn manager: "failed to attach replica, disk unschedulable". Nodes all Ready, AKS 1.33.4',
        'Flux (our bootstrap) source-controller: x509 unknown authority for our gitea. kubectl works',
        'Kong routes vanish after each restart of its admin pod; the same LoadBalancer serves another app well',
        'Chart of Temporal: history service loops with cassandra timeouts, cluster dns ok, disks ok',
        'signoz otel collector pods OOM at 2Gi',
        'Tetragon export stdout pod restarts, bpf program not loaded; kubelet and nodes are ok',
        'someone of our team put kured into kube-system and it crashes. is it yours?',
      ],
    ],
    [
      'out_of_scope',
      [
        'Dynatrace ActiveGate pod cannot resolve its tenant, all other pods resolve',
        'Portworx: quorum lost, pxctl status says "license expired"',
        'Our HAProxy Enterprise subscription ran out and the pods refuse to start',
        'Trident volumes: "iscsi login failed" against ONTAP. Shipped disk class works',
        'With the Falcon sensor every worker goes NotReady in an hour; uninstalled it on two and they stay Ready',
        'Octopus tentacle pod times out towards our Octopus server, kubectl from it is okay',
        'Imperva gateway returns 403 for our ingress, past it everything works',
        'Kasten: export job "access key invalid", snapshots themselves are taken',
        'Splunk HEC tokens rejected by splunk, collector restarts',
        'Commvault says "node not licensed" at each backup of our namespaces',
      ],
    ],
    [
      'in_scope',
      [
        'Argo CD, Jenkins and plain kubectl all get "connection refused" on port 6443',
        'Datadog told us first: coredns pods crashloop and no pod resolves anything',
        'Velero, mysql and a busybox alike: disks of the default class never attach',
        'Grafana alert came in, and yes: two workers are NotReady, kubelet not posting',
        'We threw out CrowdStrike completely, same thing: etcd loses its leader every hour',
        'Traefik, nginx and an echo service: none of the LoadBalancer services gets an IP',
        'The runner cannot deploy because the API server answers 503 to everybody',
      ],
    ],
  ],
  'the host and what was done with it': [
    [
      'in_scope',
      [
        'WS2022 hosts. Colleague rebooted the AKS machines in Hyper-V Manager, now one control plane node is NotReady',
        'Azure Local 2607: after the hosts got patched the AKS workers stay NotReady',
        'In SCVMM somebody moved the worker VMs, since then kubelet cannot reach the API',
        'host cluster was without Azure for weeks, back since noon. Update of AKS still blocked',
        'After a blackout the failover cluster is green again, but coredns and the API of AKS are dead',
        'A contractor altered the adapter of the LB machine in Hyper-V, since then the VIP is dead',
        'Azure Local host lost power; the load balancer VM of our cluster does not answer',
      ],
    ],
    [
      'out_of_scope',
      [
        'Storage Spaces Direct: two physical disks retired, repair job suspended, all VMs slow',
        'host 3 bluescreens since the new firmware, Dell says driver',
        'The Windows failover cluster loses its witness every night',
      ],
    ],
  ],
  'asked, told and wished': [
    [
      'not_a_support_request',
      [
        'could you add Lars to this channel please',
        'bot, do you save our conversations somewhere?',
        'will node pools on ARM machines be possible some day? nothing urgent',
        'does AKS get Windows Server 2028 as host at some time?',
        'in the example for New-AksHciNetworkSetting the word "gateway" is written gatway, please fix the article',
        'Vielen Dank an alle, der Cluster läuft, Ticket bitte schließen',
        'merci à tous, tout est rentré dans l ordre',
        'Status Tuesday: cluster lyon-1 upgraded, lyon-2 tomorrow, nothing to report',
        'Rook or Portworx, what is your taste? we only look around',
        'tell me a joke about kubelet',
        'what does a support contract for this cost',
        'is a preview for Windows node pools on ARM planned?',
        'which is better for 20 branches, AKS Edge or AKS on Azure Local? not bought',
      ],
    ],
    [
      'in_scope',
      [
        'Thanks for yesterday! Today however kubectl says connection refused on 6443 again',
        'AKS hybrid, latest release. Update refused with "cluster is in failed state"',
        'we are on the newest version and still etcd says database space exceeded',
        'thx for the doc link, but coredns keeps crashing after I followed it',
        'one day I would like prettier logs. now: node pool stuck in Scaling',
      ],
    ],
    [
      'out_of_scope',
      [
        'Example of an init container that waits for rabbitmq?',
        'how would I write a NetworkPolicy that only lets prometheus in',
        'our self written operator misses events, how do informers resync?',
        'can you show a HorizontalPodAutoscaler for a java app',
        'what is the difference between a Deployment and a StatefulSet',
      ],
    ],
  ],
  'a few words': [
    [
      'in_scope',
      [
        'update stuck',
        'upgrade of aks hybrid hangs',
        'lb service pending',
        'worker notready',
        'kubectl times out',
        'dns broken in cluster',
        'pvc pending default class',
        'arc shows offline',
      ],
    ],
    ['best_effort', ['grafana pod crash', 'argocd sync error', 'velero backup fails']],
    ['out_of_scope', ['dynatrace agent down', 'portworx broken', 'minikube does not start']],
    [
      'open',
      ['help', 'not working', 'we have a problem', 'the Brightwave agent crashes', 'Nordlys CSI driver pods fail'],
    ],
  ],
};

describe.each(Object.entries(SETS))('%s', (_, groups) => {
  describe.each(groups)('%s', (scope, texts) => {
    it.each(texts)('%s', (text) => expect(scopeOf(text)).toBe(scope));
  });
});
