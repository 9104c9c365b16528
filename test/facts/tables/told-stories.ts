/** Stops that are over, changes and versions told by the way or in a long story. */
import type { Row } from './row.ts';

export const toldStories: readonly Row[] = [
  ['we pulled the plug on the whole rack in September, now back.', { clusterRunState: 'running', stoppedSince: null }],
  [
    'whole cluster switched off in September, back online after one weekend',
    { clusterRunState: 'running', stoppedDays: 2 },
  ],
  ['cluster was switched off in September, back online after three days', { stoppedDays: 3 }],
  ['For the record: cluster off Fri 11 Sep 18:00, on Sun 13 Sep 15:00', { clusterRunState: 'running', stoppedDays: 2 }],
  [
    '- 2026-10-02 08:00 graceful shutdown of the cluster\n- 2026-10-29 16:00 start, all nodes Ready',
    { clusterRunState: 'running', stoppedDays: 27 },
  ],
  [
    '- 2026-09-02 08:00 shutdown of the cluster\n- 2026-10-29 16:00 start, all nodes Ready',
    { clusterRunState: 'running', stoppedDays: 57 },
  ],
  ['- 2026-09-02 08:00 shutdown of the cluster\n- 2026-10-29 16:00 start failed', { clusterRunState: 'stopped' }],
  [
    'csi cannot attach: the whole branch was without power from 2 sept, came back this week',
    { clusterRunState: 'running', stoppedSince: '2026-09-02' },
  ],
  ['cluster is off since September', { clusterRunState: 'stopped' }],
  ['Cluster has been down more or less a month', { clusterRunState: 'stopped', stoppedSince: null, stoppedDays: 30 }],
  ['wssdagent: Stopped on all 3', { clusterRunState: null, stoppedDays: null }],
  ['Reimaged the nodes with our CIS mariner vhd via gallery swap in april', { nodeChange: [{ what: 'base-image' }] }],
  ['the upgrade reimaged the nodes one by one', { nodeChange: null }],
  ['image swap of our deployment failed, pods pull the old tag', { nodeChange: null }],
  [
    'all node VMs went from 4 to 8 vCPU in hyper-v last month, F5 partner asked to',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['replicas went from 4 to 8 on each node', { nodeChange: null }],
  [
    'The wifi guy opened Hyper-V Manager, went through every machine whose name begins with moc- and typed 30 instead of 20 under Network Adapter.',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  ['I typed the password instead of the key, login in Hyper-V Manager fails', { nodeChange: null }],
  ['vmware guys moved... no wait, our AKS runs on hyper-v, they moved OTHER vms', { nodeChange: null }],
  [
    'Your engineer Mr. B. asked me by mail to detach and attach the data disk of VM moc-lwx81 in Hyper-V, I did so once. Case 2611170030001942',
    { nodeChange: [{ via: 'hyperv-api', directedByMicrosoft: true, reference: '2611170030001942' }] },
  ],
  [
    'he says he is from Microsoft, was on a LinkedIn post, so we set static MACs on all node VMs in Hyper-V. no case was ever opened',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-network' }] },
  ],
  [
    'as in the learn article, step 3, we turned the worker VM off and on in Hyper-V',
    { nodeChange: [{ via: 'hyperv-api', documentedByMicrosoft: true }] },
  ],
  [
    'followed the troubleshooting guide on learn that says turn the stuck node VM off in Hyper-V and on again',
    { nodeChange: [{ via: 'hyperv-api', documentedByMicrosoft: true }] },
  ],
  ['the learn article says turn the VM off in Hyper-V and on again, is that allowed?', { nodeChange: null }],
  ['we turned the worker VM off and on in Hyper-V', { nodeChange: null }],
  [
    'Sync-AksHciBilling : failed to sync billing: subscription is disabled\n\non hold since 20 September (unpaid invoices), not reactivated.',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-20' },
  ],
  [
    'Our subscription is active. The order of new disks is on hold since 20 September (unpaid invoices).',
    { subscriptionState: 'active', subscriptionStateSince: null },
  ],
  ['on hold since 20 September, the project has no money', { subscriptionState: null }],
  ['cluster shut down on 1 June, came back the next day', { clusterRunState: 'running', stoppedDays: 1 }],
  ['cluster shut down on 1 June, started again after 40 days', { clusterRunState: 'running', stoppedDays: 40 }],
  ['cluster was turned off in july and august, now running', { clusterRunState: 'running' }],
  ['somebody changed vlan on node vms... sorry no, that was on the sql vms', { nodeChange: null }],
  ['we changed memory of moc VMs in Hyper-V. wait no, that was the other cluster', { nodeChange: null }],
  [
    'we changed memory of moc VMs in Hyper-V. wait no, that was in May',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['train 2608, want 1.33.5 but create fails', { k8sVersion: null, azureLocalRelease: '2608' }],
  ['cluster shut down on 1 June, came back an hour later', { clusterRunState: 'running', stoppedDays: 0 }],
  ['cluster off on 3 june, back the next morning. now coredns fails', { clusterRunState: 'running' }],
  ['cluster was stopped on 1 june, back online two weeks later', { clusterRunState: 'running', stoppedDays: 14 }],
  ['cluster stopped on 1 june. started again within two days', { clusterRunState: 'running', stoppedDays: 2 }],
  ['cluster stopped on 1 october. It will be started again within two days', { clusterRunState: 'stopped' }],
  [
    '- 02.10. all nodes shut down\n- 06.10. nodes started\n- 18.11. errors',
    { clusterRunState: 'running', stoppedDays: 4 },
  ],
  [
    'Oct 2: cluster stopped (power works). Oct 5: cluster started. Nov 18: etcd alarms',
    { clusterRunState: 'running', stoppedDays: 3 },
  ],
  ['Oct 2: cluster stopped. Nov 18: cluster not started, etcd alarms', { clusterRunState: 'stopped' }],
  ['abgeschaltet am 12.09.2026, läuft noch nicht wieder', { clusterRunState: 'stopped', stoppedSince: '2026-09-12' }],
  ['abgeschaltet am 12.09.2026, läuft seit gestern wieder', { clusterRunState: 'running' }],
  ['all node VMs were stopped on 2026-11-10, nothing started again yet', { clusterRunState: 'stopped' }],
  ['we switched the stuck worker VM off in Hyper-V on 2 September', { stoppedDays: null }],
  ['we switched all worker VMs and the control plane off in Hyper-V on 2 September', { stoppedDays: 79 }],
];

/** Messages in which nobody of Microsoft has said anything about the change told. */
export const CALLS_FOR_HELP: readonly string[] = [
  'We raised VM memory of all nodes in Hyper-V. Can Microsoft support help?',
  'We raised VM memory of all nodes in Hyper-V. Please let your engineer call us.',
  'We raised the memory of the node VMs in Hyper-V, your support engineer is asked to call.',
  'We raised the memory of the node VMs in Hyper-V, Microsoft support was not involved.',
  'We raised the memory of node VMs in Hyper-V. The Microsoft engineer in case 2611170030001942 told us not to do it.',
  'Your support engineer did not ask us for it, we raised node VM memory in Hyper-V ourselves.',
  'We set the VLAN of the node VMs in Hyper-V. Is there a Microsoft article about it?',
];
