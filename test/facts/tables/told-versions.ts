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
];
