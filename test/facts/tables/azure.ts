import type { Row } from './row.ts';

export const azure: readonly Row[] = [
  [
    'management cluster has no connection to azure since 15 October',
    { azureConnected: false, lastAzureSync: '2026-10-15', lastAzureSyncDays: 36 },
  ],
  ['last contact with azure was 12 days ago', { lastAzureSync: '2026-11-08' }],
  ['last sync 3 weeks ago', { lastAzureSync: '2026-10-30' }],
  ['portal shows the cluster as offline since monday', { azureConnected: false, lastAzureSync: '2026-11-16' }],
  ['the site is air-gapped', { azureConnected: false }],
  ['connected to azure', { azureConnected: true }],
  ['portal says connected', { azureConnected: true }],
  ['cluster is connected, last seen today', { azureConnected: true, lastAzureSync: '2026-11-20' }],
  ['could not reach Azure for 20 days, fixed since yesterday', { azureConnected: true }],
  ['no uplink since 15 October, back in port today', { azureConnected: true, lastAzureSync: '2026-10-15' }],
  ['internet is down at the site since 2 november', { azureConnected: false, lastAzureSync: '2026-11-02' }],
  ['Verbindung zu Azure: getrennt seit 1. November', { azureConnected: false, lastAzureSync: '2026-11-01' }],
  ['pods can not reach key vault', { azureConnected: null }],
  ['what is the 30 days offline rule?', { azureConnected: null, lastAzureSyncDays: null }],
  ['is it a problem if the site is offline for 40 days?', { azureConnected: null, lastAzureSyncDays: null }],
  ['kubectl: connection refused', { azureConnected: null }],
  // subscription
  [
    'our subscription was suspended on 12 September',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-12', subscriptionStateDays: 69 },
  ],
  [
    'subscription is disabled since 6 October',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-10-06' },
  ],
  [
    'subscription suspended 12 Sept and reactivated 20 Oct',
    { subscriptionState: 'reinstated', subscriptionStateSince: '2026-09-12', subscriptionStateDays: 38 },
  ],
  [
    'The azure subscription was disabled on 1 september, finance paid, active again since 15 november',
    { subscriptionState: 'reinstated', subscriptionStateSince: '2026-09-01', subscriptionStateDays: 75 },
  ],
  [
    'they deleted our subscription 10 days ago',
    { subscriptionState: 'deleted', subscriptionStateSince: '2026-11-10', subscriptionStateDays: 10 },
  ],
  ['subscription is active', { subscriptionState: 'active' }],
  ['the subscription is not suspended', { subscriptionState: 'active' }],
  ['sub was never disabled', { subscriptionState: 'active' }],
  ['Abo ist seit 20.09.2026 gesperrt', { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-20' }],
  [
    "l'abonnement est suspendu depuis le 12 septembre",
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-12' },
  ],
  [
    'la suscripción fue suspendida el 12 de septiembre',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-12' },
  ],
  [
    'suspended 12 september but reactivated 20 october already, says finance',
    { subscriptionState: 'reinstated', subscriptionStateDays: 38 },
  ],
  ['next week we delete the old subscription of the POC', { subscriptionState: null }],
  [
    "HR's subscription was deleted last week, ours is active",
    { subscriptionState: 'active', subscriptionStateSince: null },
  ],
  ['what happens when the subscription gets suspended?', { subscriptionState: null }],
  ['we have deleted the cluster in this subscription', { subscriptionState: null }],
  ['our sub got suspended some time ago', { subscriptionState: 'suspended', subscriptionStateSince: null }],
  [
    'subscription suspended about two months ago i think',
    { subscriptionState: 'suspended', subscriptionStateSince: null },
  ],
  ['subscription was suspended. It was reactivated on 3 november', { subscriptionState: 'reinstated' }],
  [
    'our Azure sub was disabled from 4 June until 19 August, then re-enabled',
    { subscriptionState: 'reinstated', subscriptionStateDays: 76 },
  ],
  [
    'the cloud team removed subscriptions nobody used on 10 September, our hosts were registered in one of them',
    { subscriptionState: 'deleted', subscriptionStateDays: 71 },
  ],
  [
    'Suspended on 20 September, etcd alarms since yesterday',
    { subscriptionState: 'suspended', subscriptionStateDays: 61 },
  ],
  ['Suspended pods since 20 September', { subscriptionState: null }],
  ['somebody cleaned up old resource groups in the subscription', { subscriptionState: null }],
];
