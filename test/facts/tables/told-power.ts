import type { Row } from './row.ts';

/** Stops, restarts and running told without the usual words, and what only sounds like them. */
export const toldPower: readonly Row[] = [
  ['kit was unplugged on 9 Nov and is still unplugged', { clusterRunState: 'stopped', stoppedSince: '2026-11-09' }],
  ['the thing has not run since 12 Sep', { clusterRunState: 'stopped', stoppedSince: '2026-09-12' }],
  ['the backup job has not run since 12 Sep', { clusterRunState: null, stoppedSince: null }],
  ['cluster has not been started since 1 October', { clusterRunState: 'stopped', stoppedSince: '2026-10-01' }],
  ['the cluster was put to sleep on 8 November', { clusterRunState: 'stopped', stoppedSince: '2026-11-08' }],
  ['our site is without electricity since 14 November', { clusterRunState: 'stopped', stoppedSince: '2026-11-14' }],
  ['the line of the plant is dead since Monday', { clusterRunState: null }],
  ["cluster's been off the grid since 1 Nov, everything on site runs", { clusterRunState: 'running' }],
  ['cluster down for maint since 16 nov', { clusterRunState: 'stopped', stopMethod: 'maintenance' }],
  ['api server down since 16 nov', { clusterRunState: null }],
  [
    'the cluster is off since 6 November, we go to turn on again only in december',
    { clusterRunState: 'stopped', stoppedSince: '2026-11-06' },
  ],
  ['it is off since 20 October, the colleague who did it is on holiday', { clusterRunState: 'stopped' }],
  ['cluster was stopped on 1 Oct; 2026-11-09 started', { clusterRunState: 'running', stoppedDays: 39 }],
  [
    'Timeline:\n2026-10-02 cluster shut down (documented stop)\n2026-11-01 started\n2026-11-03 kubelet errors',
    { clusterRunState: 'running', stoppedSince: '2026-10-02', stoppedDays: 30, stopMethod: 'documented' },
  ],
  ['we powered off one worker VM and on again after 10 minutes. Cluster stayed up.', { clusterRunState: 'running' }],
  ['two workers are powered off, the rest is up', { clusterRunState: 'partly' }],
  ['we shut it down on Monday and used the procedure of the documentation', { stopMethod: 'documented' }],
  ['they suspended our Azure sub on October 31. The cluster keeps humming', { clusterRunState: 'running' }],
  ['mine is not stopped, mine is only slow', { clusterRunState: 'running', stoppedSince: null }],
  ['Is the cluster up?', { clusterRunState: null }],
  ['only the pods of one app work', { clusterRunState: null }],
];
