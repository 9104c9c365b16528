import type { Row } from './row.ts';

/** Stops, supports and previews in whole sentences, each beside what only resembles it. */
export const toldPlainly: readonly Row[] = [
  [
    'We took all the VMs of the cluster down on 3 October via Failover Cluster Manager',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-03', stopMethod: 'hyperv-manual', allNodesDeallocated: true },
  ],
  [
    'Since the move on 12 September the nodes have not been powered on.',
    { clusterRunState: 'stopped', stoppedSince: '2026-09-12' },
  ],
  ['Since the move on 12 September the backup jobs have not run.', { clusterRunState: null }],
  ['someone hit the power button of all nodes on Tuesday', { clusterRunState: 'stopped', stoppedSince: '2026-11-17' }],
  ['cluster stopped with az aksarc stop on 2 Nov', { stopMethod: 'documented', stoppedSince: '2026-11-02' }],
  ['Only workers are off, control plane is up', { clusterRunState: 'partly' }],
  [
    'the firewall was closed on 5 November and since that day Azure shows the cluster as Offline',
    { azureConnected: false, lastAzureSync: '2026-11-05' },
  ],
  ['our minor is still in the support matrix', { k8sMinorStatus: 'supported' }],
  ['our minor is no longer in the support matrix', { k8sMinorStatus: 'deprecated' }],
  ['Kubernetes 1.27, which was dropped from support', { k8sMinorStatus: 'deprecated' }],
  ['is 1.29 no longer supported?', { k8sMinorStatus: null }],
  ['The hosts run Windows Server 2016 which is no longer supported', { hostOsSupported: false, k8sMinorStatus: null }],
  ['Host OS 22H2 has reached end of support', { hostOsSupported: false }],
  ['Is 22H2 no longer supported?', { hostOsSupported: null }],
  ['subscription is in warned state', { subscriptionState: 'suspended' }],
  ['we use the GPU partitioning preview', { featureStage: 'ms-public-preview' }],
  ['we use the print preview', { featureStage: null }],
  ['The docs mention 1.34, does it work with AKS?', { k8sVersion: null }],
  ['the release notes of 1.34 mention it, we run 1.33.4', { k8sVersion: '1.33.4' }],
  [
    'cluster offline since 2 November because the uplink router died, all pods are running',
    { clusterRunState: null, stoppedSince: null, azureConnected: false, lastAzureSync: '2026-11-02' },
  ],
  [
    'we kept the control plane running but stopped all the workers on Monday',
    { clusterRunState: 'partly', allNodesDeallocated: false, stoppedSince: null },
  ],
  ["The connected cluster shows status 'Expired' since 14 days.", { azureConnected: false }],
  ['the VM got an extra disk through SCVMM', { nodeChange: [{ via: 'iaas-api', what: 'vm-resource' }] }],
  ['Added 16 GB RAM to the Hyper-V hosts', { nodeChange: null }],
  [
    'Added 16 GB RAM to the node VMs on the Hyper-V hosts',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['My Azure DevOps subscription was suspended', { subscriptionState: null }],
  ['The last time we synced the git repo was 1 November', { lastAzureSync: null, azureConnected: null }],
  ['Ours was never offline.', { azureConnected: true }],
  ['can AKS Arc run Kubernetes 1.35?', { k8sVersion: null }],
  ['The cluster is stopped from time to time for cost reasons', { clusterRunState: null, stoppedSince: null }],
  ['i switch the cluster off every friday evening', { stoppedSince: null, stoppedDays: null }],
  ['Azure connection: last contact 38 days ago', { lastAzureSync: '2026-10-13' }],
  [
    'Cluster stopped? Yes\nSince: 2026-10-27\nHow: Hyper-V Manager, all VMs',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-27', stopMethod: 'hyperv-manual', allNodesDeallocated: true },
  ],
  [
    'run state: stopped | since: 2026-10-11 | method: documented',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-11', stopMethod: 'documented' },
  ],
  ['Cluster stopped? No\nSince: 2026-10-27 pods fail', { clusterRunState: 'running', stoppedSince: null }],
];
