import type { Row } from './row.ts';

/** More messages of strangers: errors with a person's words behind them, forms, tools that only watch. */
export const toldMore: readonly Row[] = [
  [
    'hi, small factory in Graz here. our 3 node aks thing on azure local 2605 has pods in crashloop since this morning, version 1.32.8 I think',
    { azureLocalRelease: '2605', k8sVersion: '1.32.8' },
  ],
  ['kubectl 1.34 client warns about skew, server is 1.31.12', { kubectlVersion: '1.34', k8sVersion: '1.31.12' }],
  [
    'the sysadmin shut the cluster VMs down on Oct 3 using Hyper-V manager and went on holiday, they are still down',
    { clusterRunState: 'stopped', stoppedSince: '2026-10-03', stopMethod: 'hyperv-manual' },
  ],
  [
    'after being powered off for 36 days the cluster does not come up. we powered it off with the documented steps',
    { stoppedDays: 36, stopMethod: 'documented' },
  ],
  [
    'We are going to move datacenter, the cluster will be off for 5 weeks. What do we have to do?',
    { clusterRunState: null, stoppedDays: null },
  ],
  ['the nodes were off for 10 minutes during host maintenance', { clusterRunState: 'running' }],
  ['nodes rebooted yesterday because of host patching', { stoppedSince: null, stoppedDays: null }],
  [
    'Storm last week: power outage for 2 days, all VMs went off, came back automatically',
    { clusterRunState: 'running', stoppedDays: 2 },
  ],
  ['workers scaled down to 0 since august, control plane runs', { stoppedSince: null }],
  ['since we have the new firewall (3 weeks) extensions show Offline in portal', { azureConnected: null }],
  [
    'the cluster has not talked to azure for 50 days because the line was cut',
    { azureConnected: false, lastAzureSync: '2026-10-01' },
  ],
  ['portal shows last sync 2026-10-25', { lastAzureSync: '2026-10-25' }],
  [
    'our sub ran out of credit 10 days ago and is disabled',
    { subscriptionState: 'suspended', subscriptionStateDays: 10 },
  ],
  [
    'the free trial subscription expired on 1 september, cluster is registered there',
    { subscriptionState: 'suspended', subscriptionStateSince: '2026-09-01' },
  ],
  [
    'accounting cancelled the subscription by mistake on 20 Oct; reactivated 25 Oct',
    { subscriptionState: 'reinstated', subscriptionStateSince: '2026-10-20', subscriptionStateDays: 5 },
  ],
  ['subscription moved to another tenant last week', { subscriptionState: null }],
  ['SubscriptionState: Disabled', { subscriptionState: 'suspended' }],
  [
    '"ReadOnlyDisabledSubscription: The subscription is disabled and therefore marked as read only"',
    { subscriptionState: 'suspended' },
  ],
  ['our labels team=a on the nodes vanish after each upgrade', { metadataChange: 'added-own' }],
  ['someone renamed the nodepool label msft.microsoft/nodepool-name to nodepool', { metadataChange: 'changed-system' }],
  ['we tainted two nodes for gpu', { metadataChange: null }],
  ['I would like to change the system labels, ok?', { metadataChange: null }],
  ['nodes: no manual modifications. labels: default', { nodeChange: null, metadataChange: 'none' }],
  [
    'vm memory of the workers: 16 -> 32 GB by our admin in WAC last month',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  [
    'the hypervisor team expanded the disk of node moc-lk2 because of disk pressure',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] },
  ],
  ['we run a privileged daemonset that sets fs.inotify limits', { nodeChange: [{ via: 'daemonset', what: 'sysctl' }] }],
  ['ntp.conf was edited on the workers via kubectl debug', { nodeChange: [{ via: 'ssh' }] }],
  [
    'GPU was assigned to the worker with DDA in hyper-v as in the MS article',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', documentedByMicrosoft: true }] },
  ],
  ['Antivirus on the Hyper-V hosts was updated', { nodeChange: null }],
  ['We use SCVMM to monitor the VMs only', { nodeChange: null }],
  ['No one has access to hyper-v but me and I did not touch the VMs', { nodeChange: null }],
  ['the worker got another IP after the VM was restarted', { nodeChange: null }],
  ['we changed the vlan on the logical network in azure portal', { nodeChange: null }],
  [
    'api server cert expired because cluster was not updated for 14 months',
    { stoppedDays: null, lastAzureSyncDays: null },
  ],
  [
    'windows server 2019 datacenter, aks hci from may 2023 release 1.0.18.10425',
    { hostOsVersion: '2019', aksRelease: '1.0.18.10425' },
  ],
  ['hosts: server 2025 dc, aks arc', { hostOsVersion: '2025', hostOsEdition: 'datacenter', product: 'aks-arc-ws' }],
  ['HCI 20H2 hosts still :(', { hostOs: 'azure-stack-hci', hostOsVersion: '20H2' }],
  ['feature gate is alpha in 1.33, we enabled it', { featureStage: 'alpha' }],
  ['it says Preview next to the button in portal', { featureStage: 'ms-public-preview' }],
  ['we got access via private preview sign-up', { featureStage: 'ms-private-preview' }],
  ['This was in preview last year, now GA', { featureStage: 'ga' }],
  ['The sample is from the AKS Arc docs (azure vote), unchanged', { fromMicrosoftDocs: true }],
  ['chart from bitnami, values ours', { fromMicrosoftDocs: null }],
  ['cluster test-01 in our lab is affected, prod not', { environment: 'test' }],
  ['important: production down since 6:00', { environment: 'production' }],
  ['only happens in dev, prod is ok', { environment: 'test' }],
  ['4 releases behind the current aks hybrid release', { aksReleasesBehind: 4 }],
  ['AKS hybrid: installed release is 95 days older than latest', { daysBehindLatestRelease: 95 }],
  ['nodes v1.31.13, control plane already v1.32.9, upgrade stuck in the middle', { k8sVersion: '1.32.9' }],
  [
    'k8s-version: 1.33.5\nhost: Azure Local 2607\ncni: calico\nissue: LB ip pending',
    { k8sVersion: '1.33.5', azureLocalRelease: '2607', cni: 'calico' },
  ],
  [
    'version 1.33.5. nodes 6. os azure local. stopped? no. subscription? active. changed VMs? no.',
    { k8sVersion: '1.33.5', clusterRunState: 'running', subscriptionState: 'active', nodeChange: null },
  ],
  [
    '| k8s | 1.33.5 |\n| host | WS2022 DC |\n| state | running |',
    { k8sVersion: '1.33.5', hostOsVersion: '2022', clusterRunState: 'running' },
  ],
  [
    'Cluster: running\nVM changes: none\nLabels: unchanged\nSubscription: Enabled\nLast sync: today',
    {
      clusterRunState: 'running',
      nodeChange: null,
      metadataChange: 'none',
      subscriptionState: 'active',
      lastAzureSync: '2026-11-20',
    },
  ],
];
