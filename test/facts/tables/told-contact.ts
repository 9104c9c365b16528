import type { Row } from './row.ts';

/** Contact with Azure lost, kept or restored in other words, and heartbeats of other things. */
export const toldContact: readonly Row[] = [
  [
    'we have no connection with Azure from the 16 of November, the rest goes well',
    { azureConnected: false, lastAzureSync: '2026-11-16' },
  ],
  ['no starlink from 2 november, so no azure', { azureConnected: false, lastAzureSync: '2026-11-02' }],
  [
    'the proxy certificate expired on 1 November and the cluster has had no contact with Azure since',
    { azureConnected: false, lastAzureSync: '2026-11-01' },
  ],
  ['Status in Azure = Offline', { azureConnected: false }],
  ['cluster is off the grid since 3 November', { azureConnected: false, lastAzureSync: '2026-11-03' }],
  ['Final synchronization with Azure is 2026/11/05.', { lastAzureSync: '2026-11-05' }],
  ['Last time the management cluster saw Azure was in the port of Vigo, 27 October', { lastAzureSync: '2026-10-27' }],
  ['Currently we are connected, sync this morning', { azureConnected: true, lastAzureSync: '2026-11-20' }],
  ['Last heartbeat of our UPS was 17 November, Azure is connected', { azureConnected: true, lastAzureSync: null }],
  ['Last heartbeat of the management cluster was 17 November', { lastAzureSync: '2026-11-17' }],
  ['Firewall rule corrected, portal flipped to Connected', { azureConnected: true }],
  ["fibre fixed, heartbeat came straight back, she's connected", { azureConnected: true }],
  ['last sync with Azure: 12/11/2026 or 15/11/2026, not sure', { lastAzureSync: null }],
  ['If the starlink is cut for 40 days, what happens?', { azureConnected: null, lastAzureSync: null }],
  ['a policy says the status: offline after 30 days', { azureConnected: null }],
];
