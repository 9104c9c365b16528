/** What the customer made, chose or did, in words that no phrase was written from: whose it is, and what beside it stays the product's. */
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

const scopeOf = (text: string): string => {
  const topic = topicOf(text);
  return topic === null ? 'open' : scopeGroup(topic);
};

const SETS: Record<string, Record<string, string[]>> = {
  'the paid edition of an open project': {
    out_of_scope: [
      'Calico Enterprise: the policy board does not load since our partner moved us off the OSS one',
      'Calico Cloud connector pod 401. We upgraded from open source Calico last month',
      'tigera-manager shows a white page after the certificate change, license valid until 2027',
      'Calico Enterprise log storage is red, elasticsearch inside it has no shards',
      'GitLab Ultimate runner autoscaler crashes on AKS Arc, was community edition before',
      'Grafana Enterprise reporting fails with "license not found", OSS before was ok',
      'Kong Enterprise: the manager does not open since the upgrade from the open source one',
      'Vault Enterprise replication is broken after the move from OSS. Whom do we call?',
    ],
    best_effort: [
      'our Vault is the open source one, unseal fails after each restart, cluster fine',
      'GitLab community edition runner cannot register, cluster works',
    ],
  },
  'findings in own images': {
    out_of_scope: [
      'Tenable found log4j 2.14 in our billing image, the auditor wants Microsoft to patch AKS Arc',
      'Trivy: CVE-2021-44228 CRITICAL in our own webshop images (/app/lib/log4j-core.jar). please patch',
      'Report of Prisma: CVE-2022-42889 commons-text, image registry.contoso.example/crm:5, built by us. Who patches?',
      'grype says our images have openssl CVE-2022-3602, can MS fix that on the cluster',
      'CVE-2020-8203 lodash in /app/node_modules of the frontend image that our developers build',
      'Qualys flags CVE-2017-5638 struts in our containers. AKS hybrid. When do you patch',
      'Aqua shows 40 highs in our Dockerfile base image, our CISO thinks the product must be patched',
      'Snyk: spring4shell CVE-2022-22965 inside our java image, we are on 1.33.4',
    ],
    in_scope: [
      'Tenable lists CVE-2024-21626 in runc on all nodes of AKS Arc, please patch',
      'Trivy: CVE-2023-44487 in the coredns image in kube-system, when is it patched?',
      'Qualys: CVE-2024-1086 in the kernel of our node image (Mariner)',
    ],
  },
  'without the appliance it works': {
    out_of_scope: [
      'Image pulls via Netskope: x509 unknown authority. Without Netskope pulls are fast. What must be changed there?',
      'The nodes see issuer "Fortinet CA" for mcr.microsoft.com. On another line without the FortiGate all works',
      'Palo Alto decrypts our egress and pulls die; excluded the nodes from decryption and they succeed',
      'with Zscaler: TLS error for every registry. Zscaler switched off for an hour: everything works',
      'Check Point drops the websocket of our apps after 60 s, directly (bypassing Check Point) it works',
      'Blue Coat? no, Forcepoint. Through Forcepoint downloads stop at 90 %, without Forcepoint no problem',
      'SonicWall in front, pulls reset. Removed SonicWall for a test and pulls go through. How set it up right?',
      'We took the Sophos UTM out of the path and the nodes pull again; with Sophos x509 errors',
    ],
    in_scope: [
      'x509 unknown authority when nodes pull from mcr.microsoft.com, and without Zscaler the same error',
      'Bypassed the FortiGate completely, still the API server of our cluster times out',
    ],
  },
  'an own DaemonSet whose removal heals the nodes': {
    out_of_scope: [
      'Warning NodeNotReady node/moc-lq1 (6 nodes), each a minute after our DaemonSet fs-watch starts. Scaled it away: nodes live',
      'our own privileged daemonset sets sysctls and nodes drop to NotReady. Removed it, nodes recover',
      'A student wrote a DaemonSet that edits iptables on the host; nodes go NotReady. Without it they stay ready',
      'Events: NodeNotReady after pod mem-burner starts. It is our DaemonSet, privileged. If deleted the nodes heal',
      'homegrown daemonset with hostNetwork makes kubelet on every node lose the API; uninstalled and all is well',
      'our daemonset "netprobe" fills the disk of each node until NotReady, disabled it and nodes are stable',
      'kubectl describe node: NodeNotReady, always with our custom DaemonSet gpu-clock on. Turned off -> Ready again',
      'Our in-house DaemonSet loads a kernel module and workers reboot; deleted it, everything works',
    ],
    in_scope: [
      'Removed our own DaemonSet from all nodes, still the same: nodes go NotReady each night',
      'two workers NotReady, kubelet stopped posting status. we run no daemonsets of our own',
    ],
  },
  'Helm and an own chart': {
    best_effort: [
      'helm upgrade --atomic of our chart is rolled back since Friday: timed out waiting for the condition. Cluster looks fine',
      'Error: UPGRADE FAILED: "orders" has no deployed releases. Our own chart, cluster is ok',
      'helm install of our umbrella chart: context deadline exceeded; kubectl apply of the same yaml runs. v1.33.4',
      'Error: release milk-api failed, timed out. OUR helm chart, other things deploy well, cluster seems fine',
      'helm 3.15 says "another operation in progress" for our release, nothing wrong with the cluster',
      'our chart: template error "nil pointer evaluating interface {}.image", helm lint fails',
      'helm upgrade of our own chart: spec.selector field is immutable',
      'helm test of our helm chart hangs, while the pods work when applied by hand. cluster healthy',
    ],
    in_scope: [
      'Update-AksHciCluster fails with timed out waiting for the condition',
      'az aksarc upgrade hangs at 40 %',
    ],
  },
  'an own selector, and how it is done well': {
    out_of_scope: [
      "0/5 nodes are available: 5 node(s) didn't match Pod's node affinity/selector. We wrote that selector, no node has this label. How would an expert do labels?",
      'Pods Pending, our own taint blocks them, I see now. How do others design taints for three teams?',
      'FailedScheduling, anti-affinity cannot be satisfied with 2 nodes, my mistake. How should one spread replicas?',
      'exceeded quota. We set it ourselves, our fault. What is best practice for quotas per team?',
      'Insufficient cpu: our typo asked for 40 cores. How would you design requests and limits?',
      'nodeSelector tier=gold matches nothing, that was us. How would a pro plan node labels?',
      'topology spread constraint unsatisfiable; we typed that maxSkew. How do pros set this?',
      'our own nodeSelector is wrong, we see now. How can we structure affinity for two rooms?',
    ],
  },
  'a fault that remains after an article': {
    in_scope: [
      'Followed the learn article for a stuck node, turned the node VM off and on. It is up but kubelet certs are not renewed',
      'did every step of the guide about NotReady workers, worker still NotReady. 1.33.4',
      'as in the article we restarted the control plane VM, now etcd does not start',
      'We followed the troubleshooting guide for stuck PVCs and the volume is still attached to the old node, pods hang',
      'exactly as in the guide from learn: restarted kubelet. Node came back, pods stay ContainerCreating',
      'Following the article on expired certs we ran the renewal, and kubectl still says x509 expired',
      'per the article I recreated the coredns pods. they crash again',
      'all steps of the article done, the LoadBalancer service is still pending',
    ],
    not_a_support_request: [
      'The article on scaling has a typo in step 3, please correct the page',
      'the learn page still mentions a cmdlet that was removed, docs are wrong',
    ],
  },
  'another distribution by its tool': {
    out_of_scope: [
      'oc get co: authentication 4.16 degraded. It runs on Azure Stack HCI so Microsoft should help?',
      'oc adm upgrade is stuck at 84 %',
      'oc get nodes shows NotReady, hosts are azure local',
      'rke2-server does not start after reboot of the VM, etcd member lost',
      'k3s-agent cannot join: token invalid. VMs live on Azure Stack HCI',
      'talosctl dmesg shows etcd waiting, three VMs on our HCI hosts',
      'oc describe machineconfigpool worker: Degraded True',
      'k3s kubectl get nodes hangs, see /etc/rancher/k3s',
    ],
  },
  'a network plugin put in by the customer': {
    out_of_scope: [
      'we replaced calico with cilium and now pods have no network. 1.33.4',
      'Flannel with host-gw: we installed it over calico, backend does not start',
      'applied kube-flannel.yml on our calico cluster, coredns stuck ContainerCreating',
      'we threw out flannel and put calico from upstream, nodes have no CNI config now',
      'Second CNI next to calico: our flannel pods crash',
      'swapped the cni for antrea, services are dead',
      'bring your own CNI: how to run cilium instead of calico on AKS Arc?',
      'Uninstalled calico and applied tigera-operator.yaml in the newest version, pods cannot start',
    ],
    basic: [
      'flannel cluster as created by the product, kube-flannel crashes: subnet.env not found',
      'Instead of calico we got flannel after New-AksHciCluster, kube-flannel crashloops',
      'calico-node not ready after creating the cluster, BIRD is not ready',
    ],
  },
  'small talk in other languages': {
    not_a_support_request: [
      'bist du echt?',
      'Bist du ein Mensch oder ein Bot?',
      'kennst du einen Witz?',
      'tu es un robot ?',
      'comment tu t appelles?',
      'eres un bot?',
      '¿Eres humano?',
      'sei un bot?',
      'ben je een mens?',
      'você é um robô?',
      'är du en robot?',
      'あなたは誰ですか',
    ],
  },
};

describe.each(Object.entries(SETS))('%s', (_, groups) => {
  describe.each(Object.entries(groups))('%s', (scope, texts) => {
    it.each(texts)('%s', (text) => expect(scopeOf(text)).toBe(scope));
  });
});

describe('a network plugin named only because nobody knows which one runs', () => {
  it.each([
    'flannel? calico? we have no clue. Pods on one worker cannot reach any service IP',
    "Calico or Flannel, I don't know. ClusterIPs unreachable from node 2",
    'Is it calico? not sure. iptables on one node has no KUBE-SVC chains and services fail there',
    'CNI: flannel or calico, nobody knows. Pod to pod between nodes is dead since Monday',
    'calico/flannel unclear. Two of six nodes reach no ClusterIP',
    'no idea if calico or flannel. nodeport answers only on one node',
    'we dont know if it is Flannel or Calico; traffic to services times out on worker 4',
    'flannel? calico? keine ahnung. Service IPs are not reachable from 1 of 3 nodes',
  ])('%s', (text) => expect(topicOf(text)).not.toMatch(/^cni-/));

  it('leaves a plugin that is known to fail what it is', () => {
    expect(topicOf("calico-node is not ready on two nodes, we don't know why. BIRD is not ready")).toBe('cni-basic');
  });
});
