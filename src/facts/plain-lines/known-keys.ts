/** Names of properties and columns in the outputs that people paste, in lower case and without blanks. */

const LISTS = [
  // Get-AksHciCluster, Get-AksHciNodePool, Get-AksHciBillingStatus, Get-AzureStackHCI
  'status provisioningstate kubernetesversion packageversion nodepools windowsnodecount linuxnodecount controlplanenodecount controlplanevmsize autoscalerenabled autoscalerprofile autoscalerprofilename name',
  'clustername nodepoolname version ostype nodecount vmsize phase details',
  'connectionstatus clusterstatus lastconnected registrationstatus registrationdate azureresourcename azureresourceuri region',
  'orchestratortype orchestratorversion os ispreview',
  // systeminfo, Get-ComputerInfo, Win32_OperatingSystem, Get-SolutionUpdateEnvironment
  'hostname osname osversion osmanufacturer osconfiguration osbuildtype systemboottime registeredowner registeredorganization productid originalinstalldate systemmanufacturer systemmodel systemtype',
  'betriebssystemname betriebssystemversion betriebssystemhersteller betriebssystemkonfiguration systemstartzeit',
  'edition installedon osbuild windowsproductname windowsversion osdisplayversion displayversion osbuildnumber buildnumber caption oshardwareabstractionlayer windowseditionid',
  'resourceid currentversion currentsbeversion state healthstate displayname',
  // az connectedk8s, az aksarc, az account
  'agentversion connectivitystatus distribution distributionversion infrastructure lastconnectivitytime location offering totalcorecount totalnodecount type resourcegroup managedidentitycertificateexpirationtime',
  'environmentname hometenantid isdefault tenantid cloudname subscriptionid id user',
  // kubectl
  'roles age internal-ip external-ip os-image kernel-version container-runtime ready restarts namespace nominatednode readinessgates ip node',
];

/** Words that stand in many other texts too. */
const GENERAL = new Set(
  'status name version details region os state distribution infrastructure location offering type id user caption phase age ready namespace node ip roles hostname edition'.split(
    ' ',
  ),
);

const KNOWN = new Set(LISTS.join(' ').split(' '));

/** As the readers compare names: "OS Name" is `osname`, and "LastConn..." the first that begins so. */
export function keyOf(name: string): string {
  const key = name.trim().toLowerCase().replace(/\s+/g, '');
  if (!key.endsWith('...') || key.length < CUT_MIN) return key;
  return [...KNOWN].find((known) => known.startsWith(key.slice(0, -3))) ?? key;
}
/** Shortest name with dots at its end that still tells. */
const CUT_MIN = 11;

export const isKnown = (key: string): boolean => KNOWN.has(key);
/** Known, and nothing but a program writes it. */
export const isTelling = (key: string): boolean => KNOWN.has(key) && !GENERAL.has(key);
