/** Cases with their verdict, by edition: the boundary days, the exemptions and the places where two editions part. */
import { describe, expect, it } from 'vitest';
import type { Scope, ScopeLimit } from '../../src/model/report.ts';
import { plainFacts } from '../../src/triage/plain-facts.ts';
import { type Weighing, weigh } from '../../src/triage/weigh.ts';
import { ctx, edition } from '../support/policies.ts';

const FINE = { H22: { aksReleasesBehind: 0 }, A24: { k8sMinorStatus: 'supported' } } as const;
const fineFor = (short: string) => (short === 'H22' ? FINE.H22 : FINE.A24);

type Expected = {
  scope?: Scope;
  limit?: ScopeLimit | null;
  eligibility?: Weighing['eligibility'];
  cites?: string[];
  silent?: string[];
  warns?: string[];
};
type Row = [name: string, editions: string[], facts: Record<string, unknown>, expected: Expected];

const HYPERV = { via: 'hyperv-api', what: 'vm-network' };
const IN: Expected = { scope: 'in_scope', limit: null, eligibility: 'eligible' };
const OUT: Expected = { scope: 'out_of_scope', limit: null, eligibility: 'eligible' };
const BEST: Expected = { scope: 'best_effort', limit: null, eligibility: 'eligible' };
const LOST: Expected = { scope: 'in_scope', eligibility: 'unsupported' };
const UPGRADE: Expected = { scope: 'in_scope', eligibility: 'upgrade_first' };
const BOTH = ['H22', 'A24'];
const ALL = ['H22', 'A24', 'A25', 'L25'];
const ARC = ['A24', 'A25', 'L25'];

const rows: Row[] = [
  [
    'an unreachable API server',
    ALL,
    { topic: 'api-server', clusterRunState: 'running', nodeChange: [] },
    { ...IN, cites: ['D01', 'B01', 'D02'] },
  ],
  [
    "DNS after a node's adapter was changed in Hyper-V",
    ALL,
    { topic: 'dns', nodeChange: [HYPERV] },
    { ...LOST, cites: ['C03', 'F11', 'F08', 'D06'] },
  ],
  [
    'the same on the instruction of a support case',
    ALL,
    { topic: 'dns', nodeChange: [{ ...HYPERV, directedByMicrosoft: true }] },
    { ...IN, cites: ['D06', 'F10'], silent: ['C03', 'F08', 'F11'] },
  ],
  [
    'the same after a Microsoft article',
    ALL,
    { topic: 'dns', nodeChange: [{ ...HYPERV, documentedByMicrosoft: true }] },
    { ...IN, cites: ['F10'], silent: ['C03', 'F08', 'F11'] },
  ],
  [
    "one directed change and one of one's own",
    ALL,
    {
      topic: 'dns',
      nodeChange: [
        { ...HYPERV, directedByMicrosoft: true },
        { via: 'hyperv-api', what: 'vm-resource', directedByMicrosoft: false },
      ],
    },
    { ...LOST, cites: ['C03', 'F10'] },
  ],
  ['a chart that does not render', ALL, { topic: 'oss-tool' }, { ...BEST, cites: ['E04'], silent: ['K01', 'E05'] }],
  [
    'a documented Helm sample',
    ALL,
    { topic: 'oss-tool', fromMicrosoftDocs: true },
    { ...IN, cites: ['E05'], silent: ['E03', 'E04'] },
  ],
  [
    'sidecars that are not injected',
    ALL,
    { topic: 'oss-tool', component: 'istio', componentClass: 'open-source' },
    { ...BEST, cites: ['E03', 'E04'] },
  ],
  ['how to build an ingress controller', ALL, { topic: 'k8s-howto' }, { ...OUT, cites: ['E01'], silent: ['D10'] }],
  [
    'an existing ingress after a change of the load balancer',
    ['H22', 'A24', 'A25'],
    { topic: 'ingress-lb', componentClass: 'open-source-networking' },
    { ...IN, cites: ['D10'] },
  ],
  [
    'the same on Azure Local, by class',
    ['L25'],
    { topic: 'ingress-lb', componentClass: 'open-source-networking' },
    { ...BEST, cites: ['E04'], silent: ['D06', 'D10'] },
  ],
  [
    'the load balancer extension on Azure Local',
    ['L25'],
    { topic: 'ingress-lb', componentClass: 'azure-integration' },
    { ...IN, cites: ['D04'] },
  ],
  [
    'a security sensor that takes nodes down',
    ALL,
    { topic: 'daemonset-damage', componentClass: 'closed-source' },
    { ...OUT, cites: ['F14', 'E06'] },
  ],
  [
    'a network appliance that drops traffic',
    ALL,
    { topic: 'closed-source' },
    { ...OUT, cites: ['E06'], silent: ['D06'] },
  ],
  [
    'Calico that crashes on a new cluster',
    ALL,
    { topic: 'cni-basic', cni: 'calico' },
    { ...IN, limit: 'install_and_basic_configuration', cites: ['D07'] },
  ],
  [
    'Flannel on an old cluster',
    ['H22', 'A24', 'A25'],
    { topic: 'cni-basic', cni: 'flannel' },
    { ...IN, limit: 'install_and_basic_configuration', cites: ['D07'] },
  ],
  ['Flannel on Azure Local', ['L25'], { topic: 'cni-basic', cni: 'flannel' }, { ...OUT, cites: ['D08'] }],
  ['tuning of route reflectors', ALL, { topic: 'cni-advanced' }, { ...OUT, cites: ['D08'], silent: ['D07'] }],
  [
    'a preview that issues no tokens',
    ALL,
    { topic: 'arc-integration', featureStage: 'ms-public-preview' },
    { ...BEST, limit: 'business_hours', cites: ['K01'], silent: ['D04', 'E04'] },
  ],
  [
    'a preview that comes by Helm',
    ALL,
    { topic: 'oss-tool', featureStage: 'ms-feature-flag' },
    { ...BEST, limit: 'business_hours', cites: ['K01'], silent: ['E03', 'E04'] },
  ],
  [
    'a private preview',
    ALL,
    { topic: 'ms-preview', featureStage: 'ms-private-preview' },
    { scope: 'undetermined', limit: null, cites: ['K03'], silent: ['K01'] },
  ],
  [
    'an alpha gate on the API server',
    ['H22'],
    { topic: 'api-server', featureStage: 'alpha' },
    { ...OUT, cites: ['J02'], silent: ['D01', 'J01'] },
  ],
  [
    'an alpha gate on the API server',
    ARC,
    { topic: 'api-server', featureStage: 'alpha' },
    { ...OUT, cites: ['J03'], silent: ['D01', 'J01'] },
  ],
  [
    'an alpha feature that the product documents',
    ALL,
    { topic: 'upstream-feature', featureStage: 'alpha', fromMicrosoftDocs: true },
    { ...IN, cites: ['J04'] },
  ],
  ['a beta feature', ALL, { topic: 'upstream-feature', featureStage: 'beta' }, { ...IN, cites: ['J01'] }],
  [
    'a confirmed bug of the kernel',
    ALL,
    { topic: 'node-runtime', rootCause: 'upstream-bug' },
    { ...IN, cites: ['L01', 'L03', 'L04'] },
  ],
  ['own labels', ALL, { topic: 'node', metadataChange: 'added-own' }, { ...IN, cites: ['C05'], silent: ['C06'] }],
  ['labels of the system', ALL, { topic: 'node', metadataChange: 'changed-system' }, { ...LOST, cites: ['C06'] }],
  ['a host out of service', ALL, { topic: 'networking', hostOsSupported: false }, { ...LOST, cites: ['A15'] }],
  [
    'how-to on a host out of service',
    ALL,
    { topic: 'k8s-howto', hostOsSupported: false },
    { scope: 'out_of_scope', eligibility: 'unsupported', cites: ['A15', 'E01'] },
  ],
  [
    'a Standard edition host',
    ['H22', 'A24', 'A25'],
    { topic: 'install-upgrade', hostOs: 'windows-server', hostOsEdition: 'standard' },
    { ...LOST, cites: ['A16'] },
  ],
  [
    "a pod of one's own in kube-system",
    ALL,
    { topic: 'oss-tool', workloadInKubeSystem: true, componentClass: 'open-source' },
    { ...BEST, cites: ['B06', 'E04'], silent: ['B05'] },
  ],
  [
    'a change by SSH',
    ALL,
    { topic: 'nic-customization', nodeChange: [{ via: 'ssh', what: 'nic', directedByMicrosoft: false }] },
    { ...OUT, cites: ['G02', 'F09'], silent: ['C03', 'F08', 'F11'], warns: ['F09'] },
  ],
  [
    'sysctl by a DaemonSet',
    ALL,
    { topic: 'storage', nodeChange: [{ via: 'daemonset', what: 'sysctl' }] },
    { ...IN, cites: ['C04', 'F13', 'B05'], silent: ['F09', 'F14', 'C03'] },
  ],
  [
    'a replaced node image',
    ALL,
    { topic: 'networking', nodeChange: [{ what: 'base-image' }] },
    { ...LOST, cites: ['F08'] },
  ],
  ['a restart by the automatic repair', ALL, { topic: 'node-self-repair' }, { ...IN, cites: ['F05'] }],
  [
    'a sign-in without a change',
    ALL,
    { topic: 'node-access' },
    { ...IN, cites: ['F17'], silent: ['F09', 'C03'], warns: ['F17'] },
  ],
  [
    'a preview in production',
    ALL,
    { topic: 'ms-preview', featureStage: 'ms-public-preview', environment: 'production' },
    { ...BEST, limit: 'business_hours', cites: ['K01', 'K02'], warns: ['K02'] },
  ],

  [
    'stopped 30 days',
    ALL,
    { topic: 'node', stoppedDays: 30, clusterRunState: 'stopped', stopMethod: 'documented' },
    { ...IN, silent: ['H02', 'H04', 'H05'], warns: ['H02'] },
  ],
  ['stopped 31 days', ALL, { topic: 'node', stoppedDays: 31, clusterRunState: 'stopped' }, { ...LOST, cites: ['H02'] }],
  [
    'stopped 31 days, what else it means',
    ['A24', 'A25'],
    { topic: 'node', stoppedDays: 31 },
    { ...LOST, cites: ['H02', 'H04'], silent: ['H05'] },
  ],
  ['stopped 31 days on Azure Local', ['L25'], { topic: 'node', stoppedDays: 31 }, { ...LOST, cites: ['H02', 'H05'] }],
  ['stopped 60 days', ['H22'], { topic: 'node', stoppedDays: 60 }, { ...LOST, cites: ['H02'], silent: ['H03', 'H05'] }],
  ['stopped 61 days', ['H22'], { topic: 'node', stoppedDays: 61 }, { ...LOST, cites: ['H02', 'H03'], silent: ['H05'] }],
  ['stopped 90 days', BOTH, { topic: 'node', stoppedDays: 90 }, { ...LOST, silent: ['H05'] }],
  ['stopped 91 days', ALL, { topic: 'node', stoppedDays: 91 }, { ...LOST, cites: ['H02', 'H05'] }],
  [
    'a stop of 40 days that is over',
    ALL,
    { topic: 'dns', stoppedDays: 40, clusterRunState: 'running' },
    { ...LOST, cites: ['H02', 'D06'] },
  ],
  [
    'a few workers off for 40 days',
    ALL,
    { topic: 'node', stoppedDays: 40, clusterRunState: 'partly' },
    { ...IN, silent: ['H02', 'H05'] },
  ],
  [
    'off for a length nobody knows',
    ALL,
    { topic: 'storage', clusterRunState: 'stopped' },
    { scope: 'in_scope', eligibility: 'unknown', silent: ['H02'] },
  ],
  [
    'off for about a month',
    ALL,
    { topic: 'storage', stoppedDays: { about: 30 } },
    { eligibility: 'unknown', silent: ['H02'] },
  ],
  ['off for about a week', ALL, { topic: 'storage', stoppedDays: { about: 7 } }, IN],
  [
    'off since some day in September',
    ALL,
    { topic: 'storage', stoppedDays: { atLeast: 51, atMost: 80 } },
    { ...LOST, cites: ['H02'] },
  ],
  [
    'all nodes off by hand for three days',
    ['H22', 'L25'],
    {
      topic: 'node',
      allNodesDeallocated: true,
      stopMethod: 'hyperv-manual',
      stoppedDays: 3,
      clusterRunState: 'running',
    },
    { ...LOST, cites: ['H01'], silent: ['H02'] },
  ],
  [
    'all nodes off by hand for three days',
    ['A24', 'A25'],
    {
      topic: 'node',
      allNodesDeallocated: true,
      stopMethod: 'hyperv-manual',
      stoppedDays: 3,
      clusterRunState: 'running',
    },
    { ...IN, cites: ['H01'], silent: ['H11'], warns: ['H01'] },
  ],
  [
    'all nodes off by hand for 41 days',
    ['A24', 'A25'],
    { topic: 'storage', allNodesDeallocated: true, stopMethod: 'hyperv-manual', stoppedDays: 41 },
    { ...LOST, cites: ['H02', 'H11'], silent: ['H01'] },
  ],
  [
    'switched off by hand for two days, all of them or not is not said',
    ['H22', 'L25'],
    { topic: 'node', stopMethod: 'hyperv-manual', stoppedDays: 2, clusterRunState: 'running' },
    { scope: 'in_scope', eligibility: 'unknown', silent: ['H01'] },
  ],
  [
    'all nodes off for maintenance, 11 days',
    ['A24', 'A25'],
    { topic: 'product-procedure', allNodesDeallocated: true, stopMethod: 'maintenance', stoppedDays: 11 },
    { ...IN, silent: ['H01', 'H02', 'H11'] },
  ],
  [
    'all nodes off for maintenance, an edition without the exception',
    ['H22', 'L25'],
    { topic: 'node', allNodesDeallocated: true, stopMethod: 'maintenance', stoppedDays: 2 },
    { ...LOST, cites: ['H01'] },
  ],

  [
    '20 days without Azure',
    ['A24', 'A25'],
    { topic: 'arc-integration', lastAzureSyncDays: 20, azureConnected: false },
    { ...IN, cites: ['D04', 'H07'], silent: ['H06', 'H08'] },
  ],
  [
    '30 days without Azure',
    ['A24', 'A25'],
    { topic: 'arc-integration', lastAzureSyncDays: 30, azureConnected: false },
    { ...IN, cites: ['H07'], silent: ['H06'], warns: ['H07'] },
  ],
  [
    '35 days without Azure on an HCI host',
    ['A24'],
    { topic: 'node', lastAzureSyncDays: 35, hostOs: 'azure-stack-hci', azureConnected: false },
    { ...IN, cites: ['H06', 'H08'], silent: ['H09'], warns: ['H06', 'H08'] },
  ],
  [
    '35 days without Azure on Windows Server',
    ['A24', 'A25'],
    { topic: 'node', lastAzureSyncDays: 35, hostOs: 'windows-server' },
    { ...IN, cites: ['H06', 'H09'], silent: ['H08'], warns: ['H06'] },
  ],
  [
    '35 days without Azure where no rule speaks of it',
    ['H22', 'L25'],
    { topic: 'node', lastAzureSyncDays: 35, azureConnected: false },
    { ...IN, silent: ['H06', 'H07', 'H08'] },
  ],

  [
    'suspended 45 days',
    ALL,
    { topic: 'billing', subscriptionState: 'suspended', subscriptionStateDays: 45 },
    { eligibility: 'eligible', cites: ['I03'], silent: ['I01'], warns: ['I03'] },
  ],
  [
    'suspended 60 days',
    ALL,
    { topic: 'arc-integration', subscriptionState: 'suspended', subscriptionStateDays: 60 },
    { ...IN, cites: ['I03'], silent: ['I01'] },
  ],
  [
    'suspended 61 days',
    ALL,
    { topic: 'arc-integration', subscriptionState: 'suspended', subscriptionStateDays: 61 },
    { ...LOST, cites: ['I01'], silent: ['I02', 'I03'] },
  ],
  [
    'suspended since a day nobody knows',
    ALL,
    { topic: 'arc-integration', subscriptionState: 'suspended' },
    { scope: 'in_scope', eligibility: 'unknown', silent: ['I01', 'I03'] },
  ],
  [
    'deleted 10 days',
    ARC,
    { topic: 'arc-integration', subscriptionState: 'deleted', subscriptionStateDays: 10 },
    { ...IN, cites: ['I04', 'I03'], silent: ['I01', 'I02'], warns: ['I03', 'I04'] },
  ],
  [
    'reinstated after 40 days',
    ARC,
    { topic: 'arc-integration', subscriptionState: 'reinstated', subscriptionStateDays: 40 },
    { ...IN, cites: ['I02', 'D04'], silent: ['I01', 'I03', 'I04'] },
  ],
  [
    'reinstated after 61 days',
    ALL,
    { topic: 'arc-integration', subscriptionState: 'reinstated', subscriptionStateDays: 61 },
    { ...LOST, cites: ['I01'], silent: ['I02'] },
  ],
];

const versions: Row[] = [
  ['30 days behind', ['H22'], { topic: 'dns', daysBehindLatestRelease: 30 }, { ...IN, silent: ['A05'] }],
  ['45 days behind', ['H22'], { topic: 'dns', daysBehindLatestRelease: 45 }, { ...IN, cites: ['A05'], warns: ['A05'] }],
  [
    '60 days behind',
    ['H22'],
    { topic: 'dns', daysBehindLatestRelease: 60 },
    { ...IN, cites: ['A05'], silent: ['A03', 'A06', 'A07'] },
  ],
  [
    '61 days behind',
    ['H22'],
    { topic: 'install-upgrade', daysBehindLatestRelease: 61 },
    { ...UPGRADE, cites: ['A06'], silent: ['A07', 'A05'] },
  ],
  [
    '120 days behind',
    ['H22'],
    { topic: 'node', daysBehindLatestRelease: 120 },
    { ...UPGRADE, cites: ['A06'], silent: ['A07'] },
  ],
  ['121 days behind', ['H22'], { topic: 'node', daysBehindLatestRelease: 121 }, { ...UPGRADE, cites: ['A07', 'A06'] }],
  [
    'two releases and 80 days behind: the count decides',
    ['H22'],
    { topic: 'install-upgrade', aksReleasesBehind: 2, daysBehindLatestRelease: 80 },
    { ...IN, cites: ['A02', 'A05'], silent: ['A03', 'A06'] },
  ],
  [
    'three releases and 20 days behind: the count decides',
    ['H22'],
    { topic: 'dns', aksReleasesBehind: 3, daysBehindLatestRelease: 20 },
    { ...UPGRADE, cites: ['A03'], silent: ['A05', 'A06'] },
  ],
  [
    'a deprecated minor, where none is known',
    ['H22'],
    { topic: 'dns', aksReleasesBehind: 0, k8sMinorStatus: 'removed' },
    { ...IN, silent: ['A11', 'A13', 'A14'] },
  ],
  [
    'a release 130 days old, where no release counts',
    ARC,
    { topic: 'product-tuning', k8sMinorStatus: 'supported', daysBehindLatestRelease: 130 },
    { ...IN, cites: ['E02'], silent: ['A06', 'A07'] },
  ],
  [
    'the warning on a deprecated minor',
    ['A24', 'A25'],
    { topic: 'deprecation-warning', k8sMinorStatus: 'deprecated' },
    { ...UPGRADE, cites: ['A11', 'A14', 'A12'] },
  ],
  [
    'a removed minor on a sick system',
    ARC,
    { topic: 'install-upgrade', k8sMinorStatus: 'removed', systemHealthy: false },
    { ...UPGRADE, cites: ['A13', 'A14', 'B07'], silent: ['A11'] },
  ],
  [
    'one year to the day',
    ['A24', 'A25'],
    { topic: 'dns', k8sMinorReleasedOn: '2025-11-20' },
    { ...IN, silent: ['A10'] },
  ],
  [
    'one year and a day',
    ['A24', 'A25'],
    { topic: 'dns', k8sMinorReleasedOn: '2025-11-19' },
    { ...UPGRADE, cites: ['A10'] },
  ],
  [
    'one year and a day, but the table says supported',
    ['A24', 'A25'],
    { topic: 'dns', k8sMinorReleasedOn: '2025-11-19', k8sMinorStatus: 'supported' },
    { ...IN, silent: ['A10'] },
  ],
  [
    'one year and a day, where no year is promised',
    ['L25'],
    { topic: 'dns', k8sMinorReleasedOn: '2025-11-19' },
    { scope: 'in_scope', eligibility: 'unknown', silent: ['A10'] },
  ],
  [
    'an open-source tool on a deprecated minor',
    ARC,
    { topic: 'oss-tool', k8sMinorStatus: 'deprecated' },
    { scope: 'best_effort', eligibility: 'upgrade_first', cites: ['A11', 'E04'] },
  ],
  [
    'closed source on a removed minor stays out',
    ARC,
    { topic: 'closed-source', k8sMinorStatus: 'removed' },
    { scope: 'out_of_scope', eligibility: 'upgrade_first', cites: ['A13', 'E06'] },
  ],
  [
    'a stopped cluster on a deprecated minor',
    ARC,
    { topic: 'dns', k8sMinorStatus: 'deprecated', stoppedDays: 31 },
    { ...LOST, cites: ['H02', 'A11'] },
  ],
  ['no version', ALL, { topic: 'dns' }, { scope: 'in_scope', eligibility: 'unknown' }],
];

const outside: Row[] = [
  [
    'AKS in the cloud, stopped for months',
    ALL,
    { product: 'aks-cloud', topic: 'node', stoppedDays: 150, hostOsSupported: false },
    { scope: 'out_of_scope', eligibility: 'unknown', cites: [] },
  ],
  [
    'another product by its topic',
    ALL,
    { topic: 'other-product', k8sMinorStatus: 'removed' },
    { scope: 'out_of_scope', eligibility: 'unknown', cites: [] },
  ],
  [
    'AKS on bare metal',
    ALL,
    { product: 'aks-bare-metal', topic: 'node', k8sMinorStatus: 'removed' },
    { scope: 'best_effort', limit: 'business_hours', eligibility: 'unknown', cites: ['K01'] },
  ],
  [
    'a wish on a stopped cluster',
    ALL,
    { topic: 'wish', stoppedDays: 100 },
    { scope: 'not_a_support_request', eligibility: 'unknown', cites: [] },
  ],
  [
    'where the release notes are',
    ALL,
    { topic: 'release-info' },
    { scope: 'not_a_support_request', eligibility: 'unknown', cites: ['A17'] },
  ],
  [
    'which product to choose',
    ['H22', 'A24', 'A25'],
    { topic: 'product-choice' },
    { scope: 'not_a_support_request', eligibility: 'unknown', cites: ['B11'] },
  ],
];

const cases = (table: Row[], fine: boolean) =>
  table.flatMap(([name, editions, facts, expected]) =>
    editions.map(
      (short) => [`${name} (${short})`, short, fine ? { ...fineFor(short), ...facts } : facts, expected] as const,
    ),
  );

function check(short: string, values: Record<string, unknown>, expected: Expected): void {
  const weighing = weigh(plainFacts(values), edition(short), ctx);
  const { scope, scopeLimit, eligibility, rules, citations, warnings } = weighing;
  if (expected.scope) expect(scope).toBe(expected.scope);
  if (expected.limit !== undefined) expect(scopeLimit).toBe(expected.limit);
  if (expected.eligibility) expect(eligibility).toBe(expected.eligibility);
  if (expected.cites?.length === 0) expect(rules).toEqual([]);
  expect(rules).toEqual(expect.arrayContaining(expected.cites ?? []));
  expect(rules.filter((id) => expected.silent?.includes(id))).toEqual([]);
  expect(warnings.map((warning) => warning.rule)).toEqual(expect.arrayContaining(expected.warns ?? []));
  expect(citations.map((citation) => citation.rule)).toEqual(rules);
}

describe('verdicts by edition', () => {
  it.each(cases(rows, true))('%s', (_, short, facts, expected) => check(short, facts, expected));
  it.each(cases(versions, false))('%s', (_, short, facts, expected) => check(short, facts, expected));
  it.each(cases(outside, true))('%s', (_, short, facts, expected) => check(short, facts, expected));
});
