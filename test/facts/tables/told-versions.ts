import type { Row } from './row.ts';

/** Versions beside those of tools and of other sites, spoken, doubted, refused and offered. */
export const toldVersions: readonly Row[] = [
  ['k8s is 1.32 I think', { k8sVersion: '1.32' }],
  ['The kubernetes is 1.32.8, the kubectl on my laptop is the 1.29', { k8sVersion: '1.32.8', kubectlVersion: '1.29' }],
  ['My kubectl is 1.31.', { kubectlVersion: '1.31', k8sVersion: null }],
  ['3 nodes Ready v1.32.8, kubectl client is v1.31.2', { k8sVersion: '1.32.8', kubectlVersion: '1.31.2' }],
  ['Upgrade from 1.31.13 to 1.32.9 was started and rejected by the webhook', { k8sVersion: '1.31.13' }],
  ['Upgrade from 1.31.13 to 1.32.9 was started and completed', { k8sVersion: '1.32.9' }],
  ["we'd like to move from 1.30.x to 1.32", { k8sVersion: '1.30' }],
  ['Versions: Turku 1.32.9 (this one), Oulu 1.31.13', { k8sVersion: '1.32.9' }],
  ['we are on Azure Local 2604 and it proposes 2607', { azureLocalRelease: '2604' }],
  ['k8s one thirty-two', { k8sVersion: '1.32' }],
  ['kubernetes one three one, kubectl one three three', { k8sVersion: '1.31', kubectlVersion: '1.33' }],
  ['the cluster has one three-node pool', { k8sVersion: null }],
  ['aks hybrid: the installed build is dated 11 July, the newest 8 November', { daysBehindLatestRelease: 120 }],
  [
    'newest release came out on 2 November, ours is from 5 May',
    { daysBehindLatestRelease: 181, aksReleasesBehind: null },
  ],
  ['we run the release from 22 September', { daysBehindLatestRelease: null }],
  ['cluster was created on 3 May, newest backup is from 8 November', { daysBehindLatestRelease: null }],
  ['v1.33.5, went up from 1.31 on 4 November', { k8sVersion: '1.33.5' }],
  ['came from 1.30, on 1.33.4 since Monday', { k8sVersion: '1.33.4' }],
  ['upgrade from 1.30.9 to 1.31.4 fails', { k8sVersion: '1.30.9' }],
  ['we are still on one-twenty-nine', { k8sVersion: '1.29' }],
  ['prod (aks-a-prod) is v1.33.5. The one with the trouble is aks-a-qa', { k8sVersion: null }],
  ['aks hybrid: ours is directly the one before the newest', { aksReleasesBehind: 1 }],
  ['wir haben das vorletzte Release von AKS hybrid', { aksReleasesBehind: 1 }],
  ["N-3. That's where our AKS hybrid is, N being today's newest release", { aksReleasesBehind: 3 }],
  ['should we install the second newest release?', { aksReleasesBehind: null }],
  [
    'a new cluster with v1.33.5 fails. The two existing ones (1.30.4) run fine and are not the topic',
    { k8sVersion: '1.33.5' },
  ],
  ['noch 23H2 auf den Hosts, Umstieg auf 24H2 für Dezember geplant', { hostOsVersion: '23H2' }],
];
