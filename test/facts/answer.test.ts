import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/facts/answer.ts';
import type { FactName } from '../../src/model/facts.ts';

const CLOCK = { today: '2026-11-20' };
type Expected = { [N in FactName]?: unknown };

function valuesOf(fact: FactName, reply: string): Expected {
  const answer = readAnswer(fact, reply, CLOCK);
  if (answer.kind !== 'value') return { [fact]: answer.kind };
  return Object.fromEntries(Object.entries(answer.facts).map(([name, f]) => [name, f.value]));
}

/** What somebody did on their own stands in no article either. */
const OWN = { via: 'hyperv-api', what: 'other', directedByMicrosoft: false, documentedByMicrosoft: false };

const VALUES: readonly [FactName, string, Expected][] = [
  ['clusterRunState', 'no it was running the whole time', { clusterRunState: 'running' }],
  ['stoppedSince', 'no it was running the whole time', { clusterRunState: 'running' }],
  ['clusterRunState', 'runs since ever', { clusterRunState: 'running' }],
  ['clusterRunState', 'nein, läuft', { clusterRunState: 'running' }],
  ['stoppedSince', 'since 5 october', { clusterRunState: 'stopped', stoppedSince: '2026-10-05', stoppedDays: 46 }],
  ['stoppedSince', '34 days', { stoppedSince: '2026-10-17' }],
  [
    'stoppedSince',
    'was shut down on 9 October, started again today',
    { clusterRunState: 'running', stoppedSince: '2026-10-09', stoppedDays: 42 },
  ],
  ['stopMethod', 'the documented way', { stopMethod: 'documented' }],
  ['stopMethod', 'somebody pulled them down by hand in hyper-v', { stopMethod: 'hyperv-manual' }],
  ['stopMethod', 'it was the monthly maintenance', { stopMethod: 'maintenance' }],
  ['allNodesDeallocated', 'yes all were off', { allNodesDeallocated: true }],
  ['allNodesDeallocated', 'no, only two workers', { allNodesDeallocated: false }],
  ['nodeChange', 'nobody touched the VMs', { nodeChange: [] }],
  ['nodeChange', 'no, only host firmware', { nodeChange: [] }],
  [
    'nodeChange',
    'our hosting partner did, on his own recommendation',
    { nodeChange: [{ via: 'hyperv-api', what: 'other', directedByMicrosoft: false }] },
  ],
  [
    'nodeChange',
    'a colleague gave them more cores, not microsoft',
    { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false }] },
  ],
  ['nodeChange', 'yes, RAM of two workers in hyper-v', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  ['aksReleasesBehind', 'newest one there is', { aksReleasesBehind: 0 }],
  ['aksReleasesBehind', 'two behind the newest, so 70 days or so', { aksReleasesBehind: 2 }],
  ['clusterRunState', '2 of 5 workers are off', { clusterRunState: 'partly' }],
  ['stopMethod', 'with az aksarc', { stopMethod: 'documented' }],
  ['metadataChange', 'script removed kubernetes.azure.com/*', { metadataChange: 'changed-system' }],
  ['metadataChange', 'only rack=3 from us', { metadataChange: 'added-own' }],
  ['fromMicrosoftDocs', 'copied 1:1 from learn', { fromMicrosoftDocs: true }],
  [
    'workloadInKubeSystem',
    'it is the cluster extension, by az k8s-extension create',
    { workloadInKubeSystem: false, componentClass: 'azure-integration' },
  ],
  ['clusterRunState', 'it is up. was off over the winter break though', { clusterRunState: 'running' }],
  ['clusterRunState', 'we shut it down each weekend', { clusterRunState: 'running' }],
  ['clusterRunState', "it hasn't been off once", { clusterRunState: 'running' }],
  ['clusterRunState', 'had it off for 4 days in may', { clusterRunState: 'running', stoppedDays: 4 }],
  ['stoppedSince', 'not a month yet', { clusterRunState: 'stopped', stoppedDays: 30 }],
  ['subscriptionState', 'a mail says it will be disabled', { subscriptionState: 'active' }],
  ['subscriptionState', 'green', { subscriptionState: 'active' }],
  ['lastAzureSync', 'last connected 10/28/2026', { lastAzureSync: '2026-10-28', azureConnected: false }],
  ['lastAzureSync', 'connected again since tuesday, was offline for a week', { azureConnected: true }],
  ['lastAzureSync', 'never had any trouble', { azureConnected: true }],
  ['nodeChange', 'ssh, but only to look at the journal', { nodeChange: [] }],
  [
    'nodeChange',
    'that was not their own idea, Microsoft Support told them to give the VMs more RAM, case 2610010050001234',
    {
      nodeChange: [{ directedByMicrosoft: true, reference: '2610010050001234' }],
    },
  ],
  ['nodeChange', 'that was their idea', { nodeChange: [{ directedByMicrosoft: false }] }],
  ['clusterRunState', 'off on 4 June, back on 9 July, runs since', { clusterRunState: 'running', stoppedDays: 35 }],
  ['stoppedSince', 'irgendwann im Juli abgeschaltet, letzten Dienstag wieder ein', { clusterRunState: 'running' }],
  ['subscriptionState', 'lights out 4 June, back on 9 July', { subscriptionState: 'not_understood' }],
  [
    'metadataChange',
    'a few labels that were there from the start, we deleted them',
    { metadataChange: 'changed-system' },
  ],
  ['metadataChange', 'they are as they came', { metadataChange: 'none' }],
  ['featureStage', "the page says 'beta, on by default' since 1.32", { featureStage: 'beta' }],
  ['clusterRunState', 'we never switched it off', { clusterRunState: 'running' }],
  ['clusterRunState', 'it was off from the 2nd until the 21st of September, runs now', { stoppedDays: 19 }],
  ['clusterRunState', 'off for 2 weeks in may', { clusterRunState: 'running', stoppedDays: 14 }],
  ['clusterRunState', 'yes, it was stopped', { clusterRunState: 'running', stopMethod: 'unknown' }],
  ['clusterRunState', 'yes but only 3 days', { clusterRunState: 'running', stoppedDays: 3 }],
  ['allNodesDeallocated', 'not the masters', { allNodesDeallocated: false }],
  ['subscriptionState', 'suspended for 40 days, then active again', { subscriptionState: 'reinstated' }],
  ['lastAzureSync', 'yes it is', { azureConnected: true }],
  ['metadataChange', 'billing tags', { metadataChange: 'added-own' }],
  ['metadataChange', 'a script renamed the agentpool label', { metadataChange: 'changed-system' }],
  ['nodeChange', 'just memory', { nodeChange: [{ via: 'hyperv-api', what: 'vm-resource' }] }],
  ['nodeChange', 'only the firmware on the hosts', { nodeChange: [] }],
  ['nodeChange', 'nobody here can tell', { nodeChange: 'unknown' }],
  ['metadataChange', 'I only see the mail, not the system', { metadataChange: 'unknown' }],
  ['nodeChange', 'no, an idea of our own, our own idea', { nodeChange: [{ directedByMicrosoft: false }] }],
  ['k8sVersion', 'from 1.30.2 to 1.31.4', { k8sVersion: '1.30.2' }],
  ['nodeChange', 'no, and who if not me, i am the only one here', { nodeChange: [] }],
  ['nodeChange', 'our partner wanted it, Microsoft was not involved', { nodeChange: [{ directedByMicrosoft: false }] }],
  ['nodeChange', 'settings were not touched', { nodeChange: [] }],
  ['stoppedSince', 'some weeks, it is on now', { clusterRunState: 'running' }],
  ['stoppedSince', 'friday 6 nov evening until monday 9 nov', { clusterRunState: 'running', stoppedDays: 3 }],
  ['clusterRunState', 'läuft, war nie aus', { clusterRunState: 'running' }],
  ['aksReleasesBehind', '9 september till yesterday', { aksReleasesBehind: 'not_understood' }],
  ['metadataChange', 'only what AKS put there', { metadataChange: 'none' }],
  ['lastAzureSync', 'connected since tuesday', { azureConnected: true }],
  ['subscriptionState', 'deleted, not only suspended', { subscriptionState: 'deleted' }],
  ['aksReleasesBehind', 'how long will that take? my next call is at 4', { aksReleasesBehind: 'not_understood' }],
  ['workloadInKubeSystem', 'a partner installed it', { workloadInKubeSystem: true }],
  ['workloadInKubeSystem', 'i think the product', { workloadInKubeSystem: false }],
  ['product', 'not the cloud one', { product: 'unknown' }],
  ['fromMicrosoftDocs', 'the sample fails as well', { fromMicrosoftDocs: true }],
  ['lastAzureSync', 'no longer connected', { azureConnected: false }],
  ['subscriptionState', 'it might be suspended', { subscriptionState: 'not_understood' }],
  [
    'nodeChange',
    'not my idea, Microsoft was on the phone, case 2610010050001234',
    { nodeChange: [{ directedByMicrosoft: true }] },
  ],
  ['nodeChange', 'one was cordoned', { nodeChange: [] }],
  ['nodeChange', 'we installed an agent on them', { nodeChange: [{ via: 'unknown', what: 'package' }] }],
  ['metadataChange', 'the role labels, a script deleted them', { metadataChange: 'changed-system' }],
  ['metadataChange', 'we taint for the gpus', { metadataChange: 'added-own' }],
  ['k8sVersion', '.32', { k8sVersion: '1.32' }],
  ['k8sVersion', '1 33 4', { k8sVersion: '1.33.4' }],
  ['k8sVersion', 'one thirty two', { k8sVersion: '1.32' }],
  ['nodeChange', 'no', { nodeChange: [] }],
  ['nodeChange', 'none', { nodeChange: [] }],
  [
    'nodeChange',
    'yes, your support told us so, case 2611090040001188',
    { nodeChange: [{ via: 'unknown', what: 'other', directedByMicrosoft: true, reference: '2611090040001188' }] },
  ],
  ['metadataChange', 'no', { metadataChange: 'none' }],
  ['metadataChange', 'only our own labels', { metadataChange: 'added-own' }],
  ['subscriptionState', 'active', { subscriptionState: 'active' }],
  ['subscriptionState', 'still suspended', { subscriptionState: 'suspended' }],
  ['subscriptionStateSince', 'hmm wait, finance says it was on 12 september', { subscriptionStateSince: '2026-09-12' }],
  [
    'subscriptionState',
    'suspended 12 september but reactivated 20 october already',
    { subscriptionState: 'reinstated', subscriptionStateSince: '2026-09-12', subscriptionStateDays: 38 },
  ],
  ['azureConnected', 'yes connected', { azureConnected: true }],
  ['azureConnected', 'connected, green in the portal', { azureConnected: true }],
  ['lastAzureSync', 'connected, synced last night', { azureConnected: true, lastAzureSync: '2026-11-19' }],
  ['lastAzureSync', '12 days ago', { lastAzureSync: '2026-11-08' }],
  ['azureConnected', 'no, offline since monday', { azureConnected: false, lastAzureSync: '2026-11-16' }],
  ['k8sVersion', '1.32', { k8sVersion: '1.32' }],
  ['k8sVersion', 'v1.33.5 on all nodes', { k8sVersion: '1.33.5' }],
  [
    'k8sVersion',
    'stop, correction: 1.33.5 was my kubectl. server version is v1.28.9',
    { k8sVersion: '1.28.9', kubectlVersion: '1.33.5' },
  ],
  ['k8sMinorStatus', 'yes it is in the list', { k8sMinorStatus: 'supported' }],
  ['aksRelease', '1.0.23.10605', { aksRelease: '1.0.23.10605' }],
  ['daysBehindLatestRelease', 'release page shows 3 newer ones than ours', { aksReleasesBehind: 3 }],
  ['aksReleasesBehind', '2', { aksReleasesBehind: 2 }],
  ['aksReleasesBehind', 'we have the newest', { aksReleasesBehind: 0 }],
  ['daysBehindLatestRelease', '45 days', { daysBehindLatestRelease: 45 }],
  ['hostOsVersion', 'the 2607 one', { azureLocalRelease: '2607', hostOs: 'azure-local' }],
  ['hostOs', 'some windows server', { hostOs: 'windows-server' }],
  [
    'hostOs',
    'Windows Server 2022 Datacenter',
    { hostOs: 'windows-server', hostOsVersion: '2022', hostOsEdition: 'datacenter' },
  ],
  ['product', 'normal aks in azure, region north europe', { product: 'aks-cloud' }],
  ['product', 'Azure Local', { product: 'aks-local', hostOs: 'azure-local' }],
  ['featureStage', 'nothing preview in there', { featureStage: 'ga' }],
  [
    'featureStage',
    'on the learn page the feature has the (preview) mark, open for all',
    { featureStage: 'ms-public-preview' },
  ],
  [
    'componentClass',
    'its a commercial tool, we pay a license to the vendor, no source',
    { componentClass: 'closed-source' },
  ],
  [
    'componentClass',
    'installed by ourselves with the community helm chart, in kube-system because someone liked it there',
    { componentClass: 'open-source', workloadInKubeSystem: true },
  ],
  ['workloadInKubeSystem', 'own namespace netsentry', { workloadInKubeSystem: false }],
  ['fromMicrosoftDocs', "no, from the chart's own readme", { fromMicrosoftDocs: false }],
  ['nodeCount', 'five', { nodeCount: 5 }],
  ['nodeChange', 'a microsoft certified partner did it for us', { nodeChange: [OWN] }],
  ['nodeChange', 'not by support', { nodeChange: [{ via: 'unknown', what: 'other', directedByMicrosoft: false }] }],
  ['nodeChange', 'not support, our own idea', { nodeChange: [{ ...OWN, via: 'unknown' }] }],
  [
    'nodeChange',
    'support did not say so, it stands in the Microsoft documentation',
    { nodeChange: [{ via: 'unknown', what: 'other', documentedByMicrosoft: true }] },
  ],
  ['nodeChange', 'they are exactly as they were delivered', { nodeChange: [] }],
  ['nodeChange', 'only rebooted two of them', { nodeChange: [] }],
  ['nodeChange', 'I told you already: no', { nodeChange: [] }],
  ['stoppedSince', 'two weeks, back on since sunday', { clusterRunState: 'running', stoppedDays: 14 }],
  ['stoppedSince', 'ten days at most, all running again', { clusterRunState: 'running', stoppedDays: 10 }],
  ['clusterRunState', 'only a reboot last night', { clusterRunState: 'running', stoppedDays: 0 }],
  ['clusterRunState', 'down for a few hours', { clusterRunState: 'running', stoppedDays: 0 }],
  ['clusterRunState', 'all the time', { clusterRunState: 'running' }],
  ['workloadInKubeSystem', 'it was there from the beginning', { workloadInKubeSystem: false }],
  ['workloadInKubeSystem', 'our platform team, by helm', { workloadInKubeSystem: true }],
  ['workloadInKubeSystem', 'nobody here installed it', { workloadInKubeSystem: false }],
  ['hostOsVersion', 'the latest', { hostOsSupported: true }],
  ['subscriptionState', 'we pay our invoices, active', { subscriptionState: 'active' }],
  ['k8sVersion', 'either 1.30.3 or 1.30.7', { k8sVersion: '1.30' }],
  [
    'nodeChange',
    'I did, via ssh: some sysctl values. nothing in hyper-v',
    { nodeChange: [{ via: 'ssh', what: 'sysctl' }] },
  ],
  ['nodeChange', 'no support case, I decided it', { nodeChange: [OWN] }],
  [
    'stoppedSince',
    'it went down on the 10th of october, not the 20th. up on 18 november',
    { clusterRunState: 'running', stoppedSince: '2026-10-10', stoppedDays: 39 },
  ],
  ['aksReleasesBehind', 'zero behind, we updated on 11 November', { aksReleasesBehind: 0 }],
];

describe('reads a reply in the light of its question', () => {
  it.each(VALUES)('%s: %s', (fact, reply, expected) => {
    expect(valuesOf(fact, reply)).toMatchObject(expected);
  });
});

it.each([
  ['nodeChange', 'not by me'],
  ['stoppedSince', "I don't know"],
  ['stoppedSince', 'keine Ahnung'],
  ['k8sVersion', 'no idea, I only have read access'],
  ['k8sVersion', '?'],
  ['subscriptionState', 'je ne sais pas'],
  ['hostOs', 'no lo sé'],
  ['product', 'not sure'],
  ['nodeChange', 'I hope not'],
  ['nodeChange', 'somebody might have'],
  ['subscriptionState', 'should be'],
  ['k8sVersion', 'same as before'],
  ['k8sVersion', 'see above'],
] as const)('takes "%s: %s" for don’t know', (fact, reply) => {
  expect(readAnswer(fact, reply, CLOCK)).toEqual({ kind: 'unknown' });
});

it.each([
  ['k8sMinorStatus', 'nobody touched the VMs'],
  ['azureConnected', 'nobody touched the VMs'],
  ['aksRelease', 'its a commercial tool, no source'],
  ['clusterName', 'running'],
  ['clusterName', '2607'],
  ['product', 'btw whats the difference between aks hybrid and aks arc, is it only the name?'],
  ['allNodesDeallocated', 'is it only the name?'],
  ['componentClass', 'own namespace netsentry'],
] as const)('reads nothing of %s into "%s"', (fact, reply) => {
  const answer = readAnswer(fact, reply, CLOCK);
  expect(answer.kind === 'value' ? answer.facts[fact] : undefined).toBeUndefined();
});

it('keeps both ends of a guess between two versions, and of a guessed stop', () => {
  const version = readAnswer('k8sVersion', '1.28 or 1.30, I am not certain', CLOCK);
  expect(version).toMatchObject({ facts: { k8sVersion: { value: '1.30', approx: true, min: 28, max: 30 } } });
  const stop = readAnswer('stoppedSince', 'some days, a week at the most, back on since monday', CLOCK);
  expect(stop).toMatchObject({ facts: { stoppedDays: { approx: true, max: 7 } } });
});

it('reads no licence into a paid bill', () => {
  expect(readAnswer('subscriptionState', 'we pay our bills, active', CLOCK)).not.toMatchObject({
    facts: { componentClass: expect.anything() },
  });
});

it('does not pretend to understand', () => {
  expect(readAnswer('k8sVersion', 'blue', CLOCK)).toEqual({ kind: 'not_understood' });
  expect(readAnswer('stoppedSince', '', CLOCK)).toEqual({ kind: 'not_understood' });
});

it('keeps what else a reply tells', () => {
  expect(
    valuesOf('clusterRunState', 'it was never stopped. k8s is 1.33.5 and the subscription is active'),
  ).toMatchObject({
    clusterRunState: 'running',
    k8sVersion: '1.33.5',
    subscriptionState: 'active',
  });
});
