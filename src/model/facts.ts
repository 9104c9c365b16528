/**
 * The facts of a cluster that rules, matches and tickets read. Names are those of the policy's rule table,
 * and public, so a new one needs a line in CHANGELOG.md.
 */
import { z } from 'zod';
import { TermClass } from '../../knowledge/schema/components.ts';

/** A calendar day, UTC, `YYYY-MM-DD`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
  .refine((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  }, 'there is no such day');

export const Product = z.enum([
  'aks-hybrid',
  'aks-arc-ws',
  'aks-arc-hci22h2',
  'aks-local',
  'aks-cloud',
  'aks-edge',
  'aks-vmware',
  'aks-bare-metal',
  'aks-engine',
  'other',
]);
export type Product = z.infer<typeof Product>;

export const NodeChange = z.object({
  via: z.enum(['hyperv-api', 'iaas-api', 'ssh', 'daemonset', 'aks-api', 'unknown']).default('unknown'),
  what: z.enum(['base-image', 'vm-network', 'vm-resource', 'nic', 'sysctl', 'package', 'other']).default('other'),
  directedByMicrosoft: z.boolean().optional(),
  documentedByMicrosoft: z.boolean().optional(),
  /** Support case number or article, where the person gave one. */
  reference: z.string().optional(),
});
export type NodeChange = z.infer<typeof NodeChange>;

/** Who made the part decides who supports it; what the customer wrote has no name that a list could know. */
export const ComponentClass = z.enum([...TermClass.options, 'own-workload']);
export type ComponentClass = z.infer<typeof ComponentClass>;

const integer = z.number().int().nonnegative();

/** One schema a fact. Values are plain JSON; dates are `Day`, versions are strings without a leading v. */
export const FACTS = {
  edition: z.string(),
  product: Product,
  hostOs: z.enum(['windows-server', 'azure-stack-hci', 'azure-local']),
  /** Marketing version: 2019, 2022, 2025, 20H2, 21H2, 22H2, 23H2, 24H2. */
  hostOsVersion: z.string(),
  /** Windows Server edition; the policy's floor is Datacenter. */
  hostOsEdition: z.enum(['datacenter', 'standard', 'essentials']),
  hostOsSupported: z.boolean(),
  /** Release train `YYMM` of Azure Local, e.g. 2607. */
  azureLocalRelease: z.string(),
  /** AKS release of AKS on Windows Server / HCI 22H2, four numbers. */
  aksRelease: z.string(),
  aksReleasesBehind: integer,
  daysBehindLatestRelease: integer,
  /** Server version of the affected cluster, without v. */
  k8sVersion: z.string(),
  k8sMinorStatus: z.enum(['supported', 'deprecated', 'removed', 'unknown']),
  k8sMinorReleasedOn: Day,
  /** Version chosen for a cluster that is being created; there is no cluster yet whose version could be too old. */
  requestedK8sVersion: z.string(),
  kubectlVersion: z.string(),
  systemHealthy: z.boolean(),
  clusterRunState: z.enum(['running', 'stopped', 'partly']),
  stoppedSince: Day,
  /** Length of the stop in whole days, also of a stop that is over. */
  stoppedDays: integer,
  stopMethod: z.enum(['documented', 'hyperv-manual', 'maintenance', 'unknown']),
  allNodesDeallocated: z.boolean(),
  lastAzureSync: Day,
  lastAzureSyncDays: integer,
  azureConnected: z.boolean(),
  subscriptionState: z.enum(['active', 'suspended', 'deleted', 'reinstated']),
  subscriptionStateSince: Day,
  /** Whole days the subscription is, or was, suspended or deleted. */
  subscriptionStateDays: integer,
  nodeChange: z.array(NodeChange),
  metadataChange: z.enum(['none', 'added-own', 'changed-system']),
  /** Policy topic, an id of knowledge/topics.yaml. */
  topic: z.string(),
  /** The part at fault: an id of knowledge/components.yaml, or the name as typed. */
  component: z.string(),
  componentClass: ComponentClass,
  fromMicrosoftDocs: z.boolean(),
  featureStage: z.enum(['stable', 'beta', 'alpha', 'ms-public-preview', 'ms-private-preview', 'ms-feature-flag', 'ga']),
  rootCause: z.enum(['unknown', 'upstream-bug', 'customer', 'microsoft']),
  workloadInKubeSystem: z.boolean(),
  cni: z.enum(['calico', 'flannel', 'cilium', 'other']),
  nodeCount: integer,
  nodeOs: z.enum(['linux', 'windows', 'mixed']),
  nodesNotReady: integer,
  clusterName: z.string(),
  /** What the cluster is used for; previews are not meant for production. */
  environment: z.enum(['production', 'test']),
  errorSignatures: z.array(z.string()),
} as const satisfies Record<string, z.ZodType>;

export type FactName = keyof typeof FACTS;
export type FactValues = { [N in FactName]: z.infer<(typeof FACTS)[N]> };
export const factNames = Object.keys(FACTS) as FactName[];
export const isFactName = (name: string): name is FactName => Object.hasOwn(FACTS, name);

/** What a message is about; the rest describes the cluster, and holds for its next problem too. */
const OF_THE_PROBLEM: ReadonlySet<FactName> = new Set<FactName>([
  'edition',
  'systemHealthy',
  'topic',
  'component',
  'componentClass',
  'fromMicrosoftDocs',
  'featureStage',
  'rootCause',
  'workloadInKubeSystem',
  'nodesNotReady',
  'errorSignatures',
]);
export const isOfCluster = (name: FactName): boolean => !OF_THE_PROBLEM.has(name);

/**
 * Where a value comes from, strongest last where two disagree:
 * `assumed` (a table or a default), `profile` (Teams), `pasted` (program output), `typed` (prose), `answered` (a question of ours).
 */
export const FactSource = z.enum(['assumed', 'profile', 'pasted', 'typed', 'answered']);
export type FactSource = z.infer<typeof FactSource>;

const fact = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    source: FactSource,
    /** The words it was read from; for `assumed` the table and row. */
    evidence: z.string(),
    /** A guess or a range: never fires a gate by itself. */
    approx: z.boolean().default(false),
    /** Certain bounds of an inexact number, both inclusive; "off since September" has them, "about a month" has not. */
    min: z.number().optional(),
    max: z.number().optional(),
  });

export type Fact<N extends FactName = FactName> = {
  value: FactValues[N];
  source: FactSource;
  evidence: string;
  approx: boolean;
  min?: number | undefined;
  max?: number | undefined;
};
/** What is known. An absent name is unknown, never false. */
export type Facts = { [N in FactName]?: Fact<N> };

export const Facts = z.partialRecord(
  z.enum(factNames as [FactName, ...FactName[]]),
  fact(z.unknown()),
) as unknown as z.ZodType<Facts>;

/** Two statements about one fact that cannot both hold; shown to the person, the later or stronger one is used. */
export const Conflict = z.object({
  fact: z.enum(factNames as [FactName, ...FactName[]]),
  used: z.string(),
  other: z.string(),
  evidence: z.string(),
});
export type Conflict = z.infer<typeof Conflict>;
