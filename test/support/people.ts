/**
 * Made-up people for conversations by the hundred: what they open with, how they answer, and what they say in between. Everybody
 * has a cluster whose facts they know, and a way of writing of their own.
 */
import { type Question, questionId } from '../../dialogs/services.ts';
import type { Input } from './transcript.ts';

/** Problems in many people's wording; some bring facts along, some next to nothing. */
export const OPENINGS = [
  'hi all, kubectl just hangs since 9 this morning, nothing answers on 6443. it is our factory cluster, AKS Arc',
  'etcd keeps electing leaders every few seconds, api is crawling (AKS on Azure Local 2607)',
  'Hello, we upgraded the workload cluster last night and now two nodes stay NotReady. What can we do?',
  'pods cannot resolve names since the weekend. coredns restarts all the time',
  'PVCs stuck in Pending, events say the csi provisioner times out. aks hybrid, windows server 2019 hosts',
  'Guten Tag, our kubernetes on azure stack hci does not create new nodes, scaling hangs forever',
  'my load balancer service stays in pending, no external ip. Is it MetalLB? AKS Arc on Azure Local',
  'certificate expired on moc, mocctl says x509. how do we renew?',
  'calico-node crashloops on one node pool\nreadiness probe failed: calico/node is not ready: BIRD is not ready',
  'we installed ingress-nginx with helm and it returns 503 for everything, AKS Arc 1.33.5',
  'The Arc connection shows offline in the portal although pods still run fine.',
  'Get-AksHciCluster: Failed to get kubernetes version, the term is not recognized?? powershell on the hosts',
  'upgrade from 1.31 to 1.32 stuck at 40 percent for 6 hours, control plane vm does not come up',
  'azure billing says we pay for a cluster that we deleted weeks ago, aks hybrid',
  'NAME              STATUS     ROLES           AGE   VERSION\nmoc-la1b2c3d4e5   NotReady   control-plane   90d   v1.32.9\nmoc-lz9y8x7w6v5   Ready      <none>          90d   v1.32.9',
  'storage class default does not attach disks after we powered the cluster off over the summer holidays',
  'windows node pool: containers fail with hcsshim::CreateComputeSystem timeout',
  'somebody from the virtualization team gave our workers more memory in hyper-v and now kubelet complains',
  'Prometheus from the marketplace eats all memory. AKS enabled by Arc. is that supported?',
  'federated identity on the arc cluster does not issue tokens, AADSTS error in the pod',
  'cluster create fails: KVA timed out waiting for the api server, fresh install of Azure Local',
  'gpu operator does not find the card, azure local machine with two A2',
  'kubelet logs: x509: certificate signed by unknown authority. since we replaced the root ca of the company',
  'our subscription was suspended because of a credit card and now extensions cannot be installed',
  'nodes flap every 20 minutes. worst on tuesdays :(',
];

/** What this person would say to each question, short and long, and on a card. Cluster facts do not contradict the openings. */
type Knowledge = Record<string, { short: string; long: string; card: string }>;
export const KNOWLEDGE: Knowledge = {
  product: { short: 'Azure Local', long: 'it is AKS on Azure Local', card: 'aks-local' },
  k8sVersion: { short: '1.33.5', long: 'the server runs Kubernetes 1.33.5', card: '1.33.5' },
  k8sMinorStatus: { short: 'still in the list', long: 'yes, the version is still in the list', card: 'supported' },
  aksReleasesBehind: { short: 'newest release', long: 'we are on the newest AKS release', card: '0' },
  hostOsVersion: { short: '2607', long: 'Azure Local, release 2607', card: 'Azure Local 2607' },
  stoppedSince: {
    short: 'since 2 November',
    long: 'stopped on 2 November, running again since 9 November',
    card: 'since 2 November',
  },
  clusterRunState: { short: 'always running', long: 'the cluster has been running all the time', card: 'running' },
  stopMethod: { short: 'the documented way', long: 'stopped with the documented procedure', card: 'documented' },
  allNodesDeallocated: { short: 'all of them were off', long: 'yes, all of them were off', card: 'true' },
  nodeChange: { short: 'nobody touched the VMs', long: 'nobody changed anything on the node VMs', card: 'none' },
  'nodeChange.directedByMicrosoft': { short: 'our own decision', long: 'that was our own decision', card: 'own' },
  metadataChange: { short: 'no labels changed', long: 'no labels or tags of the system were changed', card: 'none' },
  subscriptionStateSince: {
    short: 'since 3 November',
    long: 'suspended on 3 November, active again since 10 November',
    card: '2026-11-03',
  },
  subscriptionState: { short: 'subscription active', long: 'the Azure subscription is active', card: 'active' },
  lastAzureSync: { short: 'last night', long: 'it synced with Azure last night', card: '2026-11-19' },
  componentClass: { short: 'open source', long: 'it is open source that we installed ourselves', card: 'open-source' },
  workloadInKubeSystem: { short: 'we installed it', long: 'we installed that part ourselves', card: 'true' },
  featureStage: { short: 'generally available', long: 'the feature is generally available', card: 'ga' },
  fromMicrosoftDocs: { short: 'no', long: 'no, not tried with the sample', card: 'false' },
  topic: {
    short: 'dns does not resolve',
    long: 'kubectl run, and coredns says SERVFAIL',
    card: 'dns does not resolve',
  },
};

export type Style = { name: string; answer(pending: readonly Question[], recordId: string): Input };

const known = (question: Question) => {
  const entry = KNOWLEDGE[questionId(question)] ?? KNOWLEDGE[question.fact];
  if (!entry) throw new Error(`Nobody here knows an answer to ${questionId(question)}.`);
  return entry;
};

export const STYLES: Style[] = [
  {
    name: 'terse, one thing a message',
    answer: (pending) =>
      pending
        .slice(0, 1)
        .map((one) => known(one).short)
        .join(),
  },
  { name: 'all in one breath', answer: (pending) => pending.map((one) => known(one).short).join(', ') },
  { name: 'line by line', answer: (pending) => pending.map((one) => known(one).short).join('\n') },
  { name: 'in whole sentences', answer: (pending) => `${pending.map((one) => known(one).long).join('. ')}.` },
  { name: 'numbered', answer: (pending) => pending.map((one, at) => `${at + 1}) ${known(one).short}`).join('\n') },
  { name: 'knows nothing', answer: () => 'dunno' },
  {
    name: 'knows the first, not the rest',
    answer: (pending) => pending.map((one, at) => (at === 0 ? known(one).short : "don't know")).join('\n'),
  },
  { name: 'with labels', answer: (pending) => pending.map((one) => `${one.label} - ${known(one).short}`).join('\n') },
  {
    name: 'on the card',
    answer: (pending, about) => ({
      do: 'answer',
      about,
      ...Object.fromEntries(pending.map((one) => [questionId(one), one.gate ? 'off' : known(one).card])),
      noneOfThese: 'yes',
    }),
  },
  { name: 'shouting, no commas', answer: (pending) => pending.map((one) => known(one).short.toUpperCase()).join(' ') },
];

/** Said in between; none of it is about the cluster. */
export const ASIDES = [
  'why do you ask?',
  'why',
  'how do I find that out?',
  'help',
  'thanks',
  'thx!!',
  'one moment pls',
  'hm',
  'what is best effort?',
  'is this chat recorded?',
  'are you a bot?',
  'how many more questions?',
  'facts',
  'what do you know so far?',
  'known issues',
  'ok',
  '👍',
  'hello?',
  'ticket please',
  'what does this cost?',
];

/** What is said where "back" has led to the triage before. */
export const FORWARD = 'forward';

/** Turns that leave the straight way and come back to it. */
export const DETOURS: readonly string[][] = [
  ['restart', 'no'],
  ['cancel', 'back'],
  ['back'],
  ['start over please', 'never mind'],
  ['cancel', 'where were we?'],
];

/** After the verdict: what is corrected, and what it must say. */
export const CORRECTIONS = [
  'sorry, it is 1.32.9',
  'oops, wrong cluster: the version is 1.31.2',
  'correction, server says v1.33.4',
  'I forgot to say that somebody changed the memory of a worker VM in Hyper-V',
];

export const SECOND_PROBLEMS = [
  'another problem on the same cluster: the csi driver does not mount smb shares any more',
  'next issue, same cluster: ingress does not get an ip address',
  'now a different problem: the portal shows the arc agent as expired',
];
