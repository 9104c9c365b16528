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
];
