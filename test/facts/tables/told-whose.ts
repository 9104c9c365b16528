import type { Row } from './row.ts';

/** Whose it is, whether it is so at all, and what undid it. */
export const toldWhose: readonly Row[] = [
  ['a different customer of mine had a suspended subscription', { subscriptionState: null }],
  ['my friend has it stopped 70 days and lived', { stoppedSince: null, stoppedDays: null }],
  ['my friend from networking and I stopped our cluster on 1 October', { clusterRunState: 'stopped' }],
  [
    'Sister ship had the cluster off for 45 days. Ours was never off.',
    { clusterRunState: 'running', stoppedDays: null },
  ],
  ['The sister cluster is fine, ours is off since 3 November', { clusterRunState: 'stopped' }],
  ['there was a cluster turned off 50 days, but this is a closed topic', { stoppedDays: null }],
  ['cluster was turned off 50 days but this is important to us', { stoppedDays: 50 }],
  ['The subscription might have been suspended at some time', { subscriptionState: null }],
  ['Sub is deleted! ... no, false alarm, I was in the wrong tenant.', { subscriptionState: null }],
  ['What happens if we stop paying and the subscription gets suspended?', { subscriptionState: null }],
  ['What happens now? The subscription got suspended yesterday', { subscriptionState: 'suspended' }],
  [
    "portal says subscription 'expired' but that is the vendor's subscription, the Azure one is active",
    { subscriptionState: 'active' },
  ],
  ['an intern nuked the azure subscription yesterday', { subscriptionState: 'deleted' }],
  ['sub: suspended 2026-09-30\nreinstated: not yet', { subscriptionState: 'suspended' }],
  ['the suspension of our subscription was lifted on 21 August', { subscriptionState: 'reinstated' }],
  ['In the lab (other cluster) we raised the RAM of the VMs in Hyper-V Manager', { nodeChange: null }],
  [
    'The suspension of our subscription, effected on 10 August, was lifted on 21 August.',
    { subscriptionState: 'reinstated', subscriptionStateSince: '2026-08-10', subscriptionStateDays: 11 },
  ],
  [
    'Subscription state: Disabled since 2026-11-01. Re-enabled: 2026-11-15. Today: Active.',
    { subscriptionState: 'reinstated', subscriptionStateDays: 14 },
  ],
  ['cluster A: 1.33.5, fine. cluster B: etcd has no leader', { k8sVersion: null }],
  ['site Graz 1.33.5 ok, site Linz etcd has no leader', { k8sVersion: null }],
  ['site Graz has 1.29.4 and etcd fails there, site Linz 1.33.5 is fine', { k8sVersion: '1.29.4' }],
  ['qa: etcd has no leader (prod has 1.33.5, of qa I do not know)', { k8sVersion: null }],
  ['prod: etcd fails, 1.33.5', { k8sVersion: '1.33.5' }],
  ['north 1.33.4 ok / south 1.30.9 BROKEN / west 1.32.2 ok', { k8sVersion: '1.30.9' }],
  ['three of them: riga (1.33, fine), oslo (1.29, api server dead), turku (1.32, fine)', { k8sVersion: '1.29' }],
  ['kubernetes 1.33.4 is fine, the pods are not', { k8sVersion: '1.33.4' }],
  ['our cluster b is 1.33.5, etcd fails', { k8sVersion: '1.33.5' }],
  [
    'the lab cluster is off since 3 September, never mind. our ticket is about the harbour cluster, which runs: etcd slow',
    { clusterRunState: 'running', stoppedSince: null },
  ],
  ['csi fails on ours. I also maintain aks-harbour, that has 1.28', { k8sVersion: null }],
  [
    "the subscription 'play-east' was deleted, it never had anything to do with this cluster",
    { subscriptionState: null },
  ],
  [
    'lab: switched off in July, irrelevant. prod: up, 1.33.4, api timeouts. Please look only at prod.',
    { clusterRunState: 'running' },
  ],
  [
    "Litware's cluster is off since 2 October, nothing to do there. Adatum's one is running and drops packets",
    { clusterRunState: 'running', stoppedSince: null },
  ],
  ['At our Malmo plant they added a NIC to the VMs in Hyper-V. Here in Lund nobody did.', { nodeChange: null }],
  ['Our Entra Connect had its last sync 9 days ago', { lastAzureSync: null }],
  [
    'Plant Gent is 90 days behind the current AKS hybrid release. This ticket is for plant Brugge.',
    { daysBehindLatestRelease: null },
  ],
  ['Microsoft sah unser System zuletzt im Juli, aber die letzte LDAP sync war 4 Tage her', { lastAzureSync: null }],
  ['last successful DNS sync was 3 November', { lastAzureSync: null }],
  ['Azure hat den Cluster zuletzt vor 12 Tagen gesehen', { lastAzureSync: '2026-11-08' }],
  ['our admin gave the VMs of the old cluster more RAM, the new cluster is untouched', { nodeChange: null }],
  [
    'On site A all is powered off since 4 September. Site B is what matters: up, no downtime',
    { clusterRunState: 'running' },
  ],
  [
    'We run the sites Lund and Ystad. Ystad (1.28.4, off since July) will be scrapped, forget it. Lund: 1.33.4, never off, services reset',
    { clusterRunState: 'running', k8sVersion: '1.33.4' },
  ],
  ['Wird Kubernetes 1.35 für AKS kommen?', { k8sVersion: null }],
];
