/** Names of facts and of their values, for people. Every value that is not named here is shown as it stands. */
import type { FactName } from '../src/model/facts.ts';
import type { Eligibility, Scope, ScopeLimit } from '../src/model/report.ts';

export const factLabels: Record<FactName, string> = {
  edition: 'Policy edition',
  product: 'Product',
  hostOs: 'Host operating system',
  hostOsVersion: 'Host version',
  hostOsEdition: 'Windows Server edition',
  hostOsSupported: 'Host still in support',
  azureLocalRelease: 'Azure Local release',
  aksRelease: 'AKS release',
  aksReleasesBehind: 'Releases behind',
  daysBehindLatestRelease: 'Days behind the newest release',
  k8sVersion: 'Kubernetes version',
  k8sMinorStatus: 'Kubernetes minor',
  k8sMinorReleasedOn: 'Kubernetes minor released',
  requestedK8sVersion: 'Kubernetes version chosen for the new cluster',
  kubectlVersion: 'kubectl version',
  systemHealthy: 'System healthy',
  clusterRunState: 'Run state',
  stoppedSince: 'Stopped since',
  stoppedDays: 'Days stopped',
  stopMethod: 'How it was stopped',
  allNodesDeallocated: 'All nodes off',
  lastAzureSync: 'Last contact with Azure',
  lastAzureSyncDays: 'Days since contact with Azure',
  azureConnected: 'Connected to Azure',
  subscriptionState: 'Subscription',
  subscriptionStateSince: 'Subscription state since',
  subscriptionStateDays: 'Days in that state',
  nodeChange: 'Changes to node VMs',
  metadataChange: 'System labels and tags',
  topic: 'Topic',
  component: 'Part at fault',
  componentClass: 'Kind of software',
  fromMicrosoftDocs: 'Sample from Microsoft’s documentation',
  featureStage: 'Stage of the feature',
  rootCause: 'Root cause',
  workloadInKubeSystem: 'Installed by yourselves',
  cni: 'CNI',
  nodeCount: 'Nodes',
  nodeOs: 'Node OS',
  nodesNotReady: 'Nodes not ready',
  clusterName: 'Cluster',
  environment: 'Used for',
  errorSignatures: 'Error signatures',
};

const valueLabels: Partial<Record<FactName, Record<string, string>>> = {
  product: {
    'aks-hybrid': 'AKS hybrid',
    'aks-arc-ws': 'AKS on Windows Server',
    'aks-arc-hci22h2': 'AKS on Azure Stack HCI 22H2',
    'aks-local': 'AKS on Azure Local',
    'aks-cloud': 'AKS in Azure (the cloud)',
    'aks-edge': 'AKS Edge Essentials',
    'aks-vmware': 'AKS on VMware',
    'aks-bare-metal': 'AKS on bare metal',
    'aks-engine': 'AKS Engine',
    other: 'another Kubernetes',
  },
  hostOs: { 'windows-server': 'Windows Server', 'azure-stack-hci': 'Azure Stack HCI', 'azure-local': 'Azure Local' },
  hostOsEdition: { datacenter: 'Datacenter', standard: 'Standard', essentials: 'Essentials' },
  clusterRunState: { running: 'running', stopped: 'stopped', partly: 'partly stopped' },
  stopMethod: {
    documented: 'documented procedure',
    'hyperv-manual': 'by hand',
    maintenance: 'planned maintenance',
    unknown: 'not known',
  },
  metadataChange: { none: 'not changed', 'added-own': 'only own ones added', 'changed-system': 'changed' },
  componentClass: {
    'microsoft-managed': 'part of AKS',
    'community-cni': 'community CNI',
    'open-source-networking': 'open-source networking',
    'open-source': 'open source, self-installed',
    'closed-source': 'commercial, closed source',
    'azure-integration': 'Arc extension by Microsoft',
    'kubernetes-core': 'Kubernetes itself',
    'host-platform': 'host platform',
    'other-product': 'another product',
    'own-workload': 'own application',
  },
  featureStage: {
    stable: 'stable',
    beta: 'beta feature of Kubernetes',
    alpha: 'alpha feature of Kubernetes',
    'ms-public-preview': 'public preview of Microsoft',
    'ms-private-preview': 'private preview of Microsoft',
    'ms-feature-flag': 'behind a feature flag of Microsoft',
    ga: 'generally available',
  },
};

const CHANGE_VIA: Record<string, string> = {
  'hyperv-api': 'through Hyper-V',
  'iaas-api': 'through VMM or the like',
  ssh: 'over SSH',
  daemonset: 'by a DaemonSet',
  'aks-api': 'through AKS',
  unknown: '',
};
const CHANGE_WHAT: Record<string, string> = {
  'base-image': 'image',
  'vm-network': 'network of the VM',
  'vm-resource': 'memory, CPU or disk',
  nic: 'network adapter',
  sysctl: 'kernel settings',
  package: 'packages',
  other: 'changed',
};
const LIST_MAX = 3;

type Change = {
  via?: string;
  what?: string;
  directedByMicrosoft?: boolean;
  documentedByMicrosoft?: boolean;
  reference?: string;
};

/** On whose word, as far as it was told. */
function wordOf({ directedByMicrosoft, documentedByMicrosoft, reference }: Change): string {
  const source = reference ? ` (${reference})` : '';
  if (directedByMicrosoft) return `, directed by Microsoft${source}`;
  if (documentedByMicrosoft) return `, from a Microsoft article${source}`;
  return directedByMicrosoft === false ? ', not directed by Microsoft' : '';
}

function nodeChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'none';
  return changes
    .slice(0, LIST_MAX)
    .map((change) => {
      const { via = 'unknown', what = 'other' } = change;
      const how = CHANGE_VIA[via];
      return `${CHANGE_WHAT[what] ?? what}${how ? ` ${how}` : ''}${wordOf(change)}`;
    })
    .join('; ');
}

/** What changed is told in text; lists in it are JSON. */
function listIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\[.*\]$/s.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // Words that merely stand in brackets.
    return value;
  }
}

/** A fact's value in words. */
export function factValue(name: string, given: unknown): string {
  const value = listIn(given);
  if (name === 'nodeChange' && Array.isArray(value)) return nodeChanges(value);
  if (Array.isArray(value)) return value.slice(0, LIST_MAX).map(String).join(', ') || 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (name === 'topic' || name === 'component') return text.replaceAll('-', ' ');
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  const names = valueLabels[name as FactName];
  return (names && Object.hasOwn(names, text) ? names[text] : undefined) ?? text;
}

export const factLabel = (name: string): string =>
  Object.hasOwn(factLabels, name) ? factLabels[name as FactName] : name;

export const scopeLabels: Record<Scope, string> = {
  in_scope: 'In scope',
  best_effort: 'Best effort',
  out_of_scope: 'Out of scope',
  not_a_support_request: 'Not a support request',
  undetermined: 'Not clear yet',
};

export const eligibilityLabels: Record<Eligibility, string> = {
  eligible: 'Eligible',
  upgrade_first: 'Upgrade first',
  unsupported: 'Unsupported',
  unknown: 'Open',
};

export const limitLabels: Record<ScopeLimit, string> = {
  install_and_basic_configuration: 'installation and basic configuration only',
  business_hours: 'in business hours',
};

/** A sign beside the word, so that colour never says it alone. */
export const scopeSigns: Record<Scope, string> = {
  in_scope: '✔',
  best_effort: '◐',
  out_of_scope: '✖',
  not_a_support_request: 'ℹ',
  undetermined: '?',
};
export const eligibilitySigns: Record<Eligibility, string> = {
  eligible: '✔',
  upgrade_first: '▲',
  unsupported: '✖',
  unknown: '?',
};
