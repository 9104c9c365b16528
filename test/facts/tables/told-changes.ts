import type { Row } from './row.ts';

/** Changes of nodes told indirectly, and what only sounds like one. */
export const toldChanges: readonly Row[] = [
  ['our hosting partner gave the worker VM more CPU', { nodeChange: [{ what: 'vm-resource' }] }],
  ['the hypervisor guy gave the workers 32 GB instead of 16', { nodeChange: [{ what: 'vm-resource' }] }],
  ['infra team bumped the RAM of our nodes last night', { nodeChange: [{ what: 'vm-resource' }] }],
  [
    'I raised the vCPU of the control plane VM from 4 to 8 on my own (Set-VMProcessor -Count 8), since then kube-vip restarts.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'Case 2610280040005512 is about our Outlook add-in. Anyway: I raised the vCPU of the control plane VM from 4 to 8 on my own (Set-VMProcessor -Count 8)',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'our integrator (not Microsoft) raised RAM of all workers in Hyper-V Manager from 8 to 16',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  [
    'set the MAC spoofing + a second vNIC on all worker VMs with Set-VMNetworkAdapter / Add-VMNetworkAdapter because his gateway software wanted it',
    { nodeChange: [{ via: 'hyperv-api' }, { via: 'hyperv-api', what: 'nic' }] },
  ],
  ['partner activated mac spoofing on the node vms', { nodeChange: [{ what: 'vm-network' }] }],
  [
    'someone restored a checkpoint of worker 2 in hyper-v manager',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['we rolled the control plane vm back to a snapshot from sunday', { nodeChange: [{ what: 'vm-resource' }] }],
  ['network team put the node VMs into VLAN 212', { nodeChange: [{ what: 'vm-network' }] }],
  [
    'The VLAN of the nodes was changed by the network people in SCVMM',
    { nodeChange: [{ via: 'iaas-api', what: 'vm-network' }] },
  ],
  ['a data disk got attached to worker vm 3 by our storage admin', { nodeChange: [{ what: 'vm-resource' }] }],
  [
    'he attached an extra vhdx to the node in Failover Cluster Manager',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'worker VMs now have 32 GB, our admin did it in Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'so I put 32GB into the two workers with Set-VMMemory and rebooted',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'ssh clouduser@10.0.0.7 "sudo vi /etc/containerd/config.toml" - mirrors added, containerd restarted',
    { nodeChange: [{ via: 'ssh' }] },
  ],
  ['ssh clouduser@10.4.4.9 sudo sysctl -w vm.max_map_count=262144', { nodeChange: [{ via: 'ssh', what: 'sysctl' }] }],
  ['over ssh I put our CA into /etc/pki on every node', { nodeChange: [{ via: 'ssh', what: 'package' }] }],
  [
    'first: VLAN 312 on the workers by Set-VMNetworkAdapterVlan, second: sysctl over ssh on same nodes',
    {
      nodeChange: [
        { via: 'hyperv-api', what: 'vm-network' },
        { via: 'ssh', what: 'sysctl' },
      ],
    },
  ],
  [
    '1) Set-VMMemory on the workers 2) tdnf install htop via ssh',
    {
      nodeChange: [
        { via: 'hyperv-api', what: 'vm-resource' },
        { via: 'ssh', what: 'package' },
      ],
    },
  ],
  ['we replaced the vhdx of the nodes with our hardened image', { nodeChange: [{ what: 'base-image' }] }],
  [
    'dynamic memory was switched on for the AKS VMs by the virtualization team',
    { nodeChange: [{ what: 'vm-resource' }] },
  ],
  [
    'VM settings of the control plane: 4 -> 8 cores, done by a colleague in WAC',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'The MS known issues article says to give the management VM 32 GB, so we did that in Hyper-V like it is written there',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', documentedByMicrosoft: true }] },
  ],
  [
    'your engineer had us add a vnic to the node in case 2611120040001234',
    { nodeChange: [{ what: 'nic', directedByMicrosoft: true, reference: '2611120040001234' }] },
  ],
  ['terraform resized the node VMs', { nodeChange: [{ via: 'iaas-api', what: 'vm-resource' }] }],
  [
    'the vmm admin moved the VLAN of our node vms to another one',
    { nodeChange: [{ via: 'iaas-api', what: 'vm-network' }] },
  ],
  [
    'wir haben den Worker-VMs im Hyper-V Manager mehr RAM gegeben',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'on a ajouté 16 Go de mémoire aux VM des nœuds dans Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['Remove-VMSnapshot was run against all AKS VMs by backup software', { nodeChange: [{ via: 'hyperv-api' }] }],
  ['Veeam took checkpoints of the node VMs', { nodeChange: [{ what: 'vm-resource' }] }],
  ['New storage path was added with az stack-hci-vm storagepath create', { nodeChange: null }],
  [
    'storage path created: az stack-hci-vm storagepath create --name p2 --path C:\\ClusterStorage\\v2, existing volumes fine',
    { nodeChange: null },
  ],
  ['az stack-hci-vm network lnet create was used for the new logical network', { nodeChange: null }],
  ['added a pool with az aksarc nodepool add', { nodeChange: null }],
  ['Set-AksHciCluster -Name x -controlPlaneVmSize Standard_K8S3_v1 was done', { nodeChange: null }],
  ['we scaled the pool with Set-AksHciNodePool to 5', { nodeChange: null }],
  ['VMs were live migrated during host patching', { nodeChange: null }],
  ['VMs moved to the other host by failover cluster, nothing else', { nodeChange: null }],
  ['looked into Hyper-V Manager, VM has 16 GB', { nodeChange: null }],
  ['I logged in over ssh to read the kubelet log', { nodeChange: null }],
  ['Get-VMProcessor shows 4 cores', { nodeChange: null }],
  ['can I give the VM more memory in Hyper-V?', { nodeChange: null }],
  ['we added RAM to the physical hosts', { nodeChange: null }],
  ['The hosts got a firmware update and new NIC drivers', { nodeChange: null }],
  ['infra team plans to move the nodes to another vlan next week', { nodeChange: null }],
  [
    'all taints we had set with kubectl taint are gone after Update-AksHciCluster',
    { nodeChange: null, metadataChange: null },
  ],
  [
    'I replaced the coredns image in the kube-system deployment by our own build (plugin for infoblox) with kubectl set image.',
    { nodeChange: null },
  ],
  ['we replaced the nginx image by a newer one', { nodeChange: null }],
  ['deployment uses a custom image now', { nodeChange: null }],
  ['we upgraded the physical switch and changed vlan on the ToR', { nodeChange: null }],
  ['the vlan of the hosts mgmt nic was changed', { nodeChange: null }],
  ['our jump vm got more RAM', { nodeChange: null }],
  ['the SQL VM next to it got a second nic', { nodeChange: null }],
  [
    'our provider doubled the memory of the two worker nodes on sunday, since then oom',
    { nodeChange: [{ what: 'vm-resource' }] },
  ],
  [
    'the vmware/hyper-v people gave the control plane more cores without telling us',
    { nodeChange: [{ what: 'vm-resource' }] },
  ],
  ['worker-2 got an additional disk from the storage team', { nodeChange: [{ what: 'vm-resource' }] }],
  ['a second network adapter was added to the workers by our partner', { nodeChange: [{ what: 'nic' }] }],
  ['someone changed the mac address of a node vm', { nodeChange: [{ what: 'vm-network' }] }],
  ['the VMs of the cluster were put on another vswitch by ops', { nodeChange: [{ what: 'vm-network' }] }],
  ['the nodes were moved to vlan 30 by the network department', { nodeChange: [{ what: 'vm-network' }] }],
  [
    'our contractor swapped the base image of the linux nodes for his hardened one',
    { nodeChange: [{ what: 'base-image' }] },
  ],
  ['admin increased cpu of all VMs in cluster via WAC', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  [
    "i restored the worker VM from yesterday's checkpoint because it did not boot",
    { nodeChange: [{ what: 'vm-resource' }] },
  ],
  ['we increased the memory limit of the deployment, nodes have 16 GB', { nodeChange: null }],
  ['the node pool got bigger VMs with az aksarc nodepool add --node-vm-size Standard_D8s_v3', { nodeChange: null }],
  ['we added two nodes with 32 GB to the pool', { nodeChange: null }],
  ['we added memory to both hosts, 512 GB now', { nodeChange: null }],
  ['both Azure Local nodes got new NICs', { nodeChange: null }],
  ['the hci nodes got additional disks for s2d', { nodeChange: null }],
  ['the vlan of our network was changed by the telco', { nodeChange: null }],
  ['PVC was resized from 10 to 50 GB and the pod on worker 2 hangs', { nodeChange: null }],
  ['disk pressure on the nodes, we deleted old images', { nodeChange: null }],
  ['kubectl drain was done on the worker, then it was removed by the autoscaler', { nodeChange: null }],
  ['VMs have 16 GB each, nothing changed', { nodeChange: null }],
  ['node runs out of memory', { nodeChange: null }],
  ['the workers have been using 90 % of their CPU since the upgrade', { nodeChange: null }],
  ['pods were moved to other nodes and got more memory', { nodeChange: null }],
  ['we were told that the nodes have too little memory', { nodeChange: null }],
  ['kubelet has evicted pods, nodes were low on disk', { nodeChange: null }],
  ['nodes have had high cpu since then', { nodeChange: null }],
  ['3 workers were added yesterday, disk latency is bad', { nodeChange: null }],
  ['we set up prometheus to monitor memory of the nodes', { nodeChange: null }],
  ['alerts: node memory was used at 95 %', { nodeChange: null }],
  ['memory of node was used up, we removed two pods', { nodeChange: null }],
  ['we use nodes with 8 cores', { nodeChange: null }],
  ['we have installed the cluster with 3 workers and 4 cores each', { nodeChange: null }],
  ['i set the cpu request to 2 and the node is full', { nodeChange: null }],
  ['our cluster uses calico, the nic of the pod has a wrong mtu', { nodeChange: null }],
  ['csi: failed to attach disk to node, disk was attached to another node', { nodeChange: null }],
  ['the disk was removed from the node by the csi driver but volume attachment stays', { nodeChange: null }],
  ['we deployed a daemonset that uses 2 GB memory on the workers', { nodeChange: null }],
  ['the network adapter of the node has changed its ip after the dhcp lease', { nodeChange: null }],
  ['nodes were created with az aksarc in VLAN 12', { nodeChange: null }],
  ['we made a logical network with vlan 12 for the nodes', { nodeChange: null }],
  ['Did somebody change the VM memory in Hyper-V?', { nodeChange: null }],
  ['the pool got bigger VMs by az aksarc nodepool update, no hand was laid on them in Hyper-V', { nodeChange: null }],
  ['scaled by the portal, never in Hyper-V Manager', { nodeChange: null }],
  ['nothing in the portal, but in Hyper-V we changed the memory of the VMs', { nodeChange: [{ via: 'hyperv-api' }] }],
  [
    'a loop did it: for node in $(kubectl get no -o name); do kubectl label $node kubernetes.azure.com/mode- ; done',
    { metadataChange: 'changed-system' },
  ],
  [
    'our hardening team replaced the mariner image of the workers by a golden image in March, so it may be that we have to build a new one',
    { nodeChange: [{ what: 'base-image' }] },
  ],
  [
    'a colleague moved the network adapter of the worker VMs from vSwitch(old) to vSwitch(new) in Failover Cluster Manager',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  ['we cloned the worker VM, etcd fails since', { nodeChange: [{ via: 'unknown', what: 'other' }] }],
  ['the worker VMs were live migrated to the other host', { nodeChange: null }],
  ['all worker VMs as they were, nobody relabelled anything either', { metadataChange: 'none' }],
  [
    'as the article of Microsoft says we ran crictl pull over ssh on two nodes',
    { nodeChange: [{ via: 'ssh', what: 'other', documentedByMicrosoft: true }] },
  ],
  [
    'Failover Cluster Manager > Roles > moc-wk4... > Settings: we lifted memory, raised it from 8 to 16 GB there, since then kubelet is slow',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['our workers come from a golden image of ours and crash', { nodeChange: [{ via: 'unknown', what: 'base-image' }] }],
  [
    'nodes were built from our own hardened image, kubelet fails',
    { nodeChange: [{ via: 'unknown', what: 'base-image' }] },
  ],
  ['the shop is built from our own golden image, its pods crash', { nodeChange: null }],
  ['can the workers boot from our own hardened image?', { nodeChange: null }],
  [
    'fs.inotify.max_user_watches is too low. It is set by our privileged daemonset',
    { nodeChange: [{ via: 'daemonset', what: 'sysctl' }] },
  ],
  [
    'nfs-common gets installed on each node by a privileged DaemonSet',
    { nodeChange: [{ via: 'daemonset', what: 'package' }] },
  ],
  [
    'The Microsoft article says to replace the file on the nodes over ssh, we followed it',
    { nodeChange: [{ via: 'ssh', documentedByMicrosoft: true }] },
  ],
  [
    'Set-VMProcessor -Count 8 on moc-a1 (our idea), and via ssh sysctl -w vm.max_map_count=262144 on moc-a2',
    {
      nodeChange: [
        { via: 'hyperv-api', directedByMicrosoft: false },
        { via: 'ssh', what: 'sysctl' },
      ],
    },
  ],
  [
    'We did two things: sysctl vm.swappiness=10 over ssh, then Set-VMMemory 24GB in hyper-v. The first was our own idea, the second the Microsoft support engineer wanted.',
    {
      nodeChange: [
        { via: 'ssh', directedByMicrosoft: false },
        { via: 'hyperv-api', directedByMicrosoft: true },
      ],
    },
  ],
  ['Creating a node pool in Windows Admin Center fails', { nodeChange: null }],
  ['The vendor recommends Set-VMProcessor -Count 16 on the node VM, we have declined so far', { nodeChange: null }],
  [
    'we added contoso.example/rack=3 and contoso.example/row=b to every node. Labels of yours: untouched',
    { metadataChange: 'added-own' },
  ],
  ['May we rename your labels on the nodes? So far we have not changed any.', { metadataChange: 'none' }],
  [
    'we took a virtual disk away from the node VMs in hyper-v',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'i went to the worker by ssh and did tdnf install -y strace, since then the disk is full',
    { nodeChange: [{ via: 'ssh', what: 'package' }] },
  ],
];
