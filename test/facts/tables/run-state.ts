import type { Row } from './row.ts';

/** Today is Friday, 2026-11-20. */
export const runState: readonly Row[] = [
  // still stopped
  ['cluster is stopped since 17 October', { clusterRunState: 'stopped', stoppedSince: '2026-10-17', stoppedDays: 34 }],
  ['The cluster has been off for 34 days now', { clusterRunState: 'stopped', stoppedSince: '2026-10-17' }],
  [
    'we shut down the cluster on October 2nd and it is still off',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-02' },
  ],
  ['aks-linz-01 is switched off since 2026-09-30', { clusterRunState: 'stopped', stoppedSince: '2026-09-30' }],
  ['Cluster seit 3 Wochen ausgeschaltet', { clusterRunState: 'stopped', stoppedSince: '2026-10-30' }],
  ['le cluster est arrêté depuis le 3 octobre', { clusterRunState: 'stopped', stoppedSince: '2026-10-03' }],
  ['el clúster está apagado desde hace 40 días', { clusterRunState: 'stopped', stoppedSince: '2026-10-11' }],
  [
    'all node VMs are powered off since monday',
    { clusterRunState: 'stopped', stoppedSince: '2026-11-16', allNodesDeallocated: true },
  ],
  [
    'I turned off all VMs in Hyper-V yesterday',
    { clusterRunState: 'stopped', stoppedSince: '2026-11-19', stopMethod: 'hyperv-manual', allNodesDeallocated: true },
  ],
  [
    'the whole AKS cluster was powered down by hand 45 days ago',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-06', stopMethod: 'hyperv-manual' },
  ],
  ['stopped since 21.10.2026', { clusterRunState: 'stopped', stoppedSince: '2026-10-21' }],
  ['plant is closed, the cluster there is off since september', { clusterRunState: 'stopped', stoppedSince: null }],
  ['cluster off since more than two months', { clusterRunState: 'stopped', stoppedSince: null }],
  [
    'our cluster was shut down on 5 october following the docs, we want to start it next week',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-05', stopMethod: 'documented' },
  ],
  // over
  ['cluster was stopped 40 days, runs since Monday', { clusterRunState: 'running', stoppedDays: 40 }],
  [
    'the cluster was stopped 26 September till yesterday',
    { clusterRunState: 'running', stoppedSince: '2026-09-26', stoppedDays: 54 },
  ],
  [
    'we stopped the whole cluster on 17 October and started it again today',
    { clusterRunState: 'running', stoppedSince: '2026-10-17', stoppedDays: 34 },
  ],
  ['Cluster was off from 1 October to 12 November', { clusterRunState: 'running', stoppedDays: 42 }],
  [
    'it was switched off on 10 october, I powered it on again today',
    { clusterRunState: 'running', stoppedSince: '2026-10-10', stoppedDays: 41 },
  ],
  [
    'the cluster was down for maintenance 1-12 november, all node vms were shut down',
    { clusterRunState: 'running', stoppedDays: 11, stopMethod: 'maintenance' },
  ],
  ['after 3 weeks off we restarted the cluster yesterday', { clusterRunState: 'running', stoppedDays: 21 }],
  [
    'Der Cluster war 5 Wochen ausgeschaltet und läuft seit Montag wieder',
    { clusterRunState: 'running', stoppedDays: 35 },
  ],
  // vague
  ['cluster was off for about a month', { stoppedSince: null }],
  ['it was stopped 30 to 40 days, not sure', { stoppedSince: null }],
  ['off since 10/11/2026', { stoppedSince: null, clusterRunState: 'stopped' }],
  ['cluster is stopped since 10/28/2026', { stoppedSince: '2026-10-28', clusterRunState: 'stopped' }],
  ['it was off for a while', { stoppedSince: null, stoppedDays: null }],
  // never, planned, another's
  ['it was never stopped', { clusterRunState: 'running', stoppedSince: null }],
  ['the cluster was not switched off, it is running since spring', { clusterRunState: 'running', stoppedSince: null }],
  [
    'What happens if we stop the cluster for 40 days?',
    { clusterRunState: null, stoppedSince: null, stoppedDays: null },
  ],
  ['we plan to switch off all VMs over christmas', { clusterRunState: null, allNodesDeallocated: null }],
  ['next weekend we will stop cluster aks-ham-01', { clusterRunState: null, stoppedSince: null }],
  ['should we shut down the cluster before the move?', { clusterRunState: null }],
  [
    'our other cluster is stopped since august, this one is running',
    { clusterRunState: 'running', stoppedSince: null },
  ],
  [
    'Dev cluster is off since 2 months, that is fine. This is about prod: no DNS',
    { clusterRunState: null, stoppedSince: null },
  ],
  // partly
  ['2 of 5 workers are switched off', { clusterRunState: 'partly', allNodesDeallocated: false }],
  ['half of the node VMs are off', { clusterRunState: 'partly', allNodesDeallocated: false }],
  // other things that stop
  ['kubelet stopped posting node status', { clusterRunState: null }],
  ['the coredns pods stopped working since monday', { clusterRunState: null, stoppedSince: null }],
  ['can we switch the message off?', { clusterRunState: null }],
  ['we turned off the firewall yesterday', { clusterRunState: null, stoppedSince: null }],
  ['billing sync stopped 3 days ago', { clusterRunState: null, stoppedSince: null }],
  ['back-off pulling image since monday', { clusterRunState: null, stoppedSince: null }],
  ['cluster was created 402 days ago, uptime 71d', { stoppedSince: null, stoppedDays: null }],
  ['pods are in CrashLoopBackOff since 17 october', { clusterRunState: null, stoppedSince: null }],
  // running
  ['cluster runs fine otherwise', { clusterRunState: 'running' }],
  ['everything is running normally', { clusterRunState: 'running' }],
  ['wssdagent running on both hosts', { clusterRunState: null }],
  ['Cluster läuft durchgehend', { clusterRunState: 'running' }],
];
