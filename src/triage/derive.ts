/**
 * What the version tables and the calendar add to the facts that were read: the status of a Kubernetes minor, whether the host
 * is supported, how many releases behind, and the two views (date and days) of one fact. A derived fact is `assumed` and names
 * its table; it never replaces what a person said, with one exception: a minor that the table knows to be out stays out.
 */
import type { AksReleases, Hosts, KubernetesMinors } from '../../knowledge/schema.ts';
import type { Conflict, Fact, FactName, Facts, FactValues } from '../model/facts.ts';
import { daysBetween, plusDays, plusMonths } from './days.ts';

export type VersionTables = { kubernetes: KubernetesMinors; releases: AksReleases; hosts: Hosts };
export type Derived = { facts: Facts; conflicts: Conflict[] };

/** Builds of the 23H2 family were numbered 10. and 11.; 12. is 24H2. */
const AZURE_LOCAL_FAMILY_23H2 = /^1[01]\./;

/** From how many releases behind on the table alone decides: newer releases than the table's can only add to the count. */
const RELEASES_BEHIND_SURE = 3;

const assumed = <N extends FactName>(value: FactValues[N], evidence: string): Fact<N> => ({
  value,
  source: 'assumed',
  evidence,
  approx: false,
});

export function derive(read: Facts, tables: VersionTables, today: string): Derived {
  const facts: Facts = { ...read };
  const conflicts: Conflict[] = [];
  twoViews(facts, today, 'stoppedSince', 'stoppedDays');
  twoViews(facts, today, 'lastAzureSync', 'lastAzureSyncDays');
  twoViews(facts, today, 'subscriptionStateSince', 'subscriptionStateDays');
  minorStatus(facts, conflicts, tables.kubernetes, today);
  requestedMinor(facts, tables.kubernetes, today);
  hostPlatform(facts);
  hostSupport(facts, tables.hosts, today);
  releasesBehind(facts, tables.releases);
  return { facts, conflicts };
}

/** A date and its number of days are two views of one fact; what was said wins over what follows from the other. */
function twoViews(
  facts: Facts,
  today: string,
  since: 'stoppedSince' | 'lastAzureSync' | 'subscriptionStateSince',
  days: 'stoppedDays' | 'lastAzureSyncDays' | 'subscriptionStateDays',
): void {
  const start = facts[since];
  const length = facts[days];
  // A suspension that is over has an end that its start does not tell.
  const ended = days === 'subscriptionStateDays' && facts.subscriptionState?.value === 'reinstated';
  if (start && !length && !ended && start.value <= today) {
    facts[days] = { ...start, value: daysBetween(start.value, today) };
  }
  // A stop or suspension that is over has a length, but its start does not follow from it.
  const over =
    days === 'stoppedDays'
      ? facts.clusterRunState?.value === 'running'
      : facts.subscriptionState?.value === 'reinstated';
  if (length && !start && !length.approx && length.value > 0 && !over) {
    facts[since] = { ...length, value: plusDays(today, -length.value) };
  }
}

/** `1.28` of `1.28.5`. */
export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

const minorNumber = (minor: string): number => Number(minor.split('.')[1]);

function minorStatus(facts: Facts, conflicts: Conflict[], table: KubernetesMinors, today: string): void {
  const version = facts.k8sVersion;
  if (version?.approx) statusOfRange(facts, version, table, today);
  if (!version || version.approx) return;
  const minor = minorOf(version.value);
  const row = table.minors.find((entry) => entry.minor === minor);
  const [oldest] = table.minors;
  const status = row
    ? statusOn(row, today)
    : oldest && minorNumber(minor) < minorNumber(oldest.minor)
      ? 'removed'
      : 'unknown';
  // A minor whose place in today's list is open must be asked for: the list beats the arithmetic of one year.
  if (row?.releasedOn && status !== 'unknown' && !facts.k8sMinorReleasedOn) {
    facts.k8sMinorReleasedOn = assumed<'k8sMinorReleasedOn'>(
      row.releasedOn,
      `version table: ${minor} first shipped ${row.releasedOn}`,
    );
  }
  const said = facts.k8sMinorStatus;
  const out = status === 'deprecated' || status === 'removed';
  if (said && said.source !== 'answered' && said.value === 'supported' && out) {
    conflicts.push({
      fact: 'k8sMinorStatus',
      used: status,
      other: said.value,
      evidence: `version table of ${table.asOf}: ${minor} is ${status}`,
    });
  } else if (said && said.value !== 'unknown') {
    return;
  }
  if (status === 'unknown') return;
  const end = row?.endOfSupport ? `, support ended or ends ${row.endOfSupport}` : '';
  facts.k8sMinorStatus = assumed<'k8sMinorStatus'>(
    status,
    `version table of ${table.asOf}: ${minor} is ${status}${end}`,
  );
}

/**
 * A cluster that is being created has no version yet. One that the table knows as supported keeps the version clock out of the verdict;
 * of any other the person is asked.
 */
function requestedMinor(facts: Facts, table: KubernetesMinors, today: string): void {
  const requested = facts.requestedK8sVersion;
  if (!requested || requested.approx || facts.k8sVersion || facts.k8sMinorStatus) return;
  const row = table.minors.find(({ minor }) => minor === minorOf(requested.value));
  if (row && statusOn(row, today) === 'supported') {
    facts.k8sMinorStatus = assumed<'k8sMinorStatus'>(
      'supported',
      `version table of ${table.asOf}: ${row.minor}, chosen for the new cluster, is supported`,
    );
  }
}

/** "1.29 or 1.30": decided where every minor that is meant has left the list, or none has. */
function statusOfRange(facts: Facts, version: Fact<'k8sVersion'>, table: KubernetesMinors, today: string): void {
  const { min, max } = version;
  if (facts.k8sMinorStatus || min === undefined || max === undefined) return;
  const oldest = minorNumber(table.minors[0]?.minor ?? '1.0');
  const statuses = Array.from({ length: max - min + 1 }, (_, at) => {
    const row = table.minors.find((entry) => entry.minor === `1.${min + at}`);
    return row ? statusOn(row, today) : min + at < oldest ? 'removed' : 'unknown';
  });
  const isOut = statuses.every((status) => status === 'deprecated' || status === 'removed');
  const isIn = statuses.every((status) => status === 'supported');
  const value = isOut ? 'deprecated' : isIn ? 'supported' : 'unknown';
  facts.k8sMinorStatus = assumed<'k8sMinorStatus'>(value, `version table of ${table.asOf}: 1.${min} to 1.${max}`);
}

/** A minor whose announced end lies ahead (the days of grace after it left the list included) is still supported. */
function statusOn(row: KubernetesMinors['minors'][number], today: string): FactValues['k8sMinorStatus'] {
  if (row.status === 'deprecated' && row.endOfSupport && today <= row.endOfSupport) return 'supported';
  return row.status;
}

/** The product tells the host, the build numbers of Azure Local tell its version. */
function hostPlatform(facts: Facts): void {
  const product = facts.product;
  if (!facts.hostOs && product) {
    if (product.value === 'aks-local') facts.hostOs = assumed<'hostOs'>('azure-local', `product ${product.value}`);
    if (product.value === 'aks-arc-ws') facts.hostOs = assumed<'hostOs'>('windows-server', `product ${product.value}`);
    if (product.value === 'aks-arc-hci22h2')
      facts.hostOs = assumed<'hostOs'>('azure-stack-hci', `product ${product.value}`);
  }
  const release = facts.azureLocalRelease;
  if (release && AZURE_LOCAL_FAMILY_23H2.test(release.value) && !facts.hostOsVersion) {
    facts.hostOsVersion = assumed<'hostOsVersion'>('23H2', `solution ${release.value}`);
  }
}

function hostSupport(facts: Facts, table: Hosts, today: string): void {
  if (facts.hostOsSupported) return;
  const { hostOs, hostOsVersion } = facts;
  const row = hostOs && hostOsVersion ? hostRow(table, hostOs.value, hostOsVersion.value) : undefined;
  if (row && hostOsVersion && !hostOsVersion.approx) {
    const name = `${row.hostOs} ${row.version}`;
    if (row.supported === 'no')
      facts.hostOsSupported = assumed<'hostOsSupported'>(false, `host table: ${name} is not supported`);
    if (row.supported === 'yes')
      facts.hostOsSupported = assumed<'hostOsSupported'>(true, `host table: ${name} is supported`);
    if (row.supported === 'by_date' && row.endOfSupport) {
      facts.hostOsSupported = assumed<'hostOsSupported'>(
        today <= row.endOfSupport,
        `host table: ${name} supported until ${row.endOfSupport}`,
      );
    }
  }
  if (!facts.hostOsSupported) trainSupport(facts, table, today);
}

const hostRow = (table: Hosts, hostOs: string, version: string) =>
  table.hosts.find((row) => row.hostOs === hostOs && row.version.toLowerCase() === version.toLowerCase());

/** A release train `YYMM` counts from the day it was published; where only the month is known, both ends of it must agree. */
function trainSupport(facts: Facts, table: Hosts, today: string): void {
  const release = facts.azureLocalRelease;
  const train = release?.value.match(/(?:^|\.)(2\d(?:0[1-9]|1[0-2]))(?:\.|$)/)?.[1];
  if (!train || release?.approx) return;
  const published = table.azureLocal.trains.find((row) => row.train === train)?.published;
  const first = published ?? `20${train.slice(0, 2)}-${train.slice(2)}-01`;
  const last = published ?? plusDays(plusMonths(first, 1), -1);
  if (first > today) return;
  const months = table.azureLocal.supportMonths;
  const evidence = `host table: Azure Local ${train} is supported for ${months} months`;
  if (today <= plusMonths(first, months)) facts.hostOsSupported = assumed<'hostOsSupported'>(true, evidence);
  else if (today > plusMonths(last, months)) facts.hostOsSupported = assumed<'hostOsSupported'>(false, evidence);
}

function releasesBehind(facts: Facts, table: AksReleases): void {
  const release = facts.aksRelease;
  if (!release || release.approx || facts.aksReleasesBehind || facts.daysBehindLatestRelease) return;
  const at = table.releases.findIndex((row) => row.builds.includes(release.value));
  if (at < 0) return;
  const behind = table.releases.length - 1 - at;
  if (behind < RELEASES_BEHIND_SURE) return;
  facts.aksReleasesBehind = {
    ...assumed<'aksReleasesBehind'>(
      behind,
      `release table of ${table.asOf}: ${behind} newer releases than ${release.value}`,
    ),
    min: behind,
  };
}
