import type { Row } from './row.ts';

/** Whose fault it was, what the cluster is for, which CNI it came with, how far its release is behind. */
export const toldCause: readonly Row[] = [
  ['Root cause found: our own webhook rejected everything. Our mistake.', { rootCause: 'customer' }],
  ['Turned out it was us, a wrong firewall rule', { rootCause: 'customer' }],
  ['It is not our fault', { rootCause: null }],
  ['Maybe it is our fault', { rootCause: null }],
  ['Is it our mistake?', { rootCause: null }],
  ['your engineer confirmed that it is a Microsoft bug', { rootCause: 'microsoft' }],
  ['smells like an upstream bug, no proof', { rootCause: null }],
  ['we run our own log shipper in kube-system', { workloadInKubeSystem: true }],
  ['we looked at the logs in kube-system', { workloadInKubeSystem: null }],
  ['CNI as delivered: Calico', { cni: 'calico' }],
  ['Flannel here, came with the cluster', { cni: 'flannel' }],
  ['k8s 1.32.8 / calico / prod', { environment: 'production', cni: 'calico' }],
  ['feature in preview, lab only', { environment: 'test' }],
  ['a cluster of pre-production for the tests', { environment: 'test' }],
  ['Our ERP is three releases behind', { aksReleasesBehind: null }],
  ['we are three releases behind', { aksReleasesBehind: 3 }],
  ["We're on the latest as of today", { aksReleasesBehind: 0 }],
  ['Latest AKS release is installed, Get-AksHciUpdates is empty', { aksReleasesBehind: 0 }],
  ['Get-AksHciUpdates lists nothing?! I expected an update', { aksReleasesBehind: null }],
];
