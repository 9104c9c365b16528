import type { Row } from './row.ts';

/** Whole messages of strangers, and what hypervisor people are said to have done. */
export const toldMixed: readonly Row[] = [
  [
    'Hi team, since the weekend our AKS cluster on Azure Local (2606, 4 nodes) has issues: coredns pods restart. Version is 1.32.9. Nothing was changed by us on the VMs. Azure portal shows the cluster as Connected.',
    { k8sVersion: '1.32.9', azureLocalRelease: '2606', nodeChange: null, azureConnected: true },
  ],
  [
    'Moin, Cluster aks-hh-1 seit gestern Abend kaputt: API Server antwortet nicht. k8s 1.31.12, Windows Server 2022 Datacenter. Hyper-V Admin hat am Freitag den Worker-VMs mehr RAM zugewiesen.',
    {
      k8sVersion: '1.31.12',
      hostOsVersion: '2022',
      hostOsEdition: 'datacenter',
      nodeChange: [{ what: 'vm-resource' }],
    },
  ],
  [
    'Bonjour, notre cluster était éteint du 1er septembre au 15 novembre. Depuis le redémarrage les certificats sont expirés. v1.30.9',
    { clusterRunState: 'running', stoppedSince: '2026-09-01', stoppedDays: 75, k8sVersion: '1.30.9' },
  ],
  [
    'Customer says: "cluster was down during the strike, 6 weeks, we switched it on again this Monday". kubectl now says x509 expired. 1.33.4',
    { clusterRunState: 'running', stoppedDays: 42, k8sVersion: '1.33.4' },
  ],
  [
    'pods pending, 0/5 nodes available. 1.33.5 WS2022. fyi yesterday the virtualization colleagues expanded the OS disk of worker 4 in SCVMM because it was full',
    { k8sVersion: '1.33.5', nodeChange: [{ via: 'iaas-api', what: 'vm-resource' }] },
  ],
  [
    'We wanted to add a second NIC to the workers but did not do it yet. Is that ok? 1.33.5',
    { nodeChange: null, k8sVersion: '1.33.5' },
  ],
  [
    'Before we open a case: our vendor proposes to increase memory of worker VMs in Hyper-V Manager, is that supported?',
    { nodeChange: null },
  ],
  [
    'Support (case 2611100040009999) had us change the VLAN on the worker VMs in Hyper-V. since then LB broken',
    {
      nodeChange: [{ via: 'hyperv-api', what: 'vm-network', directedByMicrosoft: true, reference: '2611100040009999' }],
    },
  ],
  [
    'Our subscription was disabled for about 3 weeks in October because the PO expired, it is Active again since the 28th. Now the Arc agents do not come up',
    { subscriptionState: 'reinstated' },
  ],
  [
    'subscription: active, cluster: running, nodes: untouched, labels: none of ours, upgrade from 1.31.13 to 1.32.9 stuck',
    { subscriptionState: 'active', clusterRunState: 'running', nodeChange: null, k8sVersion: '1.31.13' },
  ],
  [
    'The nodes went NotReady after the network team trunked the switch ports. VMs themselves were not touched. 1.33.5',
    { nodeChange: null, k8sVersion: '1.33.5' },
  ],
  [
    'Our security people installed the Qualys agent directly on the worker nodes over SSH',
    { nodeChange: [{ via: 'ssh', what: 'package' }] },
  ],
  ["I ssh'ed into node moc-lx1 and ran journalctl, nothing else", { nodeChange: null }],
  ['I edited /etc/resolv.conf on all linux nodes', { nodeChange: [{ what: 'other' }] }],
  ['DNS was wrong, so I connected to the nodes with ssh and wrote a new resolv.conf', { nodeChange: [{ via: 'ssh' }] }],
  [
    'somebody ticked "enable MAC address spoofing" on the VM of the control plane',
    { nodeChange: [{ what: 'vm-network' }] },
  ],
  [
    'The CPU compatibility mode was switched on for all AKS VMs before the migration',
    { nodeChange: [{ what: 'vm-resource' }] },
  ],
  [
    'hosts were moved to a new rack, cluster off from 2 to 4 november by the docs',
    { clusterRunState: 'running', stoppedDays: 2, stopMethod: 'documented' },
  ],
  ['Cluster down since hosts rebooted yesterday, nodes do not boot', { stoppedDays: null }],
  [
    'The cluster has been stopped because of costs since mid-August. Now management wants it back',
    { clusterRunState: 'stopped' },
  ],
  [
    'cluster paused since 2026-10-02 (dev env), we want to resume it',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-02', environment: 'test' },
  ],
  [
    'It was suspended for non-payment from July 3rd to September 20th',
    { subscriptionState: 'reinstated', subscriptionStateDays: 79 },
  ],
  ['We run 1.33.5 in prod and 1.31.13 in dev; prod has the problem', { k8sVersion: '1.33.5' }],
  ['prod 1.33.5 ok, dev 1.29.4 broken', { k8sVersion: '1.29.4' }],
  ['our k8s: v1.30 (I think .9)', { k8sVersion: '1.30' }],
  ['we are at AKS release November 2025, kubernetes 1.31.5', { k8sVersion: '1.31.5' }],
  [
    'PS C:\\> Get-AksHciCluster\n\nName : c1\nKubernetesVersion : v1.27.3\nControlPlaneNodeCount : 1\nworker vms have been resized by hand',
    { k8sVersion: '1.27.3', nodeChange: [{ what: 'vm-resource' }] },
  ],
  ['windows server 2016 hosts, aks hci', { hostOs: 'windows-server', hostOsVersion: '2016' }],
  [
    'the hosts still run Azure Stack HCI 22H2, upgrade to 23H2 planned',
    { hostOs: 'azure-stack-hci', hostOsVersion: '22H2' },
  ],
  ['hosts upgraded from 22H2 to 23H2 in march', { hostOsVersion: '23H2' }],
  ['host os: Azure Stack HCI, version 23H2, OS build 25398.1251', { hostOsVersion: '23H2' }],
  ['we skipped 2 releases of aks hybrid', { aksReleasesBehind: 2 }],
  [
    'no azure connection since 16.10., proxy certificate expired',
    { azureConnected: false, lastAzureSync: '2026-10-16' },
  ],
  ['Arc: Offline (last heartbeat 2026-10-12)', { azureConnected: false, lastAzureSync: '2026-10-12' }],
  ['the arc agent pods crash but portal still says connected', { azureConnected: true }],
  ['host is in the DMZ, no internet at all, never synced since installation in june', { azureConnected: false }],
  [
    'cluster does not sync with azure since firewall change on november 2nd',
    { azureConnected: false, lastAzureSync: '2026-11-02' },
  ],
  [
    'customer turned all VMs of the cluster off in Hyper-V Manager last Friday and on again Sunday',
    {
      clusterRunState: 'running',
      stoppedSince: '2026-11-13',
      stoppedDays: 2,
      stopMethod: 'hyperv-manual',
      allNodesDeallocated: true,
    },
  ],
  [
    "we Stop-VM'ed all nodes yesterday for UPS maintenance, they are on again",
    { clusterRunState: 'running', stopMethod: 'maintenance', allNodesDeallocated: true },
  ],
  ['one control plane VM turned off by mistake in Hyper-V, now etcd no quorum', { clusterRunState: 'partly' }],
  [
    'our hosting partner gave the worker VM more CPU, since then kubelet flaps',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'The infra guys increased memory of the node VMs to 64 GB, pods still pending',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['somebody added a second NIC to all workers', { nodeChange: [{ via: 'hyperv-api', what: 'nic' }] }],
  [
    'node VMs were moved into VLAN 40 by the network people',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  [
    'we restored the control plane vm from a snapshot of last week',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['MAC spoofing was enabled on the worker VMs', { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] }],
  ['they attached an additional data disk to worker-3', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  [
    'RAM of the workers was doubled last week by the service provider',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'On Monday the MSP gave our control plane 8 cores instead of 4',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['They gave the SQL VMs more memory', { nodeChange: null }],
  ['pods got more memory, workers are fine', { nodeChange: null }],
  ['we gave the workers more memory by a bigger vm size: New-AksHciNodePool', { nodeChange: null }],
  ['we increased cpu of the deployment on the nodes', { nodeChange: null }],
  ['the memory of the nodes was increased by the autoscaler? no, it only adds nodes', { nodeChange: null }],
  ['can our provider give the worker VM more CPU?', { nodeChange: null }],
  ['our provider offered to give the worker VMs more CPU', { nodeChange: null }],
  ['the provider wants to add a second nic to the workers', { nodeChange: null }],
  ['the provider refused to give the worker VM more CPU', { nodeChange: null }],
  ['we would have given the nodes more memory but were told not to', { nodeChange: null }],
  ['nobody gave the workers more memory', { nodeChange: null }],
  ['In our other cluster someone gave the workers more RAM', { nodeChange: null }],
  ['if someone gave the worker VM more CPU, is it still supported?', { nodeChange: null }],
  ['VMs have 8 cores, we use them for AKS', { nodeChange: null }],
  ['The VM was moved by live migration to host 2', { nodeChange: null }],
  ['the failover cluster moved the VMs to host 3 during patching', { nodeChange: null }],
  ['i looked at the VM settings in hyper-v, 4 cores and 16 GB memory', { nodeChange: null }],
  ['Hyper-V でワーカー VM の VLAN を変更しました', { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] }],
  ['ノード VM のメモリを Hyper-V で変更していません', { nodeChange: null }],
  ['クラスターを9月1日に停止し、昨日起動しました', { clusterRunState: 'running', stoppedDays: 79 }],
  ['クラスターは40日間停止しています', { clusterRunState: 'stopped', stoppedDays: 40 }],
  ['サブスクリプションは9月10日から無効になっています', { subscriptionState: 'suspended', subscriptionStateDays: 71 }],
  ['サブスクリプションは有効です', { subscriptionState: 'active' }],
];
