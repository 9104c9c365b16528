import type { Row } from './row.ts';

export const nodeChange: readonly Row[] = [
  [
    'Set-VMProcessor -VMName moc-lw8s1 -Count 8 was run on friday',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Add-VMNetworkAdapter -VMName moc-l9f3kq0z2x1 -SwitchName storage',
    { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] },
  ],
  ['our admin attached a second NIC to two workers in SCVMM', { nodeChange: [{ via: 'iaas-api', what: 'nic' }] }],
  [
    'I raised the memory of the worker VMs in Hyper-V Manager last week',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'colleague changed the VLAN of the node vms in hyper-v on tuesday',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  ['security replaced the vhd by their own hardened image', { nodeChange: [{ what: 'base-image' }] }],
  ['over ssh we set sysctl net.core.somaxconn on all nodes', { nodeChange: [{ via: 'ssh', what: 'sysctl' }] }],
  ['ssh to the nodes and installed the backup agent there', { nodeChange: [{ via: 'ssh', what: 'package' }] }],
  ['ip route add 10.99.0.0/16 over ssh on each node', { nodeChange: [{ via: 'ssh', what: 'nic' }] }],
  ['privileged daemonset sets vm.max_map_count', { nodeChange: [{ via: 'daemonset', what: 'sysctl' }] }],
  [
    'MS support told us in case 2611120040003311 to raise the memory with Set-VMMemory, we did it yesterday',
    {
      nodeChange: [
        { via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: true, reference: '2611120040003311' },
      ],
    },
  ],
  [
    'he added a disk to two worker VMs in hyper-v manager on monday, on his own idea',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'Wir haben im Hyper-V Manager den RAM der Worker VMs erhöht',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'on a ajouté de la mémoire aux VMs des noeuds dans Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  // none
  ['nobody touched the VMs', { nodeChange: null }],
  ['no vm was changed by anybody', { nodeChange: null }],
  ['I looked at the VMs in Hyper-V Manager, did not change anything', { nodeChange: null }],
  ["I ssh'd in just to look around, nothing changed", { nodeChange: null }],
  ['Should we add a second NIC in Hyper-V?', { nodeChange: null }],
  ['can I increase the memory of the node VMs with Set-VMMemory?', { nodeChange: null }],
  ['we plan to change the VLAN in Hyper-V on saturday', { nodeChange: null }],
  ['virtualization team did something with vlans on the VMs, no idea if ours', { nodeChange: null }],
  ['on the other cluster we changed the memory in hyper-v, not here', { nodeChange: null }],
  ['Set-AksHciNodePool was used to scale', { nodeChange: null }],
  ['we changed the proxy settings yesterday', { nodeChange: null }],
  ['scaled the node pool from 3 to 5 nodes with az aksarc', { nodeChange: null }],
  ['in Hyper-V all VMs are running', { nodeChange: null }],
  ['rebooted the hosts after windows updates', { nodeChange: null }],
  ['we switched off all VMs in hyper-v manager', { nodeChange: null }],
  // labels
  ['we added our own label team=gitops to the nodes', { metadataChange: 'added-own' }],
  ['kubectl label node moc-l1 cost=4711', { metadataChange: 'added-own' }],
  ['kubectl label node moc-l1 kubernetes.azure.com/mode=user --overwrite', { metadataChange: 'changed-system' }],
  ['we removed the labels that AKS sets on the nodes', { metadataChange: 'changed-system' }],
  ['no labels on nodes were changed', { metadataChange: 'none' }],
  ['should we change the system labels of the nodes?', { metadataChange: null }],
  [
    'two nodes are gone after the scale-in, yet Failover Cluster Manager shows their VMs as running',
    { nodeChange: null },
  ],
  ['the pool was changed by the portal, all VMs are green in Hyper-V Manager', { nodeChange: null }],
  [
    'the VM is visible in Hyper-V Manager, there we changed its memory',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
];
