import type { Row } from './row.ts';

/** Changes told over two sentences, and words behind a program's value on the same line. */
export const toldAfter: readonly Row[] = [
  [
    'worker has more memory since last week but flaps now. it was set in hyper-v. v1.33.4',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }], k8sVersion: '1.33.4' },
  ],
  [
    'All workers have 8 cores now instead of 4. That was done in SCVMM by our ops.',
    { nodeChange: [{ via: 'iaas-api', what: 'vm-resource' }] },
  ],
  [
    'The node has a second NIC. Somebody did it in Failover Cluster Manager.',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] },
  ],
  ['pods need more memory. I did look in hyper-v, nothing changed', { nodeChange: null }],
  ['Nodes have too little memory. Is it ok to set it in hyper-v?', { nodeChange: null }],
  [
    'LastConnected : 10/16/2026 4:12:10 AM (hosts, Azure Local 2607). The 3 existing nodes are fine, k8s 1.33.5.',
    { lastAzureSync: '2026-10-16', k8sVersion: '1.33.5', azureLocalRelease: '2607' },
  ],
  [
    'OsName: Microsoft Azure Stack HCI / 21H2 / 10.0.20348.2527. AKS cluster, coredns loops. k8s itself is 1.33.5',
    { hostOs: 'azure-stack-hci', hostOsVersion: '21H2', k8sVersion: '1.33.5' },
  ],
  [
    'OsName : Microsoft Windows Server 2022 Datacenter. Cluster 1.31.13 drops packets',
    { hostOsVersion: '2022', hostOsEdition: 'datacenter', k8sVersion: '1.31.13' },
  ],
  ['ConnectionStatus : Connected. k8s 1.32.9, pods pending', { azureConnected: true, k8sVersion: '1.32.9' }],
  ['All taints are gone after Update-AksHciCluster to 1.33.5', { k8sVersion: '1.33.5' }],
  ['Set-AksHciCluster to 1.33.5 fails, cluster 1.31.13', { k8sVersion: '1.31.13' }],
  ['cluster moc 1.33.5 healthy', { k8sVersion: '1.33.5' }],
  ['Moc cluster aks-1, k8s 1.33.4, unhealthy', { k8sVersion: '1.33.4' }],
];
