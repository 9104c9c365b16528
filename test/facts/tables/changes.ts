import type { Row } from './row.ts';

/** Changes of nodes told in many ways, two in one sentence, and versions beside other versions. */
export const changes: readonly Row[] = [
  [
    'we changed the VLAN in Hyper-V and set sysctl values via ssh on the workers',
    {
      nodeChange: [
        { via: 'hyperv-api', what: 'vm-network' },
        { via: 'ssh', what: 'sysctl' },
      ],
    },
  ],
  [
    'Set-VMMemory and Set-VMProcessor were used on both workers yesterday',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Add-VMNetworkAdapter on moc-l1, later Set-VMMemory too',
    {
      nodeChange: [
        { via: 'hyperv-api', what: 'nic' },
        { via: 'hyperv-api', what: 'vm-resource' },
      ],
    },
  ],
  ['we have patched the nodes via ssh with tdnf update', { nodeChange: [{ via: 'ssh', what: 'package' }] }],
  [
    'ssh clouduser@10.1.1.1 then sudo vi /etc/containerd/config.toml and restart',
    { nodeChange: [{ via: 'ssh', what: 'other' }] },
  ],
  ['on the node itself i created /etc/sysctl.d/99-app.conf over ssh', { nodeChange: [{ via: 'ssh', what: 'sysctl' }] }],
  [
    'we deployed a daemonset which installs our monitoring agent on the nodes',
    { nodeChange: [{ via: 'daemonset', what: 'package' }] },
  ],
  ['CrowdStrike runs as daemonset', { nodeChange: null }],
  ['DaemonSet node-exporter crashes with OOM', { nodeChange: null }],
  ['a privileged daemonset of ours sets iptables rules on all nodes', { nodeChange: [{ via: 'daemonset' }] }],
  [
    'the VM disk of one worker was extended in hyper-v from 100 to 200 GB',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['worker VM moved to other storage with Move-VMStorage', { nodeChange: [{ via: 'hyperv-api' }] }],
  ['used Resize-VHD on the os disk', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  ['We changed MTU on the vNIC of the worker through Hyper-V', { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] }],
  ['Compute team live-migrated VMs, nothing else', { nodeChange: null }],
  [
    'we disabled dynamic memory for the AKS VMs (hyper-v settings)',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['Veeam backs up the node VMs', { nodeChange: null }],
  [
    'support article from Microsoft says to set the VLAN with Set-VMNetworkAdapterVlan, i did this',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network', documentedByMicrosoft: true }] },
  ],
  [
    'in MS case 2611050040007719 the engineer logged in by ssh and changed kubelet config',
    { nodeChange: [{ via: 'ssh', directedByMicrosoft: true }] },
  ],
  [
    'a consultant told us to change memory in Hyper-V, it was not Microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['Changed memory in Hyper-V. Was that wrong?', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  [
    'Is it a problem that we raised the RAM in Hyper-V last month?',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['did somebody change the VMs? i do not know', { nodeChange: null }],
  [
    'nobody except the storage team touched the VMs: they attached a new disk in SCVMM',
    { nodeChange: [{ via: 'iaas-api', what: 'vm-resource' }] },
  ],
  ['nodes untouched, only coredns configmap edited', { nodeChange: null }],
  ['we did not use Hyper-V for any change', { nodeChange: null }],
  ['I will change RAM in hyper-v tonight', { nodeChange: null }],
  [
    'yesterday evening the second NIC was plugged to all workers in VMM because of storage',
    { nodeChange: [{ via: 'iaas-api', what: 'nic' }] },
  ],
  ['static route added on every node by ssh', { nodeChange: [{ via: 'ssh', what: 'nic' }] }],
  ['we replaced the base image of the nodes with a hardened one', { nodeChange: [{ what: 'base-image' }] }],
  ['Custom OS image in use (CIS)', { nodeChange: [{ what: 'base-image' }] }],
  ['we would like to use an own golden image', { nodeChange: null }],
  ['can we bring our own hardened image?', { nodeChange: null }],
  [
    'stopped by Stop-VM, all node VMs, on 1 november',
    {
      clusterRunState: 'stopped',
      stoppedSince: '2026-11-01',
      stopMethod: 'hyperv-manual',
      allNodesDeallocated: true,
      nodeChange: null,
    },
  ],
  [
    'All worker and control plane VMs are turned off since the weekend',
    { clusterRunState: 'stopped', allNodesDeallocated: true, stoppedSince: null },
  ],
  ['we shut down each node with ssh poweroff on friday', { clusterRunState: 'stopped', stoppedSince: '2026-11-13' }],
  ['Azure Local 2605 is still supported according to MS', { hostOsSupported: true, azureLocalRelease: '2605' }],
  ['our hosts are out of support since june', { hostOsSupported: false }],
  ['2 windows nodes and 3 linux nodes', { nodeOs: 'mixed' }],
  ['k8s v1.33.5+azl3', { k8sVersion: '1.33.5' }],
  ['K8S_VERSION=v1.32.9', { k8sVersion: '1.32.9' }],
  ['cluster ver. 1.32.9', { k8sVersion: '1.32.9' }],
  ['kubernetes(1.32.9)', { k8sVersion: '1.32.9' }],
  ['kube 1.31', { k8sVersion: '1.31' }],
  ['v1.33', { k8sVersion: '1.33' }],
  ['we are at 1.33.', { k8sVersion: '1.33' }],
  ['minor 1.33, patch 5', { k8sVersion: '1.33' }],
  ['AKS 1.33 (five nodes)', { k8sVersion: '1.33' }],
  ['1.33.5 → 1.34.0 fails', { k8sVersion: '1.33.5' }],
  ['“1.32.9” says the portal', { k8sVersion: '1.32.9' }],
  ['portal: 1.32.9. kubectl: 1.33.0. which one counts?', { k8sVersion: '1.32.9', kubectlVersion: '1.33.0' }],
  ['it says kubectl 1.31 is too old for server 1.33', { k8sVersion: '1.33', kubectlVersion: '1.31' }],
  ['The cluster cannot be upgraded to 1.33.5 because 1.31.13 is too old', { k8sVersion: '1.31.13' }],
  ['upgrade path 1.29 -> 1.30 -> 1.31 planned. current: 1.29.12', { k8sVersion: '1.29.12' }],
  ['we jumped over 1.32 directly to 1.33.5', { k8sVersion: '1.33.5' }],
  ['1.33.5 is what we run, 1.31 is what the vendor wants', { k8sVersion: '1.33.5' }],
  ['old cluster 1.27, new cluster 1.33.5, problem on the new one', { k8sVersion: '1.33.5' }],
  ['problem is on the old one: old cluster 1.27.9, new cluster 1.33.5', { k8sVersion: '1.27.9' }],
];
